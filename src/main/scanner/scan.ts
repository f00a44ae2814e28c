/** One scan of one source, from the first look to the last count. Runs in a thread of its own; all calls are synchronous. */
import type { ErrorReason } from '../../shared/errors';
import type { ScanProgress } from '../../shared/source-model';
import { toErrorCode } from '../archive/archive-fs';
import { outdateFolders, readFolders } from '../catalog/folders';
import { checkHealth } from '../catalog/health';
import { mergeSearch } from '../catalog/search-merge';
import {
  putLastScan,
  putSettings,
  readSettings,
  readSourceState,
  recountSource,
} from '../catalog/source-state';
import type { WritableDb } from '../sqlite/database';
import { checkClock } from './clock-check';
import { findDuplicates } from './duplicates';
import { readFoldersInTurn } from './folders-pass';
import { FoundBatch } from './found-batch';
import { FoundWriter } from './found-writer';
import { bookCallsByNewZone } from './history-calls';
import { readCallHistory } from './history-pass';
import { findMovedFiles } from './moved-files';
import { prepareFound } from './prepare-found';
import { RootGuard } from './root-guard';
import { ScanRun } from './scan-run';
import type { ScanOptions } from './scan-run';
import type { ScanSource } from './scan-source';
import { ScanFailure, ScanStopped, toZoneClock } from './scan-source';
import { survey } from './survey';
import { readInTwoThreads } from './write-behind';

/** Worth writing the whole search table anew for; where less has come, only that is put in order. */
const MOSTLY_NEW = 1.25;
/** Of fewer files a thread costs more time than it saves. */
const WORTH_A_THREAD = 1_000;

/**
 * Scans and returns how it ended: `done`, `stopped` or `failed` with its reason. Everything committed before the end stays.
 * Throws nothing.
 */
export function scanSource(db: WritableDb, source: ScanSource, options: ScanOptions): ScanProgress {
  const nowMs = options.nowMs ?? Date.now;
  let run: ScanRun | undefined;
  let end: ScanProgress = toStart(source.uid, nowMs());
  try {
    const before = readSourceState(db, source.sourceId);
    const guard = new RootGuard(source.archiveDir, before.recordings > 0);
    run = new ScanRun(db, source, toZoneClock(source.timeZone), guard, options);
    run.recordings = before.recordings;
    scanFolders(run, takeSettings(run, options.everything));
    findMovedFiles(run);
    checkHealth(db, source.sourceId, checkClock(run), nowMs());
    findDuplicates(run);
    const counted = recountSource(db, source.sourceId);
    const isMostlyNew = counted.recordings > before.recordings * MOSTLY_NEW;
    mergeSearch(db, isMostlyNew, options.shouldStop);
    end = { ...run.toProgress('done'), recordings: counted.recordings, findings: counted.findings };
  } catch (error) {
    const last = run?.toProgress() ?? end;
    const isStopped = error instanceof ScanStopped;
    end = {
      ...last,
      state: isStopped ? 'stopped' : 'failed',
      endedAtMs: nowMs(),
      failure: isStopped ? null : toFailure(error),
    };
  }
  const kept = keepEnd(db, source.sourceId, end);
  options.report(kept);
  return kept;
}

/**
 * Whether each file is to be read anew: because that is wanted, or because the source is not scanned by what it was scanned by last. It is
 * asked here, where what was changed just before the program ended is found again.
 */
function takeSettings({ db, source }: ScanRun, isWanted: boolean): boolean {
  const { sourceId, archiveDir, reader, timeZone, reading } = source;
  const settings = JSON.stringify([archiveDir, reader, timeZone, reading]);
  return db.transaction(() => {
    const before = readSettings(db, sourceId);
    const everything = isWanted || (before !== null && before !== settings);
    if (everything) outdateFolders(db, sourceId);
    putSettings(db, sourceId, settings);
    return everything;
  });
}

function scanFolders(run: ScanRun, everything: boolean): void {
  run.enter('surveying');
  const { sourceId } = run.source;
  const known = readFolders(run.db, sourceId);
  const found = survey(run, known);
  run.enter('joining');
  const histories = readCallHistory(run, found.mayBeHistory);
  if (everything) bookCallsByNewZone(run);
  run.enter('reading');
  const writer = new FoundWriter(run);
  const batch = new FoundBatch(run.nowMs, (part) => {
    writer.write(prepareFound(run.db, run.source, part));
  });
  for (const [folder, code] of found.unreadable) batch.failFolder(folder, code);
  const toRead = { folders: found.folders, histories, readsEverything: everything };
  const { startReading } = run.options;
  if (startReading && found.filesToRead >= WORTH_A_THREAD) {
    batch.flush();
    readInTwoThreads(run, writer, toRead, startReading);
  } else {
    run.onDeleted = (paths) => batch.forget(new Set(paths));
    readFoldersInTurn(run, batch, toRead, known);
  }
}

function toFailure(error: unknown): { reason: ErrorReason; message: string } {
  if (error instanceof ScanFailure) return { reason: error.reason, message: error.message };
  const code = toErrorCode(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return { reason: 'disk-full', message: 'The disk of the profile is full.' };
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return { reason: 'catalog-damaged', message: 'The catalog is damaged and must be built anew.' };
  }
  return {
    reason: 'internal',
    message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}

/** The end is kept for the next start; on a full disk that may fail too, and the failure of the scan is the news then. */
function keepEnd(db: WritableDb, sourceId: number, end: ScanProgress): ScanProgress {
  try {
    db.transaction(() => {
      if (end.state !== 'done') recountSource(db, sourceId);
      putLastScan(db, sourceId, end);
    });
    return end;
  } catch (error) {
    return end.state === 'failed' ? end : { ...end, state: 'failed', failure: toFailure(error) };
  }
}

function toStart(sourceId: string, startedAtMs: number): ScanProgress {
  const none = { filesSeen: 0, filesTotal: null, recordings: 0, findings: 0, perSecond: 0, leftMs: null };
  return { ...none, sourceId, state: 'surveying', startedAtMs, endedAtMs: null, failure: null };
}
