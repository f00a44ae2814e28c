/**
 * CSV as telephone systems write it: quotes are doubled inside quotes and a backslash is a backslash. Records are cut out of
 * a file of any size, a piece at a time, and one bad line costs that line only.
 */

/** A record longer than this, or of more lines, has lost its closing quote. */
const RECORD_CHARS = 65_536;
const RECORD_LINES = 8;
const FIELDS = 64;
const QUOTE = 34;

export interface CsvRecord {
  /** Null for a line that is no CSV. */
  readonly fields: readonly string[] | null;
  /** Characters from the beginning of the text to the beginning of the next record. */
  readonly end: number;
}

/**
 * The record that begins at `start`. Null where the text ends before it does; with `isLast`, the end of the text ends it.
 */
export function readCsvRecord(text: string, start: number, isLast: boolean): CsvRecord | null {
  const lineEnd = text.indexOf('\n', start);
  if (lineEnd < 0 && !isLast)
    return text.length - start > RECORD_CHARS ? { fields: null, end: text.length } : null;
  const bad: CsvRecord = { fields: null, end: lineEnd < 0 ? text.length : lineEnd + 1 };
  const fields: string[] = [];
  let at = start;
  for (;;) {
    if (fields.length >= FIELDS) return bad;
    const isQuoted = text.charCodeAt(at) === QUOTE;
    const field = isQuoted ? readQuoted(text, at) : readBare(text, at);
    if (field === 'unclosed') return isLast || text.length - start > RECORD_CHARS ? bad : null;
    if (field === 'bad' || field.end - start > RECORD_CHARS) return bad;
    fields.push(field.value);
    at = field.end;
    const next = text[at];
    if (next === ',') at += 1;
    else if (next === undefined) return isLast ? { fields, end: at } : null;
    else if (next === '\n') return { fields, end: at + 1 };
    else if (next === '\r' && (at + 1 >= text.length || text[at + 1] === '\n'))
      return { fields, end: Math.min(at + 2, text.length) };
    else return bad;
  }
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function readBare(text: string, start: number): Field {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    // comma, line feed, carriage return
    if (code === 44 || code === 10 || code === 13) break;
    end += 1;
  }
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): Field | 'unclosed' | 'bad' {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return countLines(text, start) > RECORD_LINES ? 'bad' : 'unclosed';
    value += text.slice(from, quote);
    if (text.charCodeAt(quote + 1) !== QUOTE) {
      const isTooLong = quote - start > RECORD_CHARS || countLines(value, 0) > RECORD_LINES;
      return isTooLong ? 'bad' : { value, end: quote + 1 };
    }
    value += '"';
    if (value.length > RECORD_CHARS) return 'bad';
    from = quote + 2;
  }
}

function countLines(text: string, start: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n', start); at >= 0 && lines <= RECORD_LINES; at = text.indexOf('\n', at + 1))
    lines += 1;
  return lines;
}
