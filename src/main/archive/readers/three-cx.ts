/** 3CX: `recordings/<ext>/[<name>]_<from>-<to>_YYYYMMDDHHMMSS(<callid>).wav|mp3`, the name being the other party's. */
import type { Party } from '../../../shared/model';
import { toDirection, toNumber, toNumberKind } from '../call-history/caller-id';
import { toFileName } from '../safe-path';
import type { ZoneClock } from '../zone';
import { toWallMsOfDigits } from '../zone';
import type { FolderClaims } from './folder-claims';
import type { ReadFacts, Reader } from './reader';
import { toFacts } from './reader';

const NAME =
  /^(?:\[([^\]]{0,200})\]_)?([^_-]{0,100})-([^_]{0,100})_(\d{8})(\d{6})\(([^()]{1,64})\)\.(?:wav|mp3)$/i;

export const threeCx: Reader = {
  id: 'three-cx',
  claim(claims: FolderClaims, zone: ZoneClock): void {
    const owner = toFileName(claims.folder);
    for (const [name, parts] of claims.unclaimed) {
      const read = parts.nameClass === 'audio' ? readName(name, owner, zone) : null;
      if (read) claims.takeMedia('three-cx', name, read);
    }
  },
};

function readName(name: string, folderName: string, zone: ZoneClock): ReadFacts | null {
  const match = NAME.exec(name);
  if (!match) return null;
  const [, label = '', fromText = '', calledText = '', date = '', time = '', callId = ''] = match;
  const wallMs = toWallMsOfDigits(date, time);
  if (wallMs === null) return null;
  const from = toNumber(fromText);
  const called = toNumber(calledText);
  return () => {
    const { ms, isDoubtful } = zone.toUtc(wallMs);
    const owner =
      /^\d{2,9}$/.test(folderName) && (folderName === from || folderName === called) ? folderName : null;
    const kindOf = (number: string): Party['numberKind'] =>
      number === owner ? 'extension' : toNumberKind(number);
    const isFromOther = owner === null ? kindOf(from) === 'external' : from !== owner;
    const other = label === '' || label === from || label === called ? null : label;
    return toFacts({
      direction: toDirection(kindOf(from), kindOf(called), from),
      startedAtMs: ms,
      isTimeDoubtful: isDoubtful,
      parties: [
        {
          role: 'caller',
          number: from,
          numberKind: kindOf(from),
          name: isFromOther ? other : null,
          channel: null,
        },
        {
          role: 'called',
          number: called,
          numberKind: kindOf(called),
          name: isFromOther ? null : other,
          channel: null,
        },
      ],
      owner,
      // The count begins anew with the server, so the id is the call's only together with its day.
      callReference: `${date}${time}(${callId})`,
      linkedReference: `${date}(${callId})`,
      foundBy: owner === null ? ['file name'] : ['file name', 'folder name'],
    });
  };
}
