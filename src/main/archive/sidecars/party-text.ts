/** A number, a name, or both, as they stand in one field: `sip:201@pbx`, `tel:+4930…`, `"Ann" <201>`, `Ann Lee (201)`, `Ann Lee`. */
import { parseCallerId, toNumber } from '../call-history/caller-id';
import type { CallerId } from '../call-history/caller-id';

/** Number empty where there is none. */
export function parsePartyText(text: string): CallerId {
  const told = text.trim();
  if (told.endsWith('>')) {
    const { number, name } = parseCallerId(told);
    return { number: toAddressNumber(number), name };
  }
  const open = told.lastIndexOf('(');
  if (open > 0 && told.endsWith(')')) {
    const number = toAddressNumber(told.slice(open + 1, -1));
    if (/^\+?[\d*#]+$/.test(number)) return { number, name: toText(told.slice(0, open)) };
  }
  const number = toAddressNumber(told);
  return /\d/.test(number) || toNumber(number) === ''
    ? { number: toNumber(number), name: null }
    : { number: '', name: number };
}

/** Null for nothing but blanks. */
export function toText(text: string | null | undefined): string | null {
  const told = text?.trim() ?? '';
  return told === '' ? null : told;
}

/** Without scheme, host and parameters; digits of a number that is written for people come together. */
function toAddressNumber(text: string): string {
  const plain = text.trim().replace(/^(?:sips?|tel):/i, '');
  const [user = ''] = plain.split(/[@;]/, 1);
  return /^\+?[\d\s().\-/]{3,40}$/.test(user) ? user.replace(/[\s().\-/]/g, '') : user;
}
