/**
 * The quiet sweep: draws the waves of recordings before anybody opens them, newest first, one at a time and at half of the time of one
 * core. It tells nobody anything; what it finds is there when it is asked for.
 */
import type { LookTask } from './peaks-messages';
import type { Peaks } from './peaks';
import type { PeaksKey } from './store';

/** A recording as a list of the newest has it. */
export interface SweptRecording extends PeaksKey {
  /** Its place in the order of time; smaller is older. */
  readonly key: number;
  readonly startedAtMs: number;
}

export interface WaveSweepParts<Recording extends SweptRecording> {
  readonly peaks: Pick<Peaks, 'findUnheard' | 'lookAhead'>;
  /** Older than this key, newest first; all of them where it is undefined. At most so many, in a few milliseconds. */
  listNewest(beforeKey: number | undefined, limit: number): readonly Recording[];
  /** Undefined for one that has no sound to draw here, or whose volume is away. */
  toTask(recording: Recording): LookTask | undefined;
  onFailure(error: unknown): void;
}

const LISTED_AT_ONCE = 100;
/** An archive may hold millions that cannot be drawn here, and looking through them is work too. */
const LISTED_AT_MOST = 200_000;
/** How long somebody who has just asked for a wave is left alone. */
const GIVE_WAY_MS = 500;

export class WaveSweep<Recording extends SweptRecording> {
  readonly #parts: WaveSweepParts<Recording>;
  #round = 0;

  constructor(parts: WaveSweepParts<Recording>) {
    this.#parts = parts;
  }

  /** Begins with the newest, after a while; one that is under way ends. Returns at once and never throws. */
  start(afterMs: number): void {
    this.stop();
    const round = this.#round;
    this.#run(afterMs, () => this.#round === round).catch((error: unknown) => {
      // What was stopped may find its thread gone.
      if (this.#round === round) this.#parts.onFailure(error);
    });
  }

  /** The wave that is being drawn is the last. */
  stop(): void {
    this.#round += 1;
  }

  async #run(afterMs: number, isWanted: () => boolean): Promise<void> {
    await rest(afterMs);
    let beforeKey: number | undefined;
    for (let listed = 0; listed < LISTED_AT_MOST && isWanted();) {
      const recordings = this.#parts.listNewest(beforeKey, LISTED_AT_ONCE);
      const last = recordings.at(-1);
      if (!last) return;
      listed += recordings.length;
      beforeKey = last.key;
      const hasRoom = await this.#drawUnheard(recordings, isWanted);
      if (!hasRoom) return;
      await rest(1);
    }
  }

  /** False where the store is full of newer ones. */
  async #drawUnheard(recordings: readonly Recording[], isWanted: () => boolean): Promise<boolean> {
    const keys = recordings.map(({ recordingId, sizeBytes, modifiedAtMs }) => ({
      recordingId,
      sizeBytes,
      modifiedAtMs,
    }));
    const { positions, oldestKeptMs } = await this.#parts.peaks.findUnheard(keys);
    const isTooOld = (one: Recording) => oldestKeptMs !== null && one.startedAtMs < oldestKeptMs;
    for (const position of positions) {
      const recording = recordings[position];
      if (!recording || !isWanted() || isTooOld(recording)) break;
      await this.#draw(recording, isWanted);
    }
    return !recordings.some(isTooOld);
  }

  async #draw(recording: Recording, isWanted: () => boolean): Promise<void> {
    const task = this.#parts.toTask(recording);
    if (!task) return;
    while (isWanted()) {
      const startedAtMs = performance.now();
      const end = await this.#parts.peaks.lookAhead(task);
      if (end !== 'gave-way') {
        await rest(performance.now() - startedAtMs);
        return;
      }
      await rest(GIVE_WAY_MS);
    }
  }
}

/** Keeps no program running. */
function rest(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
