/** Shares the files of a folder out among the readers, so that a mixed archive is read by whichever reader understands. */
import type { ReaderId } from '../../../shared/model';
import type { NamePattern } from '../../../shared/source-reading';
import type { ZoneClock } from '../zone';
import { avaya } from './avaya';
import type { Peek, SizeOf } from './folder-claims';
import { FolderClaims } from './folder-claims';
import { freepbx } from './freepbx';
import { fusionpbx } from './fusionpbx';
import { generic } from './generic';
import { oreka } from './oreka';
import { toPatternReader } from './pattern';
import type { Reader } from './reader';
import { threeCx } from './three-cx';
import { vcon } from './vcon';
import { vonageBusiness, vonageContactCenter } from './vonage';

/** The most particular names first; what none of them knows is any folder of recordings. */
const READERS: readonly Reader[] = [
  freepbx,
  threeCx,
  oreka,
  fusionpbx,
  vonageBusiness,
  vonageContactCenter,
  vcon,
  avaya,
];

/** Pictures in containers that Chromium does not open, by the end of the name: nothing of them is read. */
const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ['avi', 'AVI video'],
  ['wmv', 'Windows Media video'],
  ['asf', 'Windows Media video'],
  ['flv', 'Flash video'],
  ['ts', 'An MPEG transport stream'],
  ['mpg', 'MPEG-1 and MPEG-2 video'],
  ['mpeg', 'MPEG-1 and MPEG-2 video'],
]);

export interface ShareOutOptions {
  readonly pattern?: NamePattern | null;
  /** For the few files whose content must be known to say whose they are. */
  readonly peek?: Peek;
  /** For recordings that lie there in several formats. */
  readonly sizeOf?: SizeOf;
}

/** Every name ends as a recording, attached to one, or as a finding. `names` are those of the folder's plain files. */
export function shareOut(
  folder: string,
  names: Iterable<string>,
  chosen: ReaderId | 'auto',
  zone: ZoneClock,
  { pattern, peek, sizeOf }: ShareOutOptions = {},
): FolderClaims {
  const claims = new FolderClaims(folder, names, peek, sizeOf);
  if (pattern) toPatternReader(pattern).claim(claims, zone);
  for (const reader of READERS) {
    if (chosen === 'auto' || chosen === reader.id) reader.claim(claims, zone);
  }
  generic.claim(claims, zone);
  for (const [name, parts] of claims.unclaimed) {
    if (parts.extension === 'srt' || parts.extension === 'vtt')
      claims.refuse(name, 'orphan-sidecar', 'A transcript without a recording of its name.');
    else if (UNSUPPORTED.has(parts.extension))
      claims.refuse(name, 'unsupported', `${UNSUPPORTED.get(parts.extension) ?? ''} is not supported.`);
    else claims.refuse(name, 'not-understood', 'No recording, and nothing that belongs to one.');
  }
  return claims;
}
