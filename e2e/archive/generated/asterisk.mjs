// Two FreePBX servers: one as shipped, in Germany with CDRs in UTC; one in America with a system name, more columns, local CDRs and
// recordings that the PBX named by itself.
import { toCsvLine, toWav } from './archive-folder.mjs';
import { makeCalls } from './chance-calls.mjs';
import { toWall } from './wall-clock.mjs';

/**
 * @typedef {import('./archive-folder.mjs').ArchiveFolder} ArchiveFolder
 * @typedef {import('./chance-calls.mjs').ChanceCall} ChanceCall
 * @typedef {object} Server
 * @property {string} systemName with its hyphen, or empty
 * @property {boolean} isUtc whether CDRs are in UTC
 * @property {18 | 21} columns
 * @property {boolean} namesItself queues and conferences recorded under the PBX's own names
 */

/** @param {ArchiveFolder} folder @param {number} count @param {Server} server */
export function writeAsterisk(folder, count, server) {
  const calls = makeCalls(`asterisk ${server.systemName}`, count);
  const lines = calls.map((call) => writeCall(folder, call, server)).join('');
  const history = 'var/log/asterisk/cdr-csv/Master.csv';
  folder.write(history, lines);
  folder.histories.push(history);
}

/** @param {ArchiveFolder} folder @param {ChanceCall} call @param {Server} server */
function writeCall(folder, call, server) {
  const { startMs, direction, ext, other } = call;
  const uniqueId = `${server.systemName}${startMs / 1000}.${call.index * 7}`;
  const plan = toPlan(call, server.namesItself);
  const wall = toWall(startMs, folder.zone);
  const dir = `var/spool/asterisk/monitor/${wall.year}/${wall.month}/${wall.day}`;
  const name = plan.ownName
    ? plan.ownName(uniqueId, startMs)
    : `${plan.type}-${plan.called}-${plan.from}-${wall.day8}-${wall.time6}-${uniqueId}`;
  const extension = call.index % 9 === 4 ? 'ulaw' : 'wav';
  const path = `${dir}/${name}.${extension}`;
  const sound = toWav(call.lengthMs);
  folder.write(path, extension === 'ulaw' ? sound.subarray(44) : sound);
  const from = direction === 'outbound' || direction === 'internal' ? ext : other;
  folder.tell({
    path,
    reader: 'freepbx',
    startMs,
    direction,
    lengthMs: call.lengthMs,
    caller: from === 'anonymous' ? '' : from,
    callerName: toTruName(call),
    called: plan.called,
    others: plan.others,
    owner: plan.owner,
    group: plan.group,
    line: plan.line,
    accountCode: call.account,
  });
  return plan.legs.map((leg) => toCdrLine(call, leg, uniqueId, server, folder.zone)).join('');
}

/** @param {ChanceCall} call */
const toTruName = (call) => (call.direction === 'inbound' ? call.otherName : call.extName);

/**
 * @typedef {object} Leg
 * @property {string} dst
 * @property {string} context
 * @property {string} dstChannel
 * @property {string} application
 * @typedef {object} Plan
 * @property {string} type
 * @property {string} called
 * @property {string} from
 * @property {readonly string[]} others
 * @property {string | null} owner
 * @property {string | null} group
 * @property {string | null} line
 * @property {readonly Leg[]} legs
 * @property {((uniqueId: string, startMs: number) => string) | null} ownName
 */

const PLAIN = { others: [], group: null, line: null, ownName: null };

/** @param {string} dst @param {string} dstChannel @returns {Leg} */
const toDial = (dst, dstChannel, context = 'from-internal') => ({
  ...{ dst, context, dstChannel },
  application: 'Dial',
});

/** @param {ChanceCall} call @param {boolean} namesItself @returns {Plan} */
function toPlan(call, namesItself) {
  const { ext, other, direction, index } = call;
  if (direction === 'inbound') return toInboundPlan(call, namesItself);
  if (direction === 'outbound') {
    const trunk = `PJSIP/trunk-${index.toString(16).padStart(8, '0')}`;
    return { ...PLAIN, type: 'out', called: other, from: ext, owner: ext, legs: [toDial(other, trunk)] };
  }
  if (namesItself && index % 4 === 0) return toConference(call);
  const legs = [toDial(other, `PJSIP/${other}-00000001`)];
  return { ...PLAIN, type: 'internal', called: other, from: ext, owner: null, legs };
}

/** To a queue, a ring group, a line, or straight to an extension. @param {ChanceCall} call @param {boolean} namesItself @returns {Plan} */
function toInboundPlan({ ext, other, group, line, index }, namesItself) {
  const phone = `PJSIP/${ext}-${index.toString(16).padStart(8, '0')}`;
  const common = { ...PLAIN, from: other, owner: ext, others: [ext] };
  if (group !== null && group.startsWith('7')) {
    const dstChannel = `Local/${ext}@from-queue-0000000${index % 10};1`;
    const leg = { dst: group, context: 'ext-queues', dstChannel, application: 'Queue' };
    const ownName = namesItself && index % 2 === 0 ? (/** @type {string} */ uniqueId) => uniqueId : null;
    return { ...common, type: 'q', called: group, group, legs: [leg], ownName };
  }
  if (group !== null)
    return { ...common, type: 'rg', called: group, group, legs: [toDial(group, phone, 'ext-group')] };
  if (index % 3 === 0) return { ...common, type: 'in', called: line, line, legs: [toDial(line, phone)] };
  return {
    ...common,
    type: 'external',
    called: ext,
    others: [],
    legs: [toDial(ext, phone, 'from-did-direct')],
  };
}

/** A conference that was recorded by its own setting, under the name that ConfBridge gives. @param {ChanceCall} call @returns {Plan} */
function toConference({ index }) {
  const room = `80${index % 10}`;
  const leg = { dst: room, context: 'from-internal', dstChannel: '', application: 'ConfBridge' };
  return {
    type: 'conference',
    called: room,
    from: '',
    others: [],
    owner: null,
    group: null,
    line: null,
    legs: [leg],
    ownName: (_, startMs) => `confbridge-${room}-${startMs / 1000}`,
  };
}

/** @param {ChanceCall} call @param {Leg} leg @param {string} uniqueId @param {Server} server @param {string} zone */
function toCdrLine(call, leg, uniqueId, server, zone) {
  const { startMs, direction, ext, other, account } = call;
  const src = direction === 'inbound' ? other : ext;
  const clid = `"${toTruName(call).replaceAll('"', '\\"')}" <${src}>`;
  const stamp = (/** @type {number} */ ms) => toWall(ms, server.isUtc ? 'UTC' : zone).text;
  const channel = direction === 'inbound' ? `PJSIP/trunk-00000001` : `PJSIP/${ext}-00000002`;
  const seconds = 60 + (call.index % 50);
  const fields = [
    account ?? '',
    src,
    leg.dst,
    leg.context,
    clid,
    channel,
    leg.dstChannel,
    leg.application,
    `${leg.dst},20,tT`,
    stamp(startMs),
    stamp(startMs),
    stamp(startMs + seconds * 1000),
    seconds,
    seconds,
    'ANSWERED',
    'DOCUMENTATION',
    uniqueId,
    '',
  ];
  return toCsvLine(server.columns === 18 ? fields : [...fields, '', uniqueId, call.index]);
}
