/** The entries of a CSV file: its first column says what it is about. */
import { CsvError, parse } from 'csv-parse/sync';
import type { ExchangeKind, ExchangeProblem } from '../../shared/exchange';
import { EXCHANGE_KINDS } from '../../shared/exchange';
import { fromCell, fromText } from './cell-text';
import { FIELDS, findCellType } from './entries';
import { toProblem } from './problems';
import type { RawEntry, RawFile } from './read-files';

interface CsvRow {
  readonly cells: readonly string[];
  /** Where it begins. */
  readonly line: number;
}

const MAX_RECORD_CHARS = 1024 * 1024;
const MAX_COLUMNS = 64;

export function readCsv(file: string, text: string): RawFile {
  const rows = parseRows(file, text);
  if (!Array.isArray(rows)) return { entries: [], problems: [rows as ExchangeProblem] };
  const [header, ...body] = rows as readonly CsvRow[];
  const columns = header?.cells.map((cell) => fromCell(cell).trim()) ?? [];
  const kind = EXCHANGE_KINDS.find((one) => Object.keys(FIELDS[one])[0] === columns[0]);
  if (!header || !kind || columns.length > MAX_COLUMNS)
    return { entries: [], problems: [toProblem({ file, line: 1 }, 'unknown-file')] };
  const problems = checkHeader(file, header.line, kind, columns);
  if (problems.length > 0) return { entries: [], problems };
  const entries: RawEntry[] = [];
  for (const { cells, line } of body) {
    if (cells.length === columns.length) entries.push({ kind, line, value: toValue(kind, columns, cells) });
    else {
      const details = { cells: cells.length, max: columns.length };
      problems.push(toProblem({ file, line }, 'row-length', details));
    }
  }
  return { entries, problems };
}

function checkHeader(
  file: string,
  line: number,
  kind: ExchangeKind,
  columns: readonly string[],
): ExchangeProblem[] {
  return columns.flatMap((name, at) => {
    if (findCellType(kind, name) === undefined)
      return [toProblem({ file, line }, 'unknown-field', { name }, name)];
    return columns.indexOf(name) === at ? [] : [toProblem({ file, line }, 'field-twice', { name }, name)];
  });
}

function toValue(kind: ExchangeKind, columns: readonly string[], cells: readonly string[]): unknown {
  return Object.fromEntries(
    columns.map((name, at) => {
      const type = findCellType(kind, name);
      return [name, type && fromText(type, fromCell(cells[at] ?? ''))];
    }),
  );
}

/** Spreadsheets of many languages part cells by semicolons: the first line, which holds names only, tells. */
function parseRows(file: string, text: string): readonly CsvRow[] | ExchangeProblem {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = firstLine.includes(';') && !firstLine.includes(',') ? ';' : ',';
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter,
      info: true,
      max_record_size: MAX_RECORD_CHARS,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return parsed.map(({ record, info }) => ({ cells: record, line: info.lines - countBreaks(record) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : null;
    return toProblem({ file, line }, 'bad-syntax');
  }
}

/** The parser tells the line on which a record ends. */
function countBreaks(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}
