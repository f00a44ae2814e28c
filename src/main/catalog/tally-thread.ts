/** The main thread's handle of the thread that counts: one question at a time, and none that nobody waits for any more. */
import { AppError } from '../../shared/errors';
import { AskedThread } from '../thread/asked-thread';
import type { Tallies, TallyAnswer, TallyQuestion } from './tally-question';

export interface TallyThreadData {
  readonly catalogPath: string;
}

interface Waiting {
  readonly question: TallyQuestion;
  readonly askedBy: string | undefined;
  readonly resolve: (answer: TallyAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** Questions of one kind of one asker that may wait; a page has two or three counts on it. */
const WAITING_EACH = 3;

export class TallyThread implements Tallies {
  readonly #thread: AskedThread<TallyQuestion, TallyAnswer>;
  #line: Waiting[] = [];
  #running: Waiting | undefined;

  /** The thread starts when something is to be counted first. `workerPath` is the built tally-worker. */
  constructor(workerPath: string, catalogPath: string) {
    this.#thread = new AskedThread('count', workerPath, { catalogPath } satisfies TallyThreadData);
  }

  ask(question: TallyQuestion, askedBy?: string): Promise<TallyAnswer> {
    this.#forget(question, askedBy);
    return new Promise((resolve, reject) => {
      this.#line.push({ question, askedBy, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    const lost = [...(this.#running ? [this.#running] : []), ...this.#line];
    this.#line = [];
    for (const one of lost) one.reject(new AppError('unavailable', 'superseded', 'The program ends.'));
    await this.#thread.close();
  }

  /**
   * A page asks for several counts at once (of the list, of a stretch of time), each of which it waits for; only who asks on and on, as
   * somebody who types does, waits for the newest alone. What is being counted already is answered.
   */
  #forget({ wants }: TallyQuestion, askedBy: string | undefined): void {
    if (askedBy === undefined) return;
    const before = this.#line.filter((one) => one.askedBy === askedBy && one.question.wants === wants);
    const stale = new Set(before.slice(0, Math.max(0, before.length - WAITING_EACH + 1)));
    this.#line = this.#line.filter((one) => !stale.has(one));
    for (const one of stale) {
      one.reject(new AppError('unavailable', 'superseded', 'Something else has been asked since.'));
    }
  }

  #next(): void {
    if (this.#running) return;
    // The newest first: it is what somebody looks at now.
    const next = this.#line.pop();
    if (!next) return;
    this.#running = next;
    this.#thread
      .ask(next.question)
      .then(next.resolve, next.reject)
      .finally(() => {
        this.#running = undefined;
        this.#next();
      });
  }
}
