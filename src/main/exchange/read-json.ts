/** The entries of a JSON file. */
import { EXCHANGE_KINDS } from '../../shared/exchange';
import { findEntryLines, toLine } from './json-lines';
import { toProblem } from './problems';
import type { RawEntry, RawFile } from './read-files';
import { JSON_MARK, JSON_VERSION } from './write-files';

/** The text begins with an opening brace. */
export function readJson(file: string, text: string): RawFile {
  const refuse = (line: number | null, reason: 'bad-syntax' | 'unknown-file'): RawFile => ({
    entries: [],
    problems: [toProblem({ file, line }, reason)],
  });
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(findBrokenLine(error.message, text), 'bad-syntax');
  }
  // It begins with a brace, so it is an object.
  const members = whole as Readonly<Record<string, unknown>>;
  if (members['format'] !== JSON_MARK || members['version'] !== JSON_VERSION)
    return refuse(null, 'unknown-file');
  const lines = findEntryLines(text);
  const entries: RawEntry[] = [];
  const known = new Set<string>(['format', 'version', ...EXCHANGE_KINDS]);
  const problems = Object.keys(members)
    .filter((member) => !known.has(member))
    .map((member) =>
      toProblem({ file, line: lines.get(member)?.[0] ?? null }, 'unknown-field', { name: member }, member),
    );
  for (const kind of EXCHANGE_KINDS) {
    if (!Object.hasOwn(members, kind)) continue;
    const given = members[kind];
    const isList = Array.isArray(given);
    const values: readonly unknown[] = isList ? given : [given];
    if (isList === (kind === 'organisation')) {
      problems.push(
        toProblem({ file, line: lines.get(kind)?.[0] ?? null }, 'bad-value', { value: kind }, kind),
      );
      continue;
    }
    values.forEach((value, at) => entries.push({ kind, line: lines.get(kind)?.[at] ?? 1, value }));
  }
  return { entries, problems };
}

/** Node says the place in one of several forms, or not at all where the text ends too early. */
function findBrokenLine(message: string, text: string): number {
  const place = /position (\d+)/.exec(message)?.[1];
  return toLine(text, place === undefined ? text.length : Number(place));
}
