/** The reading thread: walks and reads while the scanner's thread writes, and no further ahead than that can follow. */
import { ArchiveFs, toErrorCode } from '../archive/archive-fs';
import { ZoneClock } from '../archive/zone';
import { openCatalogForReading } from '../catalog/database';
import { readFolders } from '../catalog/folders';
import type { ReadableDb } from '../sqlite/database';
import type { ReadingRun } from './folder-pass';
import { readFoldersInTurn } from './folders-pass';
import { FoundBatch } from './found-batch';
import type { Found } from './found-batch';
import { prepareFound } from './prepare-found';
import type { ReadingAnswer, ReadingTask } from './reading-task';
import { addAndWake, FLAGS } from './reading-task';
import { RootGuard } from './root-guard';
import type { ScanSource } from './scan-source';
import { ScanFailure, ScanStopped } from './scan-source';

/** One that is being written and one that waits: at a batch of ten thousand some twenty megabytes each. */
const AHEAD = 2;
const WAIT_MS = 1_000;

/** Returns when all is read and handed over, or nobody waits for it any more. Throws nothing. */
export function readAhead(task: ReadingTask): void {
  const flags = new Int32Array(task.flags);
  const send = (answer: ReadingAnswer): void => {
    task.answers.postMessage(answer);
    addAndWake(flags, FLAGS.sent);
  };
  let db: ReadableDb | undefined;
  try {
    const opened = (db = openCatalogForReading(task.catalogPath));
    const { sourceId } = task.source;
    const handOver = (found: Found): void => {
      const prepared = prepareFound(opened, task.source, found);
      waitForRoom(flags);
      send({ kind: 'found', found: prepared });
    };
    const run = new ReadAheadRun(opened, task, flags);
    readFoldersInTurn(run, new FoundBatch(Date.now, handOver), task.toRead, readFolders(opened, sourceId));
    run.tell();
    send({ kind: 'end' });
  } catch (error) {
    if (!(error instanceof ScanStopped)) send(toFailed(error));
  } finally {
    db?.close();
  }
}

/** Throws `ScanStopped` where nobody waits for more. */
function waitForRoom(flags: Int32Array): void {
  for (;;) {
    if (Atomics.load(flags, FLAGS.stop) === 1) throw new ScanStopped();
    const written = Atomics.load(flags, FLAGS.written);
    if (Atomics.load(flags, FLAGS.sent) - written < AHEAD) return;
    Atomics.wait(flags, FLAGS.written, written, WAIT_MS);
  }
}

class ReadAheadRun implements ReadingRun {
  readonly fs = new ArchiveFs();
  readonly source: ScanSource;
  readonly zone: ZoneClock;
  readonly guard: RootGuard;
  readonly startedAtMs: number;
  filesSeen = 0;
  recordings = 0;
  findings = 0;

  constructor(
    readonly db: ReadableDb,
    { source, startedAtMs, root }: ReadingTask,
    private readonly flags: Int32Array,
  ) {
    this.source = source;
    this.startedAtMs = startedAtMs;
    this.zone = new ZoneClock(source.timeZone);
    this.guard = new RootGuard(source.archiveDir, true, root);
  }

  step(): void {
    if (Atomics.load(this.flags, FLAGS.stop) === 1) throw new ScanStopped();
    this.tell();
  }

  tell(): void {
    Atomics.store(this.flags, FLAGS.filesSeen, this.filesSeen);
    Atomics.store(this.flags, FLAGS.recordings, this.recordings);
    Atomics.store(this.flags, FLAGS.findings, this.findings);
    Atomics.add(this.flags, FLAGS.steps, 1);
  }
}

/** Errors lose their code on the way from thread to thread. */
function toFailed(error: unknown): ReadingAnswer {
  const reason = error instanceof ScanFailure ? error.reason : null;
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', reason, code: toErrorCode(error), message };
}
