/** When the waves of an open profile are drawn ahead, and of which files: while a window is open, no scan goes on, and the volume is there. */
import path from 'node:path';
import { hasComputablePeaks } from './archive/media/peaks';
import type { NewestRecording } from './catalog/newest-recordings';
import { listNewestSounds, toHeader } from './catalog/newest-recordings';
import type { Announcer } from './door/announcer';
import type { Presences } from './door/presences';
import { listAllSources } from './ledger/sources';
import type { Log } from './log';
import { Peaks } from './peaks/peaks';
import type { LookTask } from './peaks/peaks-messages';
import { WaveSweep } from './peaks/wave-sweep';
import type { ProfilePaths } from './profile';
import type { ReadableDb } from './sqlite/database';

interface Opened {
  readonly threadsDir: string;
  readonly paths: ProfilePaths;
  readonly ledger: ReadableDb;
  readonly catalog: ReadableDb;
  readonly log: Log;
}

/** Opening a profile and showing its first list come first. */
const AFTER_OPENING_MS = 5_000;
/** So that scans of several sources, one after the other, are one. */
const AFTER_SCAN_MS = 500;

export class Waves {
  readonly peaks: Peaks;
  readonly #ledger: ReadableDb;
  readonly #announcer: Announcer;
  readonly #presences: Presences;
  readonly #sweep: WaveSweep<NewestRecording>;
  #isResting = false;

  constructor(opened: Opened, announcer: Announcer, presences: Presences) {
    const { threadsDir, paths, ledger, catalog, log } = opened;
    this.#ledger = ledger;
    this.#announcer = announcer;
    this.#presences = presences;
    this.peaks = new Peaks({
      workerPath: path.join(threadsDir, 'peaks-worker.js'),
      storePath: paths.peaks,
      onNotSaved: (message) => log.info('wave not kept', { message }),
    });
    this.#sweep = new WaveSweep({
      peaks: this.peaks,
      listNewest: (beforeKey, limit) => listNewestSounds(catalog, beforeKey, limit),
      toTask: (recording) => this.#toTask(recording),
      onFailure: (error) => log.failure(error, 'drawing waves ahead'),
    });
  }

  windowOpened(): void {
    if (!this.#isResting) this.#start(AFTER_OPENING_MS);
  }

  /** Until `goOn`: a scan has begun. */
  rest(): void {
    this.#isResting = true;
    this.#sweep.stop();
  }

  /** There may be new recordings. */
  goOn(): void {
    this.#isResting = false;
    this.#start(AFTER_SCAN_MS);
  }

  close(): Promise<void> {
    this.rest();
    return this.peaks.close();
  }

  /** A terminal asks one thing and ends: nothing is drawn ahead for it. */
  #start(afterMs: number): void {
    if (this.#announcer.clients().some((client) => client.kind === 'window')) this.#sweep.start(afterMs);
  }

  #toTask(recording: NewestRecording): LookTask | undefined {
    const source = listAllSources(this.#ledger).find((one) => one.sourceId === recording.sourceId);
    if (!source || this.#presences.of(source.archiveDir).presence === 'away') return undefined;
    const header = toHeader(recording);
    if (!header || !hasComputablePeaks(header)) return undefined;
    const { recordingId, sourceId, startedAtMs, sizeBytes, modifiedAtMs } = recording;
    return {
      ...{ recordingId, sourceId, startedAtMs, path: recording.path, sizeBytes, modifiedAtMs },
      ...{ archiveDir: source.archiveDir, header },
    };
  }
}
