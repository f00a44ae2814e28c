/** Names that the administrator has explained himself: they come before those of any phone system. */
import type { NamePattern } from '../../../shared/source-reading';
import { matchName } from '../../../shared/name-matcher';
import { toFileName } from '../safe-path';
import type { ZoneClock } from '../zone';
import type { FolderClaims } from './folder-claims';
import { readPatternFacts } from './pattern-facts';
import type { ReadFacts, Reader } from './reader';

export function toPatternReader(pattern: NamePattern): Reader {
  return {
    id: 'pattern',
    claim(claims: FolderClaims, zone: ZoneClock): void {
      for (const [name, { base, nameClass }] of claims.unclaimed) {
        if (nameClass !== 'audio') continue;
        const read = readByPattern(pattern, base, claims.folder, zone);
        if (read) claims.takeMedia('pattern', name, read);
      }
    },
  };
}

/** Null where the name is none of the pattern. `base` is the name without its ending. */
export function readByPattern(
  pattern: NamePattern,
  base: string,
  folder: string,
  zone: ZoneClock,
): ReadFacts | null {
  const taken = matchName(pattern.parts, base);
  const facts = taken && readPatternFacts({ pattern, taken, folderName: toFileName(folder) }, zone);
  return facts && ((file) => facts(file.modifiedAtMs));
}
