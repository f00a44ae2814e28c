/**
 * How values stand in the cells of a CSV file. A spreadsheet takes a cell that begins with one of `= + - @`, a tab or a line end for a
 * formula, so such a cell gets an apostrophe in front; reading takes exactly one off, so that every text comes back as it was.
 */
import type { JsonValue } from '../ledger/canonical-json';

/** Also in full width, which spreadsheets fold: U+FF1D, U+FF0B, U+FF0D, U+FF20. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Harmless in a spreadsheet, and reversible by `fromCell`. */
export function toCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A cell that somebody typed without the apostrophe is taken as it is. */
export function fromCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** What kind of value a column holds. `periods` is a list of one named text each, with a time from and until. */
export type CellType =
  | { readonly is: 'text' }
  | { readonly is: 'flag' }
  | { readonly is: 'list' }
  | { readonly is: 'periods'; readonly of: 'extension' | 'signInName' }
  | { readonly is: 'groups' };

/** A member of a list; which of the names it has is a matter of the column. */
interface Member {
  readonly extension?: string;
  readonly signInName?: string;
  readonly group?: string;
  readonly from?: string | null;
  readonly until?: string | null;
  readonly withMembers?: boolean;
}

/** The text of a value of this type, before `toCell`. */
export function toText(type: CellType, value: JsonValue): string {
  switch (type.is) {
    case 'text':
    case 'flag':
      return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '';
    case 'list':
      return joinEntries((value as readonly string[]).map((entry) => [entry]));
    case 'periods':
      return joinEntries(
        (value as readonly Member[]).map((member) => {
          const { from = null, until = null } = member;
          const times = from === null && until === null ? [] : [from ?? '', until ?? ''];
          return [member[type.of] ?? '', ...times];
        }),
      );
    case 'groups':
      return joinEntries(
        (value as readonly Member[]).map(({ group = '', withMembers = false }) =>
          withMembers ? [group, WITH_MEMBERS] : [group],
        ),
      );
  }
}

const WITH_MEMBERS = 'members';
// Spreadsheets write these words in their own language when they save a file again.
const YES = new Set(['true', 'yes', '1', 'on', 'wahr', 'ja']);
const NO = new Set(['false', 'no', '0', 'off', 'falsch', 'nein']);

/** The value of a text, after `fromCell`; a text that is none of its kind comes back as it is, for the schema to refuse. */
export function fromText(type: CellType, text: string): JsonValue {
  switch (type.is) {
    case 'text':
      return text;
    case 'flag': {
      const word = text.trim().toLowerCase();
      if (YES.has(word)) return true;
      return NO.has(word) ? false : text;
    }
    case 'list':
      return splitEntries(text).map((parts) => parts.join('|'));
    case 'periods':
      return splitEntries(text).map((parts) => {
        const [name = '', from = '', until = ''] = parts.map((part) => part.trim());
        if (parts.length > 3) return parts.join('|');
        return { [type.of]: name, from: from === '' ? null : from, until: until === '' ? null : until };
      });
    case 'groups':
      return splitEntries(text).map((parts) => {
        const [group = '', mark] = parts.map((part) => part.trim());
        if (parts.length > 2 || (mark !== undefined && mark !== WITH_MEMBERS)) return parts.join('|');
        return { group, withMembers: mark === WITH_MEMBERS };
      });
  }
}

/** Entries parted by `;`, their parts by `|`; a backslash takes the next character as it is. */
function joinEntries(entries: readonly (readonly string[])[]): string {
  return entries.map((parts) => parts.map((part) => part.replace(/[\\;|]/g, '\\$&')).join('|')).join(';');
}

/** Entries without a character are dropped: `;;201; ;` is one number. */
function splitEntries(text: string): readonly (readonly string[])[] {
  const entries: string[][] = [];
  let parts = [''];
  const end = () => {
    if (parts.some((part) => part.trim() !== '')) entries.push(parts);
    parts = [''];
  };
  const add = (char: string) => {
    parts[parts.length - 1] += char;
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\' && at + 1 < text.length) add(text.charAt((at += 1)));
    else if (char === ';') end();
    else if (char === '|') parts.push('');
    else add(char);
  }
  end();
  return entries;
}
