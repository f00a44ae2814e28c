/**
 * Avaya's recorders (ContactStore, Contact Recorder, Media Manager): WAV or Opus in a hierarchy of dates, each with an XML of its base
 * name that says the same as the recorder's database. Its names are not published, so any XML is read.
 */
import type { ZoneClock } from '../zone';
import type { FolderClaims } from './folder-claims';
import { readPlainName } from './generic';
import type { Reader } from './reader';

const DATE_FOLDER = /(?:^|\/)(?:19|20)\d{2}(?:[-/.]?\d{1,2}){0,2}(?:\/\d{1,2})?$/;
const SOUNDS: ReadonlySet<string> = new Set(['wav', 'opus']);

export const avaya: Reader = {
  id: 'avaya',
  claim(claims: FolderClaims, zone: ZoneClock): void {
    if (!DATE_FOLDER.test(claims.folder)) return;
    for (const [name, { base, extension }] of claims.unclaimed) {
      if (!SOUNDS.has(extension) || !claims.hasCompanion(name, ['xml'])) continue;
      claims.takeMedia('avaya', name, (file) => readPlainName(base, 'call', file.modifiedAtMs, zone));
    }
  },
};
