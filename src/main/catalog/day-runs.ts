/**
 * On which days the ordinals of a block began, in short: an archive is read folder by folder, so that what follows each other mostly began
 * on one day, and a strip of days needs no look at each of ten million moments. A day begins where the clock of the computer says; each
 * run keeps its own bounds, so that one who reads them by another clock sees which of them are of one day to him too.
 */
import { toBuffer, toUint32 } from './postings';

/** In the place of the second of a recording that is gone: the moment at which somebody called is forgotten with the call. */
export const NO_SECOND = 0xffff_ffff;

/** Ordinals from `start` on, until the next run begins; all known seconds are from `minSec` to `maxSec`. */
export interface DayRun {
  readonly start: number;
  readonly minSec: number;
  readonly maxSec: number;
}

/** A block of more runs is told by its seconds alone. */
const RUNS_MAX = 64;
const NUMBERS_PER_RUN = 3;

/** Empty where there are too many runs. */
export function encodeDayRuns(seconds: Uint32Array): Buffer {
  const runs: number[] = [];
  let dayFromSec = Infinity;
  let dayUntilSec = -Infinity;
  let minSec = 0;
  let maxSec = 0;
  for (let member = 0; member < seconds.length; member += 1) {
    const sec = seconds[member] ?? NO_SECOND;
    if (sec === NO_SECOND) continue;
    if (sec < dayFromSec || sec >= dayUntilSec) {
      if (runs.length === RUNS_MAX * NUMBERS_PER_RUN) return Buffer.alloc(0);
      [dayFromSec, dayUntilSec] = dayOf(sec);
      [minSec, maxSec] = [sec, sec];
      runs.push(member, minSec, maxSec);
    } else {
      minSec = Math.min(minSec, sec);
      maxSec = Math.max(maxSec, sec);
      runs[runs.length - 2] = minSec;
      runs[runs.length - 1] = maxSec;
    }
  }
  return toBuffer(Uint32Array.from(runs));
}

/** Undefined where they are not known. */
export function decodeDayRuns(stored: Uint8Array): DayRun[] | undefined {
  if (stored.length === 0) return undefined;
  const numbers = toUint32(stored);
  return Array.from({ length: numbers.length / NUMBERS_PER_RUN }, (_, run) => {
    const [start = 0, minSec = 0, maxSec = 0] = numbers.subarray(run * NUMBERS_PER_RUN);
    return { start, minSec, maxSec };
  });
}

/** The day of the second, from inclusive, until exclusive. */
function dayOf(sec: number): [fromSec: number, untilSec: number] {
  const date = new Date(sec * 1000);
  const at = (days: number): number =>
    Math.ceil(new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime() / 1000);
  return [at(0), at(1)];
}
