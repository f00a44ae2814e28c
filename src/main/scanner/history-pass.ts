/** Reads call history that is new or has grown, before the recordings, and joins what it says to those already listed. */
import { toErrorCode } from '../archive/archive-fs';
import type { HistoryBatch, HistoryFormat } from '../archive/call-history/history-file';
import { findHistoryFormat, readHistory } from '../archive/call-history/history-file';
import type { DraftCallLeg, DraftFinding } from '../archive/draft';
import { joinInSource } from '../archive/safe-path';
import { hasRecordings, listDraftsOfCalls, listDraftsToFind } from '../catalog/drafts-of-calls';
import { replaceFindings } from '../catalog/findings';
import type { CallHistoryFile } from '../catalog/folders';
import { putCallHistoryFile, readCallHistoryFiles, removeCallHistoryFile } from '../catalog/folders';
import { mapLegsByReference } from '../catalog/leg-lookup';
import { mergeCallLegs } from '../catalog/leg-merge';
import { putRecordings } from '../catalog/recording-writer';
import { joinDrafts } from './call-join';
import { makeCalls } from './history-calls';
import { rebuildDraft } from './rebuild-draft';
import type { ScanRun } from './scan-run';

const TAIL_BYTES = 65_536;
const ROUNDING_MS = 5_000;
const CONFERENCE = /^(?:confbridge|meetme|conference)$/i;

/**
 * `candidates`: paths of files that may be history, found by the survey. Returns the paths of all that are, read now or
 * before. Throws `ScanFailure` where the source's folder went away.
 */
export function readCallHistory(run: ScanRun, candidates: readonly string[]): ReadonlySet<string> {
  const known = new Map(readCallHistoryFiles(run.db, run.source.sourceId).map((file) => [file.path, file]));
  const histories = new Set<string>();
  for (const path of [...new Set([...known.keys(), ...candidates])].sort()) {
    run.step();
    try {
      if (readOne(run, path, known.get(path))) histories.add(path);
    } catch (error) {
      const code = toErrorCode(error);
      if (code === '' || code.startsWith('SQLITE')) throw error;
      run.guard.check();
      histories.add(path);
      say(run, path, [
        { path, kind: 'bad-call-history', detail: `The call history could not be read (${code}).` },
      ]);
    }
  }
  return histories;
}

/** False where the file is no call history, or no longer there. */
function readOne(run: ScanRun, path: string, known: CallHistoryFile | undefined): boolean {
  const filePath = joinInSource(run.guard.rootDir, path);
  const stats = run.fs.findFile(filePath);
  if (!stats) {
    run.guard.check();
    // What it told stays told: logs are rotated away, the calls took place all the same.
    if (known) removeCallHistoryFile(run.db, run.source.sourceId, path);
    say(run, path, []);
    return false;
  }
  const file = { path, sizeBytes: stats.size, modifiedAtMs: Math.round(stats.mtimeMs) };
  if (known?.sizeBytes === file.sizeBytes && known.modifiedAtMs === file.modifiedAtMs) return true;
  const format = findHistoryFormat(run.fs, filePath);
  if (!format) {
    if (known) removeCallHistoryFile(run.db, run.source.sourceId, path);
    return false;
  }
  const fromByte =
    known && known.sizeBytes < file.sizeBytes ? findContinuation(run, filePath, known.sizeBytes, format) : 0;
  const told = { badLines: 0, unreferenced: 0, legs: 0, offsetMs: 0 };
  for (const batch of readHistory(run.fs, filePath, fromByte, format, run.zone)) {
    run.step();
    takeIn(run, batch.legs);
    count(told, batch);
  }
  run.db.transaction(() => {
    putCallHistoryFile(run.db, run.source.sourceId, file);
    // A continued file keeps what was found in its earlier part.
    if (fromByte === 0) say(run, path, toFindings(path, told));
  });
  return true;
}

/**
 * The byte after the last line that was read before, if that line is still where it was; else 0: the file is another one.
 */
