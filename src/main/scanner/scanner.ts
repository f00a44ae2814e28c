/** The main thread's handle of the scanner: scans queue up and run one after the other; looks at folders wait for none. */
import { MessageChannel, Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors';
import type { FolderInspection, ScanProgress } from '../../shared/source-model';
import type { ReadingTrial } from '../../shared/source-reading';
import type { Move } from '../catalog/moves';
import { findPresence } from '../archive/volumes';
import { askThread } from './ask-thread';
import type { ScannerAnswer, ScannerJob, ThreadTask, TrialRequest } from './messages';
import { startReading } from './reading-thread';
import { Removals } from './removals';
import type { ScanSource } from './scan-source';
import { toCrash, toError } from './thread-errors';

export interface ScannerOptions {
  readonly catalogPath: string;
  /** The built scanner/worker, `scanner-worker.js`. */
  readonly workerPath: string;
  /** A thread that says nothing for so long is asked about: its volume may hang. */
  readonly silenceMs?: number;
  /** Where ids of moved recordings are kept for good: the catalog may be made anew. */
  readonly moves?: {
    list(sourceId: number): readonly Move[];
    /** All of a source, after each of its scans. */
    save(sourceId: number, moves: readonly Move[]): void;
  };
}

export interface Scanner {
  /**
   * Scans what changed, or with `everything` each file anew; waits its turn. Resolves with how the scan ended (`done`, `stopped`,
   * `failed` with its reason) and never rejects. A source that waits already is not put in line twice.
   */
  scan(source: ScanSource, options?: { readonly everything?: boolean }): Promise<ScanProgress>;
  /** Stops the scan of a source, or takes it out of the line; its promise resolves with `stopped`. */
  stop(sourceUid: string): void;
  /** How the running or waiting scan of a source stands; undefined where there is none. */
  findProgress(sourceUid: string): ScanProgress | undefined;
  /** Takes all that the catalog holds of a source out of it, after stopping its scan. Rejects with `AppError`. */
  remove(source: Pick<ScanSource, 'sourceId' | 'uid'>): Promise<void>;
  /** Takes recordings whose files were deleted out of the catalog, at once, also while it scans. Rejects with `AppError`. */
  removeDeleted(sourceId: number, paths: readonly string[]): Promise<void>;
  /**
   * Looks at a folder for about three seconds, beside any scan. Rejects with `AppError`: folder-missing, folder-is-file,
   * folder-unreadable, folder-empty, and volume-away for a folder that does not answer.
   */
  inspect(archiveDir: string): Promise<FolderInspection>;
  /** What would become of a source that is read in another way. Looks for about two seconds; rejects as `inspect`. */
  tryReading(trial: TrialRequest): Promise<ReadingTrial>;
  /** Called at most five times a second a scan. Returns how to stop listening. */
  onProgress(listener: (progress: ScanProgress) => void): () => void;
  /** Stops what runs and ends the thread. */
  close(): Promise<void>;
}

/** Starts no thread before the first job. */
export function startScanner(options: ScannerOptions): Scanner {
  return new ScannerHandle(options);
}

const SILENCE_MS = 30_000;

interface Waiting {
  readonly job: ScannerJob;
  /** Null for the removal of a source. */
  readonly source: ScanSource | null;
  readonly settle: (end: ScanProgress | AppError | null) => void;
  readonly promise: Promise<ScanProgress | AppError | null>;
  progress: ScanProgress | null;
}

class ScannerHandle implements Scanner {
  readonly #listeners = new Set<(progress: ScanProgress) => void>();
  readonly #line: Waiting[] = [];
  readonly #removals = new Removals();
  #stopFlag = new SharedArrayBuffer(8);
  #worker: Worker | undefined;
  /** Reads for the scan that runs, where that has much to read. */
  #reader: Worker | undefined;
  #running: Waiting | undefined;
  #silence: NodeJS.Timeout | undefined;
  #lastJob = 0;

  constructor(private readonly options: ScannerOptions) {}

  async scan(source: ScanSource, { everything = false } = {}): Promise<ScanProgress> {
    const before = this.#line.find((one) => one.source?.uid === source.uid && one.job.kind === 'scan');
    const isCovered = before?.job.kind === 'scan' && (before.job.everything || !everything);
    const waiting = isCovered
      ? before
      : this.#enqueue((job) => this.#toScan(job, source, everything), source);
    const end = await waiting.promise;
    return isProgress(end) ? end : toFailed(source.uid, end);
  }

  #toScan(job: number, source: ScanSource, everything: boolean): ScannerJob {
    const moves = this.options.moves?.list(source.sourceId) ?? [];
    return { kind: 'scan', job, source: { ...source, moves }, everything };
  }

  async remove({ sourceId, uid }: Pick<ScanSource, 'sourceId' | 'uid'>): Promise<void> {
    this.stop(uid);
    const end = await this.#enqueue((job) => ({ kind: 'remove', job, sourceId }), null).promise;
    if (end instanceof AppError) throw end;
  }

  removeDeleted(sourceId: number, paths: readonly string[]): Promise<void> {
    this.#worker ??= this.#startWriter();
    this.#worker.ref();
    return this.#removals.ask(sourceId, paths);
  }

  stop(sourceUid: string): void {
    for (const waiting of this.#line.filter((one) => one.source?.uid === sourceUid)) {
      this.#line.splice(this.#line.indexOf(waiting), 1);
      this.#end(waiting, { ...toWaiting(sourceUid), state: 'stopped', endedAtMs: Date.now() });
    }
    const running = this.#running;
    if (running?.source?.uid === sourceUid) Atomics.store(new Int32Array(this.#stopFlag), 0, running.job.job);
  }

  findProgress(sourceUid: string): ScanProgress | undefined {
    const found = [this.#running, ...this.#line].find((one) => one?.source?.uid === sourceUid);
    return found?.progress ?? undefined;
  }

  async inspect(archiveDir: string): Promise<FolderInspection> {
    const answer = await askThread(this.options.workerPath, { kind: 'inspect', archiveDir });
    if (answer.kind !== 'inspected') throw new Error('The thread answered another question.');
    return answer.inspection;
  }

  async tryReading(trial: TrialRequest): Promise<ReadingTrial> {
    const answer = await askThread(this.options.workerPath, { kind: 'try', trial });
    if (answer.kind !== 'tried') throw new Error('The thread answered another question.');
    return answer.trial;
  }

  onProgress(listener: (progress: ScanProgress) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    const running = this.#running;
    for (const waiting of [...this.#line]) if (waiting.source) this.stop(waiting.source.uid);
    if (running) Atomics.store(new Int32Array(this.#stopFlag), 0, running.job.job);
    if (running)
      await Promise.race([running.promise, new Promise((resolve) => setTimeout(resolve, 3_000).unref())]);
    clearTimeout(this.#silence);
    const worker = this.#worker;
    this.#worker = undefined;
    this.#removals.close();
    // It may hang on a volume that is gone.
    void this.#reader?.terminate();
    await worker?.terminate();
  }

  #enqueue(toJob: (job: number) => ScannerJob, source: ScanSource | null): Waiting {
    let settle: Waiting['settle'] = () => undefined;
    const promise = new Promise<ScanProgress | AppError | null>((resolve) => {
      settle = resolve;
    });
    this.#lastJob += 1;
    const progress = source && toWaiting(source.uid);
    const waiting: Waiting = { job: toJob(this.#lastJob), source, settle, promise, progress };
    this.#line.push(waiting);
    if (progress) this.#tell(progress);
    this.#next();
    return waiting;
  }

  #next(): void {
    if (this.#running) return;
    this.#running = this.#line.shift();
    if (!this.#running) {
      if (!this.#removals.isWaiting) this.#worker?.unref();
      return;
    }
    this.#worker ??= this.#startWriter();
    this.#worker.ref();
    this.#worker.postMessage(this.#running.job);
    this.#listenForSilence();
  }

  #startWriter(): Worker {
    this.#stopFlag = new SharedArrayBuffer(8);
    const { catalogPath, workerPath } = this.options;
    const { port1, port2 } = new MessageChannel();
    const task: ThreadTask = { kind: 'scans', catalogPath, stopFlag: this.#stopFlag, removals: port2 };
    const worker = new Worker(workerPath, { workerData: task, transferList: [port2] });
    this.#removals.connect(port1, this.#stopFlag);
    worker.on('message', (answer: ScannerAnswer) => {
      if (worker === this.#worker) this.#hear(answer);
    });
    worker.on('error', (error) => this.#lose(worker, toCrash(error)));
    worker.on('exit', () => this.#lose(worker, toCrash(new Error('The scanner has ended.'))));
    return worker;
  }

  #hear(answer: ScannerAnswer): void {
    if (answer.kind === 'recordings-removed' || answer.kind === 'removal-failed') {
      this.#removals.hear(answer);
      if (!this.#running && !this.#removals.isWaiting) this.#worker?.unref();
      return;
    }
    const running = this.#running;
    if (!running) return;
    this.#listenForSilence();
    if (answer.kind === 'reading') {
      this.#reader = startReading(this.options.workerPath, answer.task);
      return;
    }
    if (answer.kind === 'progress') {
      // The last word is said by the answer that ends the scan.
      if (answer.progress.endedAtMs !== null) return;
      running.progress = answer.progress;
      this.#tell(answer.progress);
    } else if (answer.kind === 'scanned') {
      if (running.source && answer.moves.length > 0)
        this.options.moves?.save(running.source.sourceId, answer.moves);
      this.#finish(answer.progress);
    } else if (answer.kind === 'removed') this.#finish(null);
    else if (answer.kind === 'failed') this.#finish(toError(answer));
  }

  #finish(end: ScanProgress | AppError | null): void {
    const running = this.#running;
    this.#running = undefined;
    clearTimeout(this.#silence);
    if (running) this.#end(running, end);
    this.#next();
  }

  #end(waiting: Waiting, end: ScanProgress | AppError | null): void {
    if (waiting.source) this.#tell(isProgress(end) ? end : toFailed(waiting.source.uid, end));
    waiting.settle(end);
  }

  #lose(worker: Worker, error: AppError): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    void this.#reader?.terminate();
    this.#removals.fail(error);
    if (this.#running) this.#finish(error);
  }

  #listenForSilence(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => void this.#askAboutSilence(), this.options.silenceMs ?? SILENCE_MS);
    this.#silence.unref();
  }

  /** The thread may hang in a call to a network drive that died; then it is left to itself, and the next job gets a new one. */
  async #askAboutSilence(): Promise<void> {
    const running = this.#running;
    const worker = this.#worker;
    if (!running?.source || !worker) return;
    const { presence } = await findPresence(running.source.archiveDir);
    if (this.#running !== running || this.#worker !== worker) return;
    if (presence === 'present') {
      this.#listenForSilence();
      return;
    }
    this.#worker = this.#removals.isWaiting ? this.#startWriter() : undefined;
    void worker.terminate();
    void this.#reader?.terminate();
    this.#finish(new AppError('unavailable', 'volume-away', 'The archive folder does not answer any more.'));
  }

  #tell(progress: ScanProgress): void {
    for (const listener of this.#listeners) listener(progress);
  }
}

function isProgress(end: ScanProgress | AppError | null): end is ScanProgress {
  return end !== null && !(end instanceof AppError);
}

function toWaiting(sourceId: string): ScanProgress {
  const none = { filesSeen: 0, filesTotal: null, recordings: 0, findings: 0, perSecond: 0, leftMs: null };
  return { ...none, sourceId, state: 'waiting', startedAtMs: Date.now(), endedAtMs: null, failure: null };
}

function toFailed(sourceId: string, error: AppError | null): ScanProgress {
  const failure = {
    reason: error?.reason ?? 'internal',
    message: error?.message ?? 'The scan ended without a word.',
  };
  return { ...toWaiting(sourceId), state: 'failed', endedAtMs: Date.now(), failure };
}
