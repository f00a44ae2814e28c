/** What would become of a source if its names and details files were read in another way: looked at, nothing written. */
import type { Party } from '../../shared/model';
import type { ReadingTrial, SourceReading, TriedField, TriedName } from '../../shared/source-reading';
import { ArchiveFs } from '../archive/archive-fs';
import type { MediaClaim } from '../archive/readers/folder-claims';
import { readClaim } from '../archive/readers/read-claim';
import { shareOut } from '../archive/readers/share-out';
import { listFields } from '../archive/sidecars/details';
import { NoDetails } from '../archive/sidecars/field';
import { explainFields } from '../archive/sidecars/map-fields';
import { parseTranscript } from '../archive/transcripts/transcript';
import type { ZoneClock } from '../archive/zone';
import { checkFolder } from './inspect';
import type { TrialRequest } from './messages';
import { readTextOrNull, toPeek } from './read-folder-file';
import { toZoneClock } from './scan-source';
import type { VisitedFolder } from './walk-about';
import { walkAbout } from './walk-about';

const LIMIT_MS = 2_000;
const EXAMPLES = 12;
const DETAILS_READ = 200;
const FIELDS = 300;
/** Forms of names of which an example is kept. */
const FORMS = 2_000;

/** Looks for about two seconds. Throws `ScanFailure` as `inspectFolder`, and for an unknown zone. */
export function tryReading(
  { archiveDir, timeZone, reading }: TrialRequest,
  limitMs = LIMIT_MS,
): ReadingTrial {
  checkFolder(archiveDir);
  const fs = new ArchiveFs();
  const trial = new Trial(fs, toZoneClock(timeZone), reading);
  const endMs = Date.now() + limitMs;
  let isWhole = true;
  for (const visited of walkAbout(fs, archiveDir, endMs)) {
    if (visited === 'out of time') isWhole = false;
    else trial.lookInto(visited);
  }
  return trial.toResult(isWhole);
}

class Trial {
  #filesLooked = 0;
  #matched = 0;
  #notUnderstood = 0;
  #detailsRead = 0;
  #detailsUnderstood = 0;
  /** By the form of the name, and whether it matched: one example of each. */
  readonly #examples = new Map<string, { readonly example: TriedName; files: number }>();
  readonly #fields = new Map<string, TriedField>();

  constructor(
    private readonly fs: ArchiveFs,
    private readonly zone: ZoneClock,
    private readonly reading: SourceReading,
  ) {}

  lookInto({ folder, folderPath, listing }: VisitedFolder): void {
    const { pattern } = this.reading;
    const options = { pattern, peek: toPeek(this.fs, folderPath) };
    for (const claim of shareOut(folder, listing.files, 'auto', this.zone, options).media) {
      this.#filesLooked += 1;
      if (claim.reader === 'pattern') this.#matched += 1;
      if (!this.#lookAt(claim, folder, folderPath)) this.#notUnderstood += 1;
      if (claim.details.length > 0 && this.#detailsRead < DETAILS_READ) this.#readDetails(claim, folderPath);
    }
  }

  toResult(isWhole: boolean): ReadingTrial {
    const rankOf = ({ reader, isMatched }: TriedName): number => (reader === null ? 0 : isMatched ? 2 : 1);
    const examples = [...this.#examples.values()]
      .sort((a, b) => rankOf(a.example) - rankOf(b.example) || b.files - a.files)
      .map(({ example }) => example);
    return {
      filesLooked: this.#filesLooked,
      isWhole,
      matched: this.#matched,
      notUnderstood: this.#notUnderstood,
      // Some of both, where there are both.
      examples: [...examples.slice(0, EXAMPLES / 2), ...examples.slice(EXAMPLES / 2).slice(-EXAMPLES / 2)],
      detailsRead: this.#detailsRead,
      detailsUnderstood: this.#detailsUnderstood,
      fields: [...this.#fields.values()],
    };
  }

  /** Whether it is understood who took part: of a file with details as of the first of its form, for reading them takes time. */
  #lookAt(claim: MediaClaim, folder: string, folderPath: string): boolean {
    const form = toForm(claim.name, claim.reader === 'pattern');
    const known = this.#examples.get(form);
    if (known && (claim.reader !== 'generic' || claim.details.length > 0)) {
      known.files += 1;
      return known.example.reader !== null;
    }
    const example = this.#toExample(claim, folder, folderPath);
    // Of plain names of one form, some are understood and some are not: it depends on how long their numbers are.
    const isLeftOver = example.reader === null && claim.details.length === 0;
    const place = isLeftOver ? `?${form}` : form;
    const before = this.#examples.get(place);
    if (before) before.files += 1;
    else if (this.#examples.size < FORMS) this.#examples.set(place, { example, files: 1 });
    return example.reader !== null;
  }

  #toExample(claim: MediaClaim, folder: string, folderPath: string): TriedName {
    const modifiedAtMs = this.fs.findFile(`${folderPath}/${claim.name}`)?.mtimeMs ?? 0;
    const readText = (name: string): string | null => readTextOrNull(this.fs, `${folderPath}/${name}`);
    const settings = { zone: this.zone, mapping: this.reading.mapping };
    const { facts, reader } = readClaim(claim, { modifiedAtMs, header: null, readText }, settings);
    const numberOf = (role: Party['role']): string =>
      facts.parties.find((party) => party.role === role)?.number ?? '';
    return {
      fileName: claim.name,
      folder,
      isMatched: claim.reader === 'pattern',
      reader: reader !== 'generic' || facts.parties.length > 0 ? reader : null,
      startedAtMs: facts.startedAtMs,
      direction: facts.direction,
      from: numberOf('caller'),
      to: numberOf('called'),
      owner: facts.owner ?? '',
      group: facts.group ?? '',
      line: facts.line ?? '',
    };
  }

  #readDetails(claim: MediaClaim, folderPath: string): void {
    const modifiedAtMs = this.fs.findFile(`${folderPath}/${claim.name}`)?.mtimeMs ?? 0;
    const { mapping } = this.reading;
    this.#detailsRead += 1;
    const readText = (name: string): string | null => readTextOrNull(this.fs, `${folderPath}/${name}`);
    const told = readClaim(claim, { modifiedAtMs, header: null, readText }, { zone: this.zone, mapping });
    if (told.facts.foundBy.some((way) => way === 'details file' || way === 'SIPREC' || way === 'vCon'))
      this.#detailsUnderstood += 1;
    for (const name of claim.details) {
      const text = readText(name);
      // A transcript is no details file, though its name is one's.
      const isTranscript = text !== null && name.endsWith('.json') && parseTranscript('json', text) !== null;
      if (text !== null && !isTranscript) this.#addFields(name, text, modifiedAtMs);
    }
  }

  #addFields(name: string, text: string, modifiedAtMs: number): void {
    try {
      for (const { path, value, field } of explainFields(
        listFields(name, text),
        this.reading.mapping,
        this.zone,
        modifiedAtMs,
      )) {
        const before = this.#fields.get(path);
        if (!before && this.#fields.size >= FIELDS) return;
        const example = before?.example ?? value;
        this.#fields.set(path, {
          path,
          example,
          files: (before?.files ?? 0) + 1,
          field: before?.field ?? field,
        });
      }
    } catch (error) {
      // What is no details file has no fields; the scan says so.
      if (!(error instanceof NoDetails)) throw error;
    }
  }
}

/** Digits are alike, and letters: names that differ only in these were given in the same way. */
function toForm(name: string, isMatched: boolean): string {
  return `${isMatched ? 1 : 0}${name.replace(/\d+/g, '9').replace(/[\p{L}]+/gu, 'a')}`;
}
