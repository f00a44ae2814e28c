/** Names for numbers out of a CSV file as spreadsheets write it: number, name, and whatever else stands behind them. */
import type { PersonalName } from '../../../shared/own-profile';

export interface NamesFile {
  /** Each number once: a later line counts. */
  readonly names: readonly PersonalName[];
  readonly wrong: readonly { readonly line: number; readonly text: string }[];
}

const NUMBER_MAX_LENGTH = 64;
const NAME_MAX_LENGTH = 200;
/** What is shown of a line that was not understood. */
const SHOWN_LENGTH = 80;
/** A number begins with a digit, or with what is dialled before one. */
const NUMBER = /^[+*#]?[0-9][0-9 ()/.*#+-]*$/;

/** With commas, semicolons or tabs, as the first line has them. A first line without a number is a heading. */
export function parseNames(text: string): NamesFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const separator = findSeparator(lines[0] ?? '');
  const names = new Map<string, string>();
  const wrong: { line: number; text: string }[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const [number = '', name = ''] = splitLine(line, separator).map((field) => field.trim());
    const isFitting = number.length <= NUMBER_MAX_LENGTH && name !== '' && name.length <= NAME_MAX_LENGTH;
    if (NUMBER.test(number) && isFitting) names.set(number, name);
    else if (index > 0 || NUMBER.test(number))
      wrong.push({ line: index + 1, text: line.slice(0, SHOWN_LENGTH) });
  });
  return { names: [...names].map(([number, name]) => ({ number, name })), wrong };
}

/** Whatever stands first behind the first field; a first field is not longer than what is looked at. */
function findSeparator(line: string): string {
  return /^\s*(?:"(?:[^"]|"")*"\s*|[^",;\t]*)([,;\t])/.exec(line.slice(0, 300))?.[1] ?? ',';
}

/** Fields may stand in quotes, with a quote doubled within. */
function splitLine(line: string, separator: string): string[] {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (isQuoted && char === '"' && line.charAt(at + 1) === '"') {
      field += '"';
      at += 1;
    } else if (char === '"' && (isQuoted || field.trim() === '')) {
      isQuoted = !isQuoted;
      field = isQuoted ? '' : field;
    } else if (char === separator && !isQuoted) {
      fields.push(field);
      field = '';
    } else field += char;
  }
  return [...fields, field];
}