function findContinuation(run: ScanRun, filePath: string, sizeBytes: number, format: HistoryFormat): number {
  const fromByte = Math.max(0, sizeBytes - TAIL_BYTES);
  const tail = run.fs.readPart(filePath, fromByte, sizeBytes - fromByte);
  const end = tail.lastIndexOf(10);
  const start = end <= 0 ? -1 : tail.lastIndexOf(10, end - 1);
  if (start < 0) return 0;
  for (const batch of readHistory(run.fs, filePath, fromByte + start + 1, format, run.zone)) {
    const [leg] = batch.legs;
    const told =
      leg && mapLegsByReference(run.db, run.source.sourceId, 'unique_reference', [leg.uniqueReference]);
    const isThere =
      leg && told?.get(leg.uniqueReference)?.some((other) => other.fingerprint === leg.fingerprint);
    return isThere ? fromByte + end + 1 : 0;
  }
  return 0;
}

/** Legs and what they say of recordings already listed, both or neither: a scan that is cut off forgets no join. */
function takeIn(run: ScanRun, legs: readonly DraftCallLeg[]): void {
  const { sourceId, organisationId, uid } = run.source;
  run.db.transaction(() => {
    const { news, linkedReferences } = mergeCallLegs(run.db, legs, { sourceId, organisationId });
    makeCalls(run, linkedReferences);
    if (news.length === 0 || !hasRecordings(run.db, sourceId)) return;
    const references = new Set(news.flatMap((leg) => [leg.uniqueReference, leg.linkedReference]));
    const touched = listDraftsOfCalls(run.db, sourceId, references);
    const fromMs = Math.min(...news.map((leg) => leg.startedAtMs)) - ROUNDING_MS;
    const untilMs = Math.max(...news.map((leg) => leg.endedAtMs ?? leg.startedAtMs)) + ROUNDING_MS;
    const rooms = new Set(news.filter((leg) => CONFERENCE.test(leg.application)).map((leg) => leg.toNumber));
    const sought = listDraftsToFind(
      run.db,
      sourceId,
      Math.floor(fromMs / 1000),
      Math.ceil(untilMs / 1000),
      [...rooms].slice(0, 500),
    );
    for (const draft of sought) touched.set(draft.path, draft);
    const rebuilt = [...touched.values()].flatMap((draft) => rebuildDraft(run, draft) ?? []);
    putRecordings(run.db, joinDrafts(run.db, sourceId, rebuilt), {
      sourceId,
      sourceUid: uid,
      organisationId,
    });
  });
}

interface Told {
  badLines: number;
  unreferenced: number;
  legs: number;
  offsetMs: number;
}

function count(told: Told, batch: HistoryBatch): void {
  told.badLines += batch.badLines;
  told.unreferenced += batch.unreferenced;
  told.legs += batch.legs.length;
  if (batch.clock !== null && typeof batch.clock === 'object') told.offsetMs = batch.clock.offsetMs;
}

function toFindings(path: string, told: Told): DraftFinding[] {
  const findings: DraftFinding[] = [];
  const add = (kind: DraftFinding['kind'], detail: string): number => findings.push({ path, kind, detail });
  if (told.badLines > 0) add('bad-call-history', `${told.badLines} lines could not be read.`);
  if (told.unreferenced > 0) {
    const lines = `${told.unreferenced} lines have no unique id`;
    add(
      'bad-call-history',
      `${lines}: they are taken to be on the source's clock, and joined by time and numbers.`,
    );
  }
  if (told.offsetMs !== 0) {
    const hours = told.offsetMs / 3_600_000;
    add(
      'clock-off',
      `Its clock is ${hours} hours ahead of UTC by the unique ids; the source has another zone.`,
    );
  }
  return findings;
}

/** Findings of a history file are kept under its own path, as its folder is not read again when only the file grows. */
function say(run: ScanRun, path: string, findings: readonly DraftFinding[]): void {
  replaceFindings(run.db, run.source.sourceId, path, findings);
}
