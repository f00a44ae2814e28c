// FusionPBX with its CDR export, 3CX, Oreka with its tape list, and Vonage Business: names as each of them gives them.
import { createHash } from 'node:crypto';
import { toCsvLine, toWav } from './archive-folder.mjs';
import { makeCalls } from './chance-calls.mjs';
import { toTold, toWall } from './wall-clock.mjs';

/** @typedef {import('./archive-folder.mjs').ArchiveFolder} ArchiveFolder */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @param {string} text */
export function toUuid(text) {
  const hex = createHash('md5').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** @param {ArchiveFolder} folder @param {number} count */
export function writeFusionPbx(folder, count) {
  const domain = 'pbx.example.com';
  const columns =
    'xml_cdr_uuid domain_name direction caller_id_name caller_id_number caller_destination destination_number start_epoch start_stamp answer_stamp end_stamp duration billsec hangup_cause cc_queue accountcode record_name leg bridge_uuid';
  let csv = `${columns.split(' ').join(',')}\n`;
  for (const call of makeCalls('fusionpbx', count)) {
    const { startMs, direction, ext, extName, other, otherName, group, line, account } = call;
    const uuid = toUuid(`fusionpbx ${call.index}`);
    const wall = toWall(startMs, folder.zone);
    const path = `recordings/${domain}/archive/${wall.year}/${MONTHS[Number(wall.month) - 1] ?? ''}/${wall.day}/${uuid}.wav`;
    folder.write(path, toWav(call.lengthMs));
    const isIn = direction === 'inbound';
    const queue = isIn ? group : null;
    const called = isIn ? (queue ?? ext) : other;
    const text = (/** @type {number} */ ms) => toWall(ms, folder.zone).text;
    csv += toCsvLine([
      uuid,
      domain,
      direction === 'internal' ? 'local' : direction,
      isIn ? otherName : extName,
      isIn ? other : ext,
      isIn ? line : '',
      called,
      startMs / 1000,
      text(startMs),
      text(startMs + 5000),
      text(startMs + 65_000),
      65,
      60,
      'NORMAL_CLEARING',
      queue === null ? '' : `${queue}@${domain}`,
      account ?? '',
      `${uuid}.wav`,
      'a',
      '',
    ]);
    folder.tell({
      path,
      reader: 'fusionpbx',
      startMs,
      direction,
      lengthMs: call.lengthMs,
      caller: isIn ? other : ext,
      callerName: isIn ? otherName : extName,
      called,
      owner: direction === 'outbound' || (isIn && queue === null) ? ext : null,
      group: queue,
      line: isIn ? line : null,
      accountCode: account,
    });
  }
  folder.write('cdr/xml_cdr_export.csv', csv);
  folder.histories.push('cdr/xml_cdr_export.csv');
}

/** @param {ArchiveFolder} folder @param {number} count */
export function writeThreeCx(folder, count) {
  for (const call of makeCalls('3cx', count)) {
    const { startMs, direction, ext, other, otherName } = call;
    const told = toTold(startMs, folder.zone);
    const wall = toWall(startMs, folder.zone);
    const isIn = direction === 'inbound';
    const [from, to] = isIn ? [other, ext] : [ext, other];
    const safeName = otherName.replaceAll(/[<>:"/\\|?*]/g, '');
    const hasName = direction !== 'internal' && call.index % 3 > 0;
    const path = `recordings/${ext}/${hasName ? `[${safeName}]_` : ''}${from}-${to}_${wall.day8}${wall.time6}(${call.index}).wav`;
    folder.write(path, toWav(call.lengthMs));
    folder.tell({
      path,
      reader: 'three-cx',
      startMs: told.ms,
      isTimeDoubtful: told.isDoubtful,
      direction,
      lengthMs: call.lengthMs,
      caller: from,
      called: to,
      owner: ext,
      callerName: hasName && isIn ? safeName : null,
      calledName: hasName && !isIn ? safeName : null,
    });
  }
}

/** @param {ArchiveFolder} folder @param {number} count */
export function writeOreka(folder, count) {
  let list = '';
  for (const call of makeCalls('oreka', count)) {
    const { startMs, direction, ext, other } = call;
    const told = toTold(startMs, folder.zone);
    const wall = toWall(startMs, folder.zone);
    const port = `P${call.index.toString(36).toUpperCase()}`;
    const name = `${wall.day8}_${wall.time6}_${port}.wav`;
    const path = `audio/${wall.year}/${wall.month}/${wall.day}/${wall.hour}/${name}`;
    const isOpen = call.index % 11 === 5;
    const isOut = !isOpen && direction === 'outbound';
    folder.write(path, toWav(call.lengthMs));
    const date = `${wall.year}-${wall.month}-${wall.day}_${wall.hour}-${wall.minute}-${wall.second}`;
    const nativeId = direction === 'internal' ? `a%sb%e100%p${call.index}` : `n${call.index}`;
    list += `date=${date} duration=1 direction=${isOpen ? 'unkn' : isOut ? 'out' : 'in'} localside=local audiokeepdirection=both capturePort=${port} localParty=${ext} remoteParty=${other} localEntryPoint=${call.line} localIp=10.0.0.1 remoteIp=10.0.0.2 filename=${wall.year}/${wall.month}/${wall.day}/${wall.hour}/${name} nativeCallId=${nativeId} ondemand=0\n`;
    folder.tell({
      path,
      reader: 'oreka',
      startMs: told.ms,
      isTimeDoubtful: told.isDoubtful,
      direction: isOpen ? 'unknown' : isOut ? 'outbound' : 'inbound',
      lengthMs: call.lengthMs,
      caller: isOut ? ext : other,
      called: isOut ? other : ext,
      owner: ext,
      line: call.line,
      linkedId: direction === 'internal' ? `a b=100%${call.index}` : nativeId,
    });
  }
  folder.write('log/tapelist.log', list);
  folder.histories.push('log/tapelist.log');
}

/** @param {ArchiveFolder} folder @param {number} count */
export function writeVonageBusiness(folder, count) {
  for (const call of makeCalls('vonage business', count)) {
    const hash = createHash('md5').update(String(call.index)).digest('hex');
    const path = `business/730048.11826465${call.startMs}${call.index}.${hash}.${call.startMs}.wav`;
    folder.write(path, toWav(call.lengthMs));
    folder.tell({ path, reader: 'vonage-business', startMs: call.startMs, lengthMs: call.lengthMs });
  }
}
