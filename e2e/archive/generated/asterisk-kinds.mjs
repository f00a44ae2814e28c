// One FreePBX server after the other, each writing its call history in another form, and every kind of file that such a server leaves: all
// types of recordings, conferences, recordings begun by a key, transfers, both sides of a call, one recording in two formats, recordings of
// nothing, voicemail in three formats, greetings, faxes.
import { toCall, toRoot } from './asterisk-call.mjs';
import { tellsLinks, toCdrLine, toHeader } from './asterisk-cdr.mjs';
import { writeFax, writeMessage, writeNothing } from './asterisk-leavings.mjs';
import {
  writeAuto,
  writeConference,
  writeGroup,
  writeHyphens,
  writeInterleaved,
  writeLikeDate,
  writeLine,
  writeOnDemand,
  writePlain,
  writeSides,
  writeTransfer,
  writeTwice,
  writeTyped,
  writeWithheld,
} from './asterisk-types.mjs';
import { makeCalls } from './chance-calls.mjs';

/**
 * @typedef {import('./archive-folder.mjs').ArchiveFolder} ArchiveFolder
 * @typedef {import('./asterisk-call.mjs').Call} Call
 * @typedef {import('./asterisk-cdr.mjs').Layout} Layout
 */

/** @param {ArchiveFolder} folder @param {number} count @param {readonly Layout[]} layouts one for each server */
export function writeEveryKind(folder, count, layouts) {
  /** @type {Map<Layout, string>} */
  const lines = new Map();
  for (const chance of makeCalls(`kinds ${layouts.join(' ')}`, count)) {
    const layout = layouts[chance.index % layouts.length] ?? '21';
    const call = toCall(folder, chance, layout);
    const kinds = KINDS.filter(({ isFor }) => isFor(layout));
    kinds[Math.floor(chance.index / layouts.length) % kinds.length]?.write(call);
    const written = call.legs.map((leg) => toCdrLine(layout, leg, folder.zone)).join('');
    lines.set(layout, (lines.get(layout) ?? toHeader(layout)) + written);
  }
  for (const [layout, text] of lines) {
    const name = layout === 'table' ? 'export/cdr.csv' : `log/asterisk/${layout}/Master.csv`;
    folder.write(`${toRoot(layout)}/${name}`, text);
    folder.histories.push(`${toRoot(layout)}/${name}`);
    // Without unique ids nobody can say by which clock a line was written.
    if (layout === '16' || layout === '17 userfield')
      folder.findings.push({ path: `${toRoot(layout)}/${name}`, kind: 'bad-call-history' });
  }
}

const always = () => true;
/** Where a line without a unique id would be the only way from a recording to its history, and the name has no numbers to go by. */
const isNamed = (/** @type {Layout} */ layout) => layout !== '16' && layout !== '17 userfield';

/** @type {readonly { readonly isFor: (layout: Layout) => boolean, readonly write: (call: Call) => void }[]} */
const KINDS = [
  { isFor: always, write: writePlain },
  { isFor: always, write: (call) => writeTyped(call, 'generic', { hasOwner: false }) },
  { isFor: always, write: (call) => writeTyped(call, 'force', { hasOwner: false }) },
  {
    isFor: always,
    write: (call) => writeTyped(call, 'parked', { startMs: call.startMs + 30_000, hasOwner: false }),
  },
  {
    isFor: always,
    write: (call) => writeTyped(call, 'parking', { startMs: call.startMs + 40_000, hasOwner: false }),
  },
  { isFor: always, write: writeOnDemand },
  { isFor: always, write: writeAuto },
  { isFor: always, write: (call) => writeGroup(call, 'q') },
  { isFor: always, write: (call) => writeGroup(call, 'rg') },
  { isFor: always, write: writeLine },
  { isFor: isNamed, write: writeConference },
  { isFor: always, write: writeTwice },
  { isFor: always, write: writeSides },
  { isFor: always, write: writeInterleaved },
  { isFor: tellsLinks, write: writeTransfer },
  { isFor: always, write: writeNothing },
  { isFor: always, write: writeMessage },
  { isFor: isNamed, write: writeFax },
  { isFor: always, write: writeLikeDate },
  { isFor: always, write: writeHyphens },
  { isFor: always, write: writeWithheld },
];
