// Recorders that leave a details file beside each sound: Avaya with XML in several tongues, Vonage Contact Center, radio calls of Trunk
// Recorder, and any recorder with JSON, CSV or XML.
import { toCsvLine, toWav, toXmlText } from './archive-folder.mjs';
import { makeCalls } from './chance-calls.mjs';
import { toUuid } from './other-pbx.mjs';
import { toIsoWithOffset, toTold, toWall } from './wall-clock.mjs';

/**
 * @typedef {import('./archive-folder.mjs').ArchiveFolder} ArchiveFolder
 * @typedef {import('./chance-calls.mjs').ChanceCall} ChanceCall
 */

/** What all of them say of a call. @param {ChanceCall} call */
function toSides({ direction, ext, extName, other, otherName }) {
  const isIn = direction === 'inbound';
  return isIn
    ? { caller: other, callerName: otherName, called: ext, calledName: extName }
    : { caller: ext, callerName: extName, called: other, calledName: otherName };
}

/** @param {ArchiveFolder} folder @param {number} count */
export function writeAvaya(folder, count) {
  for (const call of makeCalls('avaya', count)) {
    const { startMs, direction, ext, group, account } = call;
    const wall = toWall(startMs, folder.zone);
    const base = `contactstore/${wall.year}/${wall.month}/${wall.day}/${wall.day8}${wall.time6}-${call.index}`;
    const told = call.index % 2 === 0 ? { ms: startMs, isDoubtful: false } : toTold(startMs, folder.zone);
    folder.write(`${base}.wav`, toWav(call.lengthMs));
    const huntGroup = direction === 'inbound' ? group : null;
    folder.write(`${base}.xml`, toAvayaXml(call, folder.zone, huntGroup));
    folder.tell({
      path: `${base}.wav`,
      reader: 'avaya',
      startMs: told.ms,
      isTimeDoubtful: told.isDoubtful,
      direction,
      lengthMs: call.lengthMs,
      ...toSides(call),
      owner: ext,
      group: huntGroup,
      accountCode: account,
      sidecars: [`${base}.xml`],
    });
  }
}

/** @param {ChanceCall} call @param {string} zone @param {string | null} group */
function toAvayaXml(call, zone, group) {
  const sides = toSides(call);
  const word = { inbound: 'incoming', outbound: 'outgoing', internal: 'internal' }[call.direction];
  const optional = (/** @type {string} */ name, /** @type {string | null} */ value) =>
    value === null ? '' : `<${name}>${value}</${name}>`;
  if (call.index % 2 === 0) {
    return `<?xml version="1.0" encoding="UTF-8"?>
<Recording UniqueReference="R${call.index}" Start="${toIsoWithOffset(call.startMs, zone)}" Duration="${call.lengthMs / 1000}" Direction="${word}">
 <Parties><Party role="caller"><Number>${sides.caller}</Number><Name>${toXmlText(sides.callerName)}</Name></Party><Party role="called"><Number>${sides.called}</Number><Name>${toXmlText(sides.calledName)}</Name></Party></Parties>
 <Owner>${call.ext}</Owner>${optional('HuntGroup', group)}${optional('AccountCode', call.account)}
</Recording>`;
  }
  return `<csr:call xmlns:csr="urn:example:recorder"><csr:reference>R${call.index}</csr:reference><csr:startTime>${toWall(call.startMs, zone).text}</csr:startTime>
<csr:length>${call.lengthMs}</csr:length><csr:callDirection>${word.toUpperCase()}</csr:callDirection><csr:callingNumber>${sides.caller}</csr:callingNumber><csr:callingName>${toXmlText(sides.callerName)}</csr:callingName>
<csr:calledNumber>${sides.called}</csr:calledNumber><csr:calledName><![CDATA[${sides.calledName}]]></csr:calledName><csr:recordedBy>${call.ext}</csr:recordedBy>${optional('csr:group', group)}${optional('csr:account-code', call.account)}</csr:call>`;
}

