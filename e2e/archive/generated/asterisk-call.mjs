// A call on a FreePBX server while its files and its lines of history are written.
import { toSound } from './asterisk-sound.mjs';
import { tellsLinks } from './asterisk-cdr.mjs';
import { toWall } from './wall-clock.mjs';

/**
 * @typedef {import('./archive-folder.mjs').ArchiveFolder} ArchiveFolder
 * @typedef {import('./archive-folder.mjs').Told} Told
 * @typedef {import('./asterisk-cdr.mjs').CdrLeg} CdrLeg
 * @typedef {import('./asterisk-cdr.mjs').Layout} Layout
 * @typedef {import('./chance-calls.mjs').ChanceCall & {
 *   layout: Layout, uniqueId: string, root: string, callerName: string, folder: ArchiveFolder,
 *   toPath: (type: string, called: string, from: string, more?: { startMs?: number, uniqueId?: string, end?: string }) => string,
 *   legs: CdrLeg[],
 * }} Call
 */

const NAMES = [
  'محمد "أبو علي" حسن',
  '王小明',
  'Back\\slash \\"Büro\\"',
  'O\'Neill, Fa. "Nord"; Ltd.',
  'נועה כהן',
  'ไพลิน ศรีสุข',
  'Zoë 🌿',
  'Ἀριστοτέλης',
];
export const toRoot = (/** @type {Layout} */ layout) => `server ${layout}`;

/** @param {ArchiveFolder} folder @param {import('./chance-calls.mjs').ChanceCall} chance @param {Layout} layout @returns {Call} */
export function toCall(folder, chance, layout) {
  const { startMs, index } = chance;
  const uniqueId = `${index % 2 === 0 ? `pbx-${layout.replace(' ', '_')}-` : ''}${startMs / 1000}.${index * 11}`;
  const root = toRoot(layout);
  return {
    ...chance,
    ...{ layout, uniqueId, root, folder, legs: [] },
    lengthMs: Math.ceil(chance.lengthMs / 20) * 20,
    callerName: NAMES[index % NAMES.length] ?? '',
    toPath: (type, called, from, more = {}) => {
      const wall = toWall(more.startMs ?? startMs, folder.zone);
      const stamp = `${wall.day8}-${wall.time6}-${more.uniqueId ?? uniqueId}`;
      return `${root}/monitor/${wall.year}/${wall.month}/${wall.day}/${type}-${called}-${from}-${stamp}${more.end ?? ''}`;
    },
  };
}

/** Adds a leg to the call's history. @param {Call} call @param {string} src @param {string} dst @param {Partial<CdrLeg>} [more] */
export function addLeg(call, src, dst, more = {}) {
  const isOut = call.direction === 'outbound';
  call.legs.push({
    ...{ uniqueId: call.uniqueId, linkedId: call.uniqueId, src, srcName: call.callerName, dst },
    ...{ context: 'from-internal', channel: 'PJSIP/x-0000000a', dstChannel: '', application: 'Dial' },
    ...{ startMs: call.startMs, seconds: 60 + (call.index % 50), account: call.account ?? '' },
    ...{ did: '', outboundNumber: isOut ? call.line : '', file: '' },
    ...more,
  });
}

/** @param {Call} call @param {string} path @param {string} ending @param {Partial<Told>} truth */
export function addRecording(call, path, ending, truth) {
  // Both sides of a call are two sounds.
  const { bytes, lengthMs } = toSound(ending, call.lengthMs, path.endsWith('-out') ? 170 : 220);
  call.folder.write(`${path}.${ending}`, bytes);
  const isOut = call.direction === 'outbound';
  call.folder.tell({
    ...{ path: `${path}.${ending}`, reader: 'freepbx', startMs: call.startMs, lengthMs },
    ...{ direction: call.direction, callerName: call.callerName, accountCode: call.account },
    line: isOut && call.layout === 'table' ? call.line : null,
    ...(tellsLinks(call.layout) ? { linkedId: call.uniqueId } : {}),
    ...truth,
  });
}

/** Who rings whom, whatever the direction. @param {Call} call */
export function toEnds({ direction, ext, other }) {
  return direction === 'inbound'
    ? { from: other, called: ext, owner: ext }
    : { from: ext, called: other, owner: direction === 'outbound' ? ext : null };
}

export const toPhone = (/** @type {string} */ ext) => `PJSIP/${ext}-0000001f`;
