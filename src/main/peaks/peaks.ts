/** The main thread's handle of the thread that draws waves: first asked, first drawn, each once. */
import { MediaProblem } from '../archive/media/media-problem';
import { hasComputablePeaks } from '../archive/media/peaks';
import { AskedThread } from '../thread/asked-thread';
import type {
  LookEnd,
  LookTask,
  PeaksAnswer,
  PeaksRequest,
  PeaksTask,
  PeaksThreadData,
  PeaksTold,
  Unheard,
} from './peaks-messages';
import type { SoundCounts, SoundFactRow, SoundFactsAsked } from './sound-facts';
import type { PeaksKey } from './store';

export interface PeaksParts {
  /** The built peaks/worker. */
  readonly workerPath: string;
  readonly storePath: string;
  /** A wave was drawn and could not be kept. */
  onNotSaved(message: string): void;
}

/** An id is looked up by itself: so many keep nobody waiting. */
const SWEPT_AT_ONCE = 500;

export class Peaks {
  readonly #parts: PeaksParts;
  readonly #thread: AskedThread<PeaksRequest, PeaksAnswer>;
  readonly #running = new Map<string, Promise<Uint8Array>>();

  /** The thread starts when the first wave is asked for. */
  constructor(parts: PeaksParts) {
    this.#parts = parts;
    const { workerPath, storePath } = parts;
    this.#thread = new AskedThread('wave', workerPath, { storePath } satisfies PeaksThreadData);
  }

  /**
   * The wave in the form of shared/peaks, from the store or drawn now; null where the window draws it itself. Rejects with MediaProblem
   * for a file that is missing, has changed or cannot be decoded.
   */
  of(task: PeaksTask): Promise<Uint8Array | null> {
    if (!hasComputablePeaks(task.header)) return Promise.resolve(null);
    const name = `${task.recordingId} ${String(task.sizeBytes)} ${String(task.modifiedAtMs)}`;
    const running = this.#running.get(name);
    if (running) return running;
    const drawn = this.#draw(task).finally(() => this.#running.delete(name));
    this.#running.set(name, drawn);
    return drawn;
  }

  /** Rejects where the store cannot be written; then a later `sweep` finds them. */
  async forget(recordingIds: readonly string[]): Promise<void> {
    if (recordingIds.length > 0) await this.#ask('forgotten', { forget: recordingIds });
  }

  /** Forgets the waves of all recordings that are gone. `findGone` is asked about some hundreds of ids at a time. */
  async sweep(findGone: (recordingIds: readonly string[]) => readonly string[]): Promise<void> {
    let after = '';
    for (;;) {
      const ids = await this.#ask('ids', { listAfter: after, limit: SWEPT_AT_ONCE });
      await this.forget(findGone(ids));
      const last = ids.at(-1);
      if (last === undefined || ids.length < SWEPT_AT_ONCE) return;
      after = last;
    }
  }

  /** Draws one that nobody has asked for, and gives way to whatever is asked meanwhile. Rejects where the store cannot be written. */
  lookAhead(task: LookTask): Promise<LookEnd> {
    return this.#ask('looked', { look: task });
  }

  /** Which of these were not looked at yet. */
  findUnheard(keys: readonly PeaksKey[]): Promise<Unheard> {
    return this.#ask('unheard', { unheardOf: keys });
  }

  countSoundFacts(sourceId: number): Promise<SoundCounts> {
    return this.#ask('factCounts', { countFactsOf: sourceId });
  }

  listSoundFacts(asked: SoundFactsAsked): Promise<readonly SoundFactRow[]> {
    return this.#ask('facts', { listFacts: asked });
  }

  close(): Promise<void> {
    return this.#thread.close();
  }

  async #draw(task: PeaksTask): Promise<Uint8Array> {
    const { peaks, notSaved } = await this.#ask('peaks', { task });
    if (notSaved !== null) this.#parts.onNotSaved(notSaved);
    return peaks;
  }

  async #ask<Name extends keyof PeaksTold>(name: Name, request: PeaksRequest): Promise<PeaksTold[Name]> {
    const answer = await this.#thread.ask(request);
    if ('problem' in answer) throw new MediaProblem(answer.problem, answer.message);
    const told = answer.told[name];
    if (told === undefined) throw new Error('The thread that draws waves answered another question.');
    return told;
  }
}
