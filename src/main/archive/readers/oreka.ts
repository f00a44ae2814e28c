/** Oreka: `YYYY/MM/DD/HH/YYYYMMDD_HHMMSS_<port>.<ext>`; who spoke stands in `tapelist.log`. */
import { toTapeReference } from '../call-history/tapelist';
import type { ZoneClock } from '../zone';
import { toWallMsOfDigits } from '../zone';
import type { FolderClaims } from './folder-claims';
import type { Reader } from './reader';
import { toFacts } from './reader';

const NAME = /^(\d{8})_(\d{6})_[A-Za-z0-9]{1,32}\.\w{2,8}$/;
const FOLDER = /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})\/\d{2}$/;

export const oreka: Reader = {
  id: 'oreka',
  claim(claims: FolderClaims, zone: ZoneClock): void {
    // Other programs begin their names with date and time too; the folder of the same day and an hour is Oreka's own.
    const folder = FOLDER.exec(claims.folder);
    const day = folder ? `${folder[1] ?? ''}${folder[2] ?? ''}${folder[3] ?? ''}` : null;
    for (const [name, parts] of claims.unclaimed) {
      const match = parts.nameClass === 'audio' ? NAME.exec(name) : null;
      const wallMs = match?.[1] === day && day !== null ? toWallMsOfDigits(day, match?.[2] ?? '') : null;
      if (wallMs === null) continue;
      const reference = toTapeReference(name);
      claims.takeMedia('oreka', name, () => {
        const { ms, isDoubtful } = zone.toUtc(wallMs);
        return toFacts({
          startedAtMs: ms,
          isTimeDoubtful: isDoubtful,
          callReference: reference,
          linkedReference: reference,
          foundBy: ['file name'],
        });
      });
    }
  },
};
