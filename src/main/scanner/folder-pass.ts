/** Reads one folder that is new or changed: what is unchanged in it is not opened, what is gone is marked, not forgotten. */
import type { ArchiveFs } from '../archive/archive-fs';
import { toErrorCode } from '../archive/archive-fs';
import type { DraftFinding, DraftRecording } from '../archive/draft';
import type { FolderClaims, MediaClaim } from '../archive/readers/folder-claims';
import { shareOut } from '../archive/readers/share-out';
import { joinInSource, toChildPath, toFileName } from '../archive/safe-path';
import type { ZoneClock } from '../archive/zone';
import { listFindingsOfFolder } from '../catalog/findings';
import type { FolderState } from '../catalog/folders';
import { NO_FILES, OUTDATED, UNFINISHED } from '../catalog/folders';
import type { KnownFile } from '../catalog/known-files';
import { listKnownFiles } from '../catalog/known-files';
import type { ReadableDb } from '../sqlite/database';
import { listFolder } from './folder-listing';
import type { FolderListing } from './folder-listing';
import type { FoundBatch } from './found-batch';
import { readFolderFile, toPeek } from './read-folder-file';
import type { RootGuard } from './root-guard';
import type { ScanSource } from './scan-source';
import { ScanStopped } from './scan-source';

/** A file that was changed so shortly before the scan may be growing still; network drives keep time to two seconds. */
const SETTLE_MS = 10_000;
/** A file dated further ahead comes from a wrong clock and will not be waited for. */
const AHEAD_MS = 86_400_000;

/** What reading needs of a scan; it writes nothing. */
export interface ReadingRun {
  readonly db: ReadableDb;
  readonly fs: ArchiveFs;
  readonly source: ScanSource;
  readonly zone: ZoneClock;
  readonly guard: RootGuard;
  readonly startedAtMs: number;
  filesSeen: number;
  recordings: number;
  findings: number;
  /** To be called for every file or folder; throws `ScanStopped` once that is wished. */
  step(): void;
}

export interface FolderContext {
  readonly run: ReadingRun;
  readonly batch: FoundBatch;
  readonly known: FolderState | undefined;
  /** Folders of the last scan that lie in this one. */
  readonly knownFolders: readonly string[];
  readonly histories: ReadonlySet<string>;
  readonly readsEverything: boolean;
}

/** Throws `ScanFailure` where the source's folder went away; nothing of the folder is then taken for gone. */
export function readFolder(context: FolderContext, folder: string): void {
  const { run, batch } = context;
  const folderPath = joinInSource(run.guard.rootDir, folder);
  try {
    const modifiedAtMs = Math.round(run.fs.statFolder(folderPath).mtimeMs);
    const listing = listFolder(run.fs, folderPath, folder);
    new FolderReading(context, folder, folderPath, modifiedAtMs, listing).read();
  } catch (error) {
    const code = toErrorCode(error);
    if (code === '' || code.startsWith('SQLITE')) throw error;
    run.guard.check();
    if (code !== 'ENOENT') batch.failFolder(folder, code);
  }
}

class FolderReading {
  readonly #known: ReadonlyMap<string, KnownFile>;
  readonly #claims: FolderClaims;
  readonly #historyFiles: number;
  readonly #findings: DraftFinding[];
  /** What the last scan found, by path: it still holds for what is not read again. */
  readonly #before = new Map<string, DraftFinding[]>();
  #newestMs: number;
  #recordings = 0;
  #attached = 0;
  #lost = 0;
  #isClockSaid = false;

