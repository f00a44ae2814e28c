/** The writing thread's side of a scan in two threads: takes what the other one reads as it comes, and writes it. */
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { FoldersToRead } from './folders-pass';
import type { FoundWriter } from './found-writer';
import type { PreparedFound } from './prepare-found';
import type { ReadingAnswer, ReadingTask } from './reading-task';
import { addAndWake, FLAGS, makeFlags } from './reading-task';
import type { ScanRun } from './scan-run';
import { ScanFailure } from './scan-source';

/** How soon a stop is heard while nothing comes. */
const WAIT_MS = 50;

/**
 * Reads folders in a thread that `start` starts, and writes what it finds. Throws what `ScanRun.step` throws, at once: what is read and
 * not written yet is left to the next scan.
 */
export function readInTwoThreads(
  run: ScanRun,
  writer: FoundWriter,
  toRead: FoldersToRead,
  start: (task: ReadingTask) => void,
): void {
  const { port1: answers, port2 } = new MessageChannel();
  const shared = makeFlags();
  const flags = new Int32Array(shared);
  const deleted = new Map<string, number>();
  run.onDeleted = (paths) => {
    // What is being collected now may hold them, and what was sent before.
    for (const path of paths) deleted.set(path, Atomics.load(flags, FLAGS.sent));
  };
  const source = { ...run.source, moves: [] };
  const { startedAtMs, guard } = run;
  const catalogPath = run.db.filePath;
  start({ catalogPath, source, startedAtMs, root: guard.identity, toRead, answers: port2, flags: shared });
  try {
    const counts = new Counts(run, flags);
    for (let taken = 0; ; taken += 1) {
      const answer = waitForAnswer(run, answers, flags, counts);
      if (answer.kind === 'end') return;
      if (answer.kind === 'failed') throw toError(answer);
      writer.write(withoutDeleted(answer.found, deleted, taken));
      addAndWake(flags, FLAGS.written);
    }
  } finally {
    Atomics.store(flags, FLAGS.stop, 1);
    addAndWake(flags, FLAGS.written);
    answers.close();
  }
}

function waitForAnswer(run: ScanRun, answers: MessagePort, flags: Int32Array, counts: Counts): ReadingAnswer {
  for (;;) {
    // In this order: what was sent before the number was read, or before the thread ended, is there.
    const sent = Atomics.load(flags, FLAGS.sent);
    const hasEnded = Atomics.load(flags, FLAGS.ended) === 1;
    const received = receiveMessageOnPort(answers);
    const hasMoved = counts.take();
    // Nothing is reported of a thread that stands still: its volume may hang, and silence makes somebody look.
    if (received || hasMoved) run.step();
    else run.stopIfWished();
    if (received) return received.message as ReadingAnswer;
    if (hasEnded) throw new Error('The thread that reads the archive has ended.');
    Atomics.wait(flags, FLAGS.sent, sent, WAIT_MS);
  }
}

/** The reading thread's counts, on top of what was counted before it began. */
class Counts {
  readonly #before: { readonly filesSeen: number; readonly recordings: number; readonly findings: number };
  #steps = 0;

  constructor(
    private readonly run: ScanRun,
    private readonly flags: Int32Array,
  ) {
    const { filesSeen, recordings, findings } = run;
    this.#before = { filesSeen, recordings, findings };
  }

  /** True where the thread has moved on. */
  take(): boolean {
    const steps = Atomics.load(this.flags, FLAGS.steps);
    if (steps === this.#steps) return false;
    this.#steps = steps;
    this.run.filesSeen = this.#before.filesSeen + Atomics.load(this.flags, FLAGS.filesSeen);
    this.run.recordings = this.#before.recordings + Atomics.load(this.flags, FLAGS.recordings);
    this.run.findings = this.#before.findings + Atomics.load(this.flags, FLAGS.findings);
    return true;
  }
}

/** `deleted`: paths, with the number of the last part that may have been read before they were deleted. */
function withoutDeleted(
  found: PreparedFound,
  deleted: ReadonlyMap<string, number>,
  part: number,
): PreparedFound {
  if (deleted.size === 0) return found;
  return { ...found, recordings: found.recordings.filter(({ path }) => (deleted.get(path) ?? -1) < part) };
}

function toError({ reason, code, message }: Extract<ReadingAnswer, { kind: 'failed' }>): Error {
  return reason === null ? Object.assign(new Error(message), { code }) : new ScanFailure(reason, message);
}
