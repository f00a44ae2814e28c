// Makes an archive of each phone system, with thousands of files and the truth about every one of them, from the description of their
// formats alone: nothing here knows how they are read.
//
//   node e2e/archive/generated/make-archives.mjs --out DIR [--calls 400] [--only SYSTEM]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ArchiveFolder } from './archive-folder.mjs';
import { writeAsterisk } from './asterisk.mjs';
import { writeEveryKind } from './asterisk-kinds.mjs';
import { writeFusionPbx, writeOreka, writeThreeCx, writeVonageBusiness } from './other-pbx.mjs';
import { writeAvaya, writePlainDetails, writeTrunkRecorder, writeVonageContactCenter } from './recorders.mjs';
import { writeSiprec, writeVcon } from './standards.mjs';

const BERLIN = 'Europe/Berlin';
/** @type {readonly import('./asterisk-cdr.mjs').Layout[]} */
const COLUMNS = ['17', '18', '19', '20', '20 userfield', '21', 'custom', 'table'];
/** @type {Readonly<Record<string, {readonly zone: string, readonly write: (folder: ArchiveFolder, count: number) => void}>>} */
const SYSTEMS = {
  'freepbx-germany': {
    zone: BERLIN,
    write: (folder, count) =>
      writeAsterisk(folder, count, { systemName: '', isUtc: true, columns: 18, namesItself: false }),
  },
  'freepbx-america': {
    zone: 'America/New_York',
    write: (folder, count) =>
      writeAsterisk(folder, count, { systemName: 'pbx-us-2-', isUtc: false, columns: 21, namesItself: true }),
  },
  'freepbx-columns': {
    zone: 'America/New_York',
    write: (folder, count) => writeEveryKind(folder, count, COLUMNS),
  },
  // A zone whose clocks are never set: in an hour that occurs twice, a line without a unique id could mean either.
  'freepbx-no-ids': {
    zone: 'Asia/Kolkata',
    write: (folder, count) => writeEveryKind(folder, count, ['16', '17 userfield']),
  },
  fusionpbx: { zone: 'Australia/Sydney', write: writeFusionPbx },
  'three-cx': { zone: BERLIN, write: writeThreeCx },
  oreka: { zone: BERLIN, write: writeOreka },
  avaya: { zone: BERLIN, write: writeAvaya },
  'vonage-contact-center': { zone: 'Europe/London', write: writeVonageContactCenter },
  'vonage-business': { zone: 'America/New_York', write: writeVonageBusiness },
  'trunk-recorder': { zone: 'America/Chicago', write: writeTrunkRecorder },
  details: { zone: BERLIN, write: writePlainDetails },
  siprec: { zone: 'Europe/Athens', write: writeSiprec },
  vcon: { zone: 'Asia/Kathmandu', write: writeVcon },
};

const { values } = parseArgs({
  options: { out: { type: 'string' }, calls: { type: 'string', default: '400' }, only: { type: 'string' } },
});
if (values.out === undefined) throw new Error('Say where to: --out DIR');
for (const [name, { zone, write }] of Object.entries(SYSTEMS)) {
  if (values.only !== undefined && values.only !== name) continue;
  const dir = join(values.out, name);
  mkdirSync(dir, { recursive: true });
  const folder = new ArchiveFolder(join(dir, 'archive'), zone);
  write(folder, Number(values.calls));
  writeFileSync(join(dir, 'truth.json'), JSON.stringify(folder.truth()));
}
