/** Times that a recording's name, its call history or its file tell, and that differ from the time by which it is listed. */
import type { RecordingDetails } from '../../../shared/model';

export interface OtherTime {
  readonly by: 'name' | 'history' | 'file';
  readonly atMs: number;
}

/** Clocks that differ by so little are both right. */
const TOLERANCE_MS = 2 * 60_000;
/** A recording whose length is not known may have gone on so long. */
const UNKNOWN_LENGTH_MS = 3_600_000;
/** Discs, ZIP and FAT begin to count in 1970 or 1980: a time before this one is none. */
const FIRST_TIME_MS = Date.UTC(1981, 0, 1);

type Timed = Pick<RecordingDetails, 'startedAtMs' | 'durationMs' | 'nameTimeMs' | 'legs'> & {
  readonly technical: Pick<RecordingDetails['technical'], 'modifiedAtMs'>;
};

/** `futureMs`: a file that was written from then on comes from a clock that is wrong. */
export function listOtherTimes(recording: Timed, futureMs: number): readonly OtherTime[] {
  const { startedAtMs, durationMs, nameTimeMs, legs, technical } = recording;
  const endMs = startedAtMs + (durationMs ?? UNKNOWN_LENGTH_MS);
  const isWithin = (atMs: number, fromMs: number, untilMs: number): boolean =>
    atMs >= fromMs - TOLERANCE_MS && atMs <= untilMs + TOLERANCE_MS;
  const times: OtherTime[] = [];
  if (nameTimeMs !== null) times.push({ by: 'name', atMs: nameTimeMs });
  const callFromMs = Math.min(...legs.map((leg) => leg.startedAtMs));
  const callUntilMs = Math.max(...legs.map((leg) => leg.endedAtMs ?? leg.startedAtMs));
  // A recording may begin late in its call, and not before or after it.
  if (legs.length > 0 && !isWithin(startedAtMs, callFromMs, callUntilMs))
    times.push({ by: 'history', atMs: callFromMs });
  const { modifiedAtMs } = technical;
  const isFileTime = modifiedAtMs >= FIRST_TIME_MS && modifiedAtMs < futureMs;
  if (isFileTime && !isWithin(modifiedAtMs, startedAtMs, endMs))
    times.push({ by: 'file', atMs: modifiedAtMs });
  return times;
}
