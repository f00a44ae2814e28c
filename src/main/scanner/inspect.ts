/** A look at a folder before it becomes a source: which systems wrote there, from when, and how it will be listed. */
import { readdirSync, statSync } from 'node:fs';
import type { Party, ReaderId } from '../../shared/model';
import type { FolderInspection, InspectedExample } from '../../shared/source-model';
import { ArchiveFs, toErrorCode } from '../archive/archive-fs';
import type { MediaClaim } from '../archive/readers/folder-claims';
import { readClaim } from '../archive/readers/read-claim';
import type { RecordingFacts } from '../archive/readers/reader';
import { shareOut } from '../archive/readers/share-out';
import { ZoneClock } from '../archive/zone';
import { readTextOrNull, toPeek } from './read-folder-file';
import { ScanFailure } from './scan-source';
import type { VisitedFolder } from './walk-about';
import { walkAbout } from './walk-about';

const LIMIT_MS = 3_000;
const EXAMPLES = 8;
/** Details files that a look opens; of the others it believes the names. */
const DETAILS_READ = 500;

/**
 * Looks for at most `limitMs`, at folders from all over the archive. Throws `ScanFailure`: folder-missing,
 * folder-is-file, folder-unreadable, folder-empty.
 */
export function inspectFolder(archiveDir: string, limitMs = LIMIT_MS): FolderInspection {
  checkFolder(archiveDir);
  const zone = new ZoneClock(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const look = new Look(archiveDir, zone, Date.now() + limitMs);
  look.lookAround();
  return look.toInspection();
}

export function checkFolder(archiveDir: string): void {
  try {
    if (!statSync(archiveDir).isDirectory())
      throw new ScanFailure('folder-is-file', 'That is a file, not a folder.');
    if (readdirSync(archiveDir).length === 0) throw new ScanFailure('folder-empty', 'The folder is empty.');
  } catch (error) {
    if (error instanceof ScanFailure) throw error;
    const code = toErrorCode(error);
    throw code === 'ENOENT' || code === 'ENOTDIR'
      ? new ScanFailure('folder-missing', 'There is no such folder.')
      : new ScanFailure('folder-unreadable', `The folder cannot be read (${code}).`);
  }
}

class Look {
  readonly #fs = new ArchiveFs();
  readonly #systems = new Map<ReaderId, number>();
  readonly #examples = new Map<string, InspectedExample[]>();
  #filesLooked = 0;
  #detailsRead = 0;
  #media = 0;
  #understood = 0;
  #isWhole = true;
  #fromMs: number | null = null;
  #untilMs: number | null = null;

  constructor(
    private readonly archiveDir: string,
    private readonly zone: ZoneClock,
    private readonly endMs: number,
  ) {}

  lookAround(): void {
    for (const visited of walkAbout(this.#fs, this.archiveDir, this.endMs)) {
      if (visited === 'out of time') this.#isWhole = false;
      else this.#lookInto(visited);
    }
  }

  toInspection(): FolderInspection {
    const systems = [...this.#systems]
      .map(([reader, files]) => ({ reader, files }))
      .sort((a, b) => b.files - a.files);
    return {
      archiveDir: this.archiveDir,
      filesLooked: this.#filesLooked,
      isWhole: this.#isWhole,
      systems,
      fromMs: this.#fromMs,
      untilMs: this.#untilMs,
      understoodShare: this.#media === 0 ? 0 : this.#understood / this.#media,
      examples: this.#pickExamples(),
      suggestedTimeZone: this.zone.timeZone,
    };
  }

  #lookInto({ folder, folderPath, listing }: VisitedFolder): void {
    const peek = toPeek(this.#fs, folderPath);
    this.#filesLooked += listing.files.length + listing.refused.length;
    for (const claim of shareOut(folder, listing.files, 'auto', this.zone, { peek }).media) {
      if (Date.now() > this.endMs) break;
      this.#lookAt(claim, folderPath);
    }
  }

  #lookAt(claim: MediaClaim, folderPath: string): void {
    const stats = this.#fs.findFile(`${folderPath}/${claim.name}`);
    if (!stats) return;
    this.#media += 1;
    // A look reads the details of the first files of each system only: voicemail is shown by its folder and the time of its file.
    const isRead = claim.details.length > 0 && this.#detailsRead < DETAILS_READ;
    if (isRead) this.#detailsRead += 1;
    const { facts, reader } = readClaim(
      isRead ? claim : { ...claim, details: [] },
      {
        modifiedAtMs: stats.mtimeMs,
        header: null,
        readText: isRead ? toReadText(this.#fs, folderPath) : () => null,
      },
      { zone: this.zone, mapping: [] },
    );
    this.#systems.set(reader, (this.#systems.get(reader) ?? 0) + 1);
    if (reader !== 'generic' || facts.parties.length > 0) this.#understood += 1;
    this.#fromMs = Math.min(this.#fromMs ?? facts.startedAtMs, facts.startedAtMs);
    this.#untilMs = Math.max(this.#untilMs ?? facts.startedAtMs, facts.startedAtMs);
    const sort = `${reader} ${facts.kind} ${facts.direction}`;
    const examples = this.#examples.get(sort) ?? [];
    if (examples.length < EXAMPLES)
      this.#examples.set(sort, [...examples, toExample(claim.name, reader, facts)]);
  }

  /** One of each sort in turn. */
  #pickExamples(): InspectedExample[] {
    const sorts = [...this.#examples.values()];
    const turns = Array.from({ length: EXAMPLES }, (_, turn) =>
      sorts.flatMap((examples) => examples[turn] ?? []),
    );
    return turns.flat().slice(0, EXAMPLES);
  }
}

function toReadText(fs: ArchiveFs, folderPath: string): (name: string) => string | null {
  return (name) => readTextOrNull(fs, `${folderPath}/${name}`);
}

function toExample(fileName: string, reader: ReaderId, facts: RecordingFacts): InspectedExample {
  const labelOf = (role: Party['role']): string =>
    facts.parties.find((party) => party.role === role)?.number ?? '';
  return {
    fileName,
    reader,
    startedAtMs: facts.startedAtMs,
    from: labelOf('caller'),
    to: labelOf('called'),
    direction: facts.direction,
  };
}