/** @param {ArchiveFolder} folder @param {number} count */
export function writeVonageContactCenter(folder, count) {
  for (const call of makeCalls('vonage', count)) {
    const { startMs, direction, ext } = call;
    const guid = toUuid(`vonage ${call.index}`);
    const isFolder = call.index % 2 === 0;
    const sides = toSides(call);
    const json = JSON.stringify({
      guid,
      start: new Date(startMs).toISOString(),
      initialDirection: `${(direction[0] ?? '').toUpperCase()}${direction.slice(1)}`,
      serviceName: 'Sales',
      channels: [
        {
          type: 'Phone',
          party: {
            role: direction === 'internal' ? 'Agent' : direction === 'inbound' ? 'Customer' : 'Agent',
            address: sides.caller,
            name: sides.callerName,
          },
        },
        {
          type: 'Phone',
          party: {
            role: direction === 'outbound' ? 'Customer' : 'Agent',
            address: sides.called,
            name: sides.calledName,
          },
        },
      ],
    });
    const base = isFolder ? `interactions/${guid}/` : `interactions/flat/${guid}`;
    const path = isFolder ? `${base}callRecording.wav` : `${base}.wav`;
    const details = isFolder ? `${base}interaction.json` : `${base}.json`;
    const sidecars = isFolder ? [`${base}categorizationResult.json`, details] : [details];
    folder.write(path, toWav(call.lengthMs));
    folder.write(details, json);
    if (isFolder) folder.write(`${base}categorizationResult.json`, '{"categories":[{"name":"Complaint"}]}');
    folder.tell({
      path,
      reader: 'vonage-contact-center',
      startMs,
      direction,
      lengthMs: call.lengthMs,
      ...sides,
      owner: direction === 'internal' ? null : ext,
      group: 'Sales',
      sidecars,
    });
  }
}

/** @param {ArchiveFolder} folder @param {number} count */
export function writeTrunkRecorder(folder, count) {
  for (const call of makeCalls('radio', count)) {
    const talkGroup = 1100 + (call.index % 9);
    const wall = toWall(call.startMs, 'UTC');
    const base = `county/${wall.year}/${Number(wall.month)}/${Number(wall.day)}/${talkGroup}-${call.startMs / 1000}_851012500`;
    folder.write(`${base}.wav`, toWav(call.lengthMs));
    folder.write(
      `${base}.json`,
      JSON.stringify({
        freq: 851012500,
        start_time: call.startMs / 1000,
        stop_time: call.startMs / 1000 + 9,
        emergency: 0,
        call_length: 9,
        talkgroup: talkGroup,
        talkgroup_tag: `Dispatch ${talkGroup}`,
        short_name: 'county',
        freqList: [],
        srcList: [
          { src: 700_000 + call.index, time: call.startMs / 1000, pos: 0, tag: call.otherName },
          { src: -1, tag: '' },
          { src: 42, tag: '' },
        ],
      }),
    );
    folder.tell({
      path: `${base}.wav`,
      reader: 'trunk-recorder',
      startMs: call.startMs,
      direction: 'internal',
      lengthMs: call.lengthMs,
      caller: String(700_000 + call.index),
      callerName: call.otherName,
      called: String(talkGroup),
      calledName: `Dispatch ${talkGroup}`,
      others: ['42'],
      group: String(talkGroup),
      sidecars: [`${base}.json`],
    });
  }
}

/** JSON, CSV and XML in turn, beside names that say nothing. @param {ArchiveFolder} folder @param {number} count */
export function writePlainDetails(folder, count) {
  for (const call of makeCalls('details', count)) {
    const { startMs, direction, ext, line, account, index } = call;
    const sides = toSides(call);
    const base = `recorder/box ${index % 20}/rec${String(index).padStart(6, '0')}`;
    const iso = toIsoWithOffset(startMs, folder.zone);
    const extension = ['json', 'csv', 'xml'][index % 3] ?? 'json';
    const ofLine = direction === 'inbound' ? line : '';
    const json = {
      callId: `c${index}`,
      startTime: index % 2 === 0 ? iso : startMs,
      direction,
      from: { number: `sip:${sides.caller}@pbx`, name: sides.callerName },
      to: { number: sides.called, name: sides.calledName },
      ...(ofLine === '' ? {} : { did: ofLine }),
      ...(account === null ? {} : { accountCode: account }),
    };
    const names = [
      'Call ID',
      'Start Time',
      'Direction',
      'Caller ID Number',
      'Caller Name',
      'Destination Number',
      'Called Name',
      'DID',
      'Account',
    ];
    const values = [
      `c${index}`,
      iso,
      direction,
      sides.caller,
      sides.callerName,
      sides.called,
      sides.calledName,
      ofLine,
      account ?? '',
    ];
    const xml = `<call id="c${index}" start="${iso}" direction="${direction}"${ofLine === '' ? '' : ` did="${ofLine}"`}${account === null ? '' : ` accountCode="${account}"`}><from number="${sides.caller}" name="${toXmlText(sides.callerName)}"/><to number="${sides.called}" name="${toXmlText(sides.calledName)}"/></call>`;
    folder.write(`${base}.wav`, toWav(call.lengthMs));
    folder.write(
      `${base}.${extension}`,
      { json: JSON.stringify(json), csv: toCsvLine(names) + toCsvLine(values), xml }[extension] ?? '',
    );
    folder.tell({
      path: `${base}.wav`,
      reader: 'generic',
      startMs,
      direction,
      lengthMs: call.lengthMs,
      ...sides,
      owner: direction === 'internal' ? null : ext,
      line: ofLine === '' ? null : ofLine,
      accountCode: account,
      sidecars: [`${base}.${extension}`],
    });
  }
}