  constructor(
    private readonly context: FolderContext,
    private readonly folder: string,
    private readonly folderPath: string,
    private readonly modifiedAtMs: number,
    private readonly listing: FolderListing,
  ) {
    const { run, histories } = context;
    const files = listing.files.filter((name) => !histories.has(toChildPath(folder, name)));
    this.#historyFiles = listing.files.length - files.length;
    this.#claims = shareOut(folder, files, run.source.reader, run.zone, {
      pattern: run.source.reading.pattern,
      peek: toPeek(run.fs, folderPath),
      sizeOf: (name) => run.fs.findFile(`${folderPath}/${name}`)?.size ?? null,
    });
    this.#findings = [...listing.refused, ...this.#claims.findings];
    this.#known = new Map(
      listKnownFiles(run.db, run.source.sourceId, folder).map((file) => [file.path, file]),
    );
    for (const finding of listFindingsOfFolder(run.db, run.source.sourceId, folder)) {
      this.#before.set(finding.path, [...(this.#before.get(finding.path) ?? []), finding]);
    }
    this.#newestMs = modifiedAtMs;
  }

  read(): void {
    const { run, batch } = this.context;
    run.filesSeen += this.#findings.length + this.#historyFiles;
    try {
      for (const claim of this.#claims.media) {
        run.step();
        this.#readClaim(claim);
        run.filesSeen += 1 + claim.attached.length;
        if (batch.isDue) this.#flushUnfinished();
      }
    } catch (error) {
      if (error instanceof ScanStopped) this.#flushUnfinished();
      throw error;
    }
    // Files that vanish one after the other may be a volume that does.
    if (this.#lost > 0) run.guard.check();
    this.#findGone();
    run.findings += this.#findings.length;
    this.#announceFolders();
    batch.putFolder(this.#toState(), this.#findings);
    if (batch.isDue) batch.flush();
  }

  #readClaim(claim: MediaClaim): void {
    const { run, batch } = this.context;
    const filePath = toChildPath(this.folder, claim.name);
    const stats = run.fs.findFile(`${this.folderPath}/${claim.name}`);
    if (!stats) {
      this.#lost += 1;
      return;
    }
    const attachedMs = claim.attached.map(
      (name) => run.fs.findFile(`${this.folderPath}/${name}`)?.mtimeMs ?? 0,
    );
    const newestMs = Math.max(stats.mtimeMs, ...attachedMs);
    if (newestMs < run.startedAtMs + AHEAD_MS) this.#newestMs = Math.max(this.#newestMs, newestMs);
    const known = this.#known.get(filePath);
    if (known && this.#isUnchanged(claim, known, stats.size, stats.mtimeMs, attachedMs)) {
      this.#count(claim.attached.length);
      for (const name of [claim.name, ...claim.attached])
        this.#findings.push(...(this.#before.get(toChildPath(this.folder, name)) ?? []));
      for (const finding of this.#before.get(this.folder) ?? []) this.#sayOnce(finding);
      return;
    }
    const reading = readFolderFile({
      fs: run.fs,
      folderPath: this.folderPath,
      folder: this.folder,
      claim,
      stats,
      zone: run.zone,
      mapping: run.source.reading.mapping,
    });
    this.#findings.push(...reading.findings);
    if (reading.draft) {
      this.#sayClockOff(reading.draft);
      batch.put(reading.draft, !known || reading.draft.identity !== null);
      this.#count(reading.draft.sidecars.length);
      // Another message under the number of an earlier one is no change of that.
      if (known && reading.draft.identity === null) this.#sayChanged(known, stats.size, stats.mtimeMs);
      if (!known) run.recordings += 1;
    } else if (known) batch.remove(filePath);
  }

  #count(attached: number): void {
    this.#recordings += 1;
    this.#attached += attached;
  }

  /** A file that is at rest is written once. While its folder was not settled, it may have been growing. */
  #sayChanged(known: KnownFile, sizeBytes: number, modifiedAtMs: number): void {
    const isSame = known.sizeBytes === sizeBytes && known.modifiedAtMs === Math.round(modifiedAtMs);
    if (isSame || known.isMissing || this.context.known?.isSettled !== true) return;
    const detail =
      known.sizeBytes === sizeBytes
        ? `The file was written to again on ${new Date(modifiedAtMs).toISOString()}.`
        : `The file had ${known.sizeBytes} bytes and has ${sizeBytes} now.`;
    this.#findings.push({ path: known.path, kind: 'changed', detail });
  }

  #isUnchanged(
    claim: MediaClaim,
    known: KnownFile,
    sizeBytes: number,
    modifiedAtMs: number,
    attachedMs: readonly number[],
  ): boolean {
    const state = this.context.known;
    // Without a state, or with an outdated one, the folder has not been read by the present settings.
    if (this.context.readsEverything || !state || state.modifiedAtMs === OUTDATED || known.isMissing)
      return false;
    const isSame = known.sizeBytes === sizeBytes && known.modifiedAtMs === Math.round(modifiedAtMs);
    if (!isSame) return false;
    const attached = claim.attached.map((name) => toChildPath(this.folder, name));
    if (known.sidecars !== JSON.stringify(attached)) return false;
    // A transcript may have been growing when it was read; after it settled, the folder is.
    return state.isSettled || attachedMs.every((ms) => ms < this.context.run.startedAtMs - 3_600_000);
  }

  /** A folder of very many files is committed in parts: a scan that is cut off goes on behind the last one. */
  #flushUnfinished(): void {
    const { batch, readsEverything, known } = this.context;
    const isOutdated = readsEverything || known?.modifiedAtMs === OUTDATED;
    const modifiedAtMs = isOutdated ? OUTDATED : UNFINISHED;
    batch.putFolder({ path: this.folder, modifiedAtMs, isSettled: false, files: NO_FILES }, this.#findings);
    batch.flush();
  }

  #findGone(): void {
    const { run, batch } = this.context;
    const names = new Set(this.listing.files);
    const taken = new Set(this.#claims.media.map((claim) => claim.name));
    const gone = [...this.#known.values()].filter((file) => !taken.has(toFileName(file.path)));
    const folders = new Set(this.listing.folders);
    const goneFolders = this.context.knownFolders.filter((known) => !folders.has(toFileName(known)));
    if (gone.some((file) => !file.isMissing) || goneFolders.length > 0) run.guard.check();
    for (const file of gone) {
      // A file that is there but is no recording any more leaves the list; one that is gone stays, marked.
      if (names.has(toFileName(file.path))) batch.remove(file.path);
      else if (!file.isMissing) batch.markMissing(file.path);
    }
    for (const folder of goneFolders) batch.markFolderMissing(folder);
  }

  /**
   * A folder that is done is not looked into again, so its subfolders must be known by then: a scan that is cut off before
   * them would otherwise never find them.
   */
  #announceFolders(): void {
    const known = new Set(this.context.knownFolders);
    for (const name of this.listing.folders) {
      const path = toChildPath(this.folder, name);
      if (!known.has(path)) this.context.batch.announceFolder(path);
    }
  }

  #toState(): FolderState {
    const { startedAtMs } = this.context.run;
    const isSettled = this.#lost === 0 && this.#newestMs < startedAtMs - SETTLE_MS;
    const files = {
      all: this.listing.files.length + this.listing.refused.length,
      recordings: this.#recordings,
      attached: this.#attached,
      histories: this.#historyFiles,
    };
    return { path: this.folder, modifiedAtMs: this.modifiedAtMs, isSettled, files };
  }

  /** Said once for a folder, by its first file: where the zone is wrong, it is wrong for all. */
  #sayClockOff({ clockOffMs: offMs, reader }: DraftRecording): void {
    if (offMs === null) return;
    const surer = reader === 'freepbx' ? 'unique ids' : 'details files';
    const off =
      Math.abs(offMs) < 90_000
        ? `${Math.round(offMs / 1000)} seconds`
        : `${Math.round(offMs / 60_000)} minutes`;
    const detail = `Names and ${surer} disagree by ${off}: the source's zone, or the phone system's clock, may be wrong.`;
    this.#sayOnce({ path: this.folder, kind: 'clock-off', detail });
  }

  #sayOnce(finding: DraftFinding): void {
    if (this.#isClockSaid || finding.kind !== 'clock-off') return;
    this.#isClockSaid = true;
    this.#findings.push(finding);
  }
}
