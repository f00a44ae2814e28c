/** Reads the files of an import into entries, each with its place; whatever is wrong with a file or an entry becomes a problem. */
import { createHash } from 'node:crypto';
import type { ExchangeKind, ExchangePlace, ExchangeProblem } from '../../shared/exchange';
import { EXCHANGE_KINDS } from '../../shared/exchange';
import type { EntryOf } from './entries';
import { entrySchemas, toIdentity, toKey } from './entries';
import { toProblem, toValueProblems } from './problems';
import { readCsv } from './read-csv';
import { readJson } from './read-json';

/** A file as it was chosen: its bytes, at most MAX_FILE_BYTES of them. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const MAX_FILES = 20;
export const MAX_FILE_BYTES = 16 * 1024 * 1024;
/** Of all files together: a window keeps them until they are brought in. */
export const MAX_TOTAL_BYTES = 32 * 1024 * 1024;
const MAX_ENTRIES = 100_000;

/** An entry as a file has it, before it is checked. */
export interface RawEntry {
  readonly kind: ExchangeKind;
  readonly line: number;
  readonly value: unknown;
}

export interface RawFile {
  readonly entries: readonly RawEntry[];
  readonly problems: readonly ExchangeProblem[];
}

export interface PlacedEntry<Kind extends ExchangeKind> {
  readonly place: ExchangePlace;
  readonly key: string;
  readonly entry: EntryOf<Kind>;
}

export type Entries = { readonly [Kind in ExchangeKind]: readonly PlacedEntry<Kind>[] };

export interface ReadFiles {
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly entries: number }[];
  readonly entries: Entries;
  readonly problems: readonly ExchangeProblem[];
}

export function readFiles(given: readonly GivenFile[]): ReadFiles {
  const entries = Object.fromEntries(EXCHANGE_KINDS.map((kind) => [kind, []])) as unknown as {
    [Kind in ExchangeKind]: PlacedEntry<Kind>[];
  };
  const problems: ExchangeProblem[] = [];
  const seen = new Map<string, ExchangePlace>();
  const files = given.map(({ name, bytes }) => {
    const raw = readFile(name, bytes);
    problems.push(...raw.problems);
    for (const one of raw.entries) {
      const place = { file: name, line: one.line };
      const parsed = entrySchemas[one.kind].safeParse(one.value);
      if (!parsed.success) {
        problems.push(...toValueProblems(place, one.value, parsed.error.issues));
        continue;
      }
      const key = toKey(one.kind, parsed.data);
      const first = seen.get(toIdentity(one.kind, key));
      if (first) {
        problems.push(toProblem(place, 'entry-twice', { name: key, file: first.file, line: first.line }));
        continue;
      }
      seen.set(toIdentity(one.kind, key), place);
      // The schema of the kind has just parsed it.
      (entries[one.kind] as PlacedEntry<ExchangeKind>[]).push({ place, key, entry: parsed.data });
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { name, sha256, entries: raw.entries.length };
  });
  return { files, entries, problems };
}

function readFile(name: string, bytes: Uint8Array): RawFile {
  const nothing = (reason: 'too-large' | 'not-text'): RawFile => ({
    entries: [],
    problems: [toProblem({ file: name, line: null }, reason)],
  });
  if (bytes.length > MAX_FILE_BYTES) return nothing('too-large');
  const text = decode(bytes);
  if (text === undefined) return nothing('not-text');
  const raw = /^\s*\{/.test(text) ? readJson(name, text) : readCsv(name, text);
  return raw.entries.length > MAX_ENTRIES ? nothing('too-large') : raw;
}

/** UTF-8, with or without its mark; undefined for what is none. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
