/** FusionPBX on FreeSWITCH: `<domain>/archive/YYYY/Mon/DD/<uuid>.wav|mp3`; who spoke stands in the call history alone. */
import type { ZoneClock } from '../zone';
import { toWallMs } from '../zone';
import type { FolderClaims } from './folder-claims';
import type { ReadFacts, Reader } from './reader';
import { toFacts } from './reader';

const FOLDER = /(?:^|\/)archive\/(\d{4})\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\/(\d{2})$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAY_MS = 86_400_000;

export const fusionpbx: Reader = {
  id: 'fusionpbx',
  claim(claims: FolderClaims, zone: ZoneClock): void {
    const folder = FOLDER.exec(claims.folder);
    if (!folder) return;
    const month = MONTHS.indexOf((folder[2] ?? '').toLowerCase()) + 1;
    const dayWallMs = toWallMs(Number(folder[1]), month, Number(folder[3]), 0, 0, 0);
    if (dayWallMs === null) return;
    for (const [name, { base, nameClass }] of claims.unclaimed) {
      if (nameClass === 'audio' && UUID.test(base))
        claims.takeMedia('fusionpbx', name, readByDay(base.toLowerCase(), dayWallMs, zone));
    }
  },
};

/**
 * A file is last written when its recording ends, so its time less its length is the start; a file that was copied since tells another
 * day than its folder, and then the day is all that is known.
 */
function readByDay(reference: string, dayWallMs: number, zone: ZoneClock): ReadFacts {
  return ({ modifiedAtMs, header }) => {
    const dayMs = zone.toUtc(dayWallMs).ms;
    const endedMs = Math.round(modifiedAtMs) - (header?.durationMs ?? 0);
    const isOfDay = endedMs >= dayMs && endedMs < dayMs + DAY_MS;
    return toFacts({
      startedAtMs: isOfDay ? endedMs : dayMs,
      isTimeDoubtful: !isOfDay,
      callReference: reference,
      linkedReference: reference,
      foundBy: isOfDay ? ['folder name', 'file time'] : ['folder name'],
    });
  };
}
