/** Holds a source's clock against the times of its files, once for all of it, after what is new has been read. */
import type { SourceClock } from '../../shared/source-model';
import type { DraftFinding } from '../archive/draft';
import { listTimedFiles } from '../catalog/clock-sample';
import { replaceFindings } from '../catalog/findings';
import { findClock } from '../catalog/health';
import { findUncompared } from '../catalog/lookalikes';
import { judgeClock } from './judge-clock';
import type { ScanRun } from './scan-run';

/** No folder of a source bears this path, so that reading one does not take the finding away. */
const WHOLE_SOURCE = '/';

/** To be called before what is new is compared and so no longer counts as new: without news it says what it said before. */
export function checkClock(run: ScanRun): SourceClock {
  const { db, source, zone } = run;
  const kept = findClock(db, source.sourceId);
  if (kept && !findUncompared(db, source.sourceId)) return kept;
  const files = listTimedFiles(db, source.sourceId, run.recordings, run.nowMs());
  const clock = judgeClock(files, zone);
  db.transaction(() => replaceFindings(db, source.sourceId, WHOLE_SOURCE, toFindings(clock)));
  return clock;
}

function toFindings(clock: SourceClock): DraftFinding[] {
  if (clock.verdict !== 'zone' && clock.verdict !== 'clock') return [];
  const { offsetsMs, agreeing, looked, fittingZones } = clock;
  const cause =
    clock.verdict === 'zone'
      ? `the source's time zone is probably wrong. Zones that fit: ${fittingZones.join(', ')}.`
      : 'the clock of the phone system, or of the drive that it writes to, is probably wrong.';
  const detail = `The files of ${agreeing} of ${looked} recordings that were looked at were written ${offsetsMs.map(toWords).join(' or ')} the end that the recordings tell: ${cause}`;
  return [{ path: '', kind: 'clock-off', detail }];
}

/** To the minute. */
function toWords(offMs: number): string {
  const minutes = Math.round(Math.abs(offMs) / 60_000);
  const parts = [
    [Math.floor(minutes / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const told = parts.flatMap(([count, unit]) =>
    count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`],
  );
  return `${told.join(' ')} ${offMs < 0 ? 'before' : 'after'}`;
}
