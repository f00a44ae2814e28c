/** Numbers and names as Asterisk and its kin write them. */
import type { Direction, PartyNumberKind } from '../../../shared/model';

const NUMBER_CHARS = 200;
const NAME_CHARS = 500;
const WITHHELD = new Set([
  'unknown',
  'anonymous',
  'restricted',
  'unavailable',
  'private',
  'withheld',
  'asserted',
  's',
  '<unknown>',
]);

export interface CallerId {
  readonly number: string;
  readonly name: string | null;
}

/**
 * `"Name" <number>`, where quotes in the name are escaped by a backslash; `number` alone; `Name <number>`.
 * A name that only repeats the number is none.
 */
export function parseCallerId(text: string): CallerId {
  const open = text.lastIndexOf('<');
  const hasNumber = open >= 0 && text.endsWith('>');
  const number = toNumber(hasNumber ? text.slice(open + 1, -1) : text);
  const named = hasNumber ? text.slice(0, open).trim() : '';
  const isQuoted = named.length >= 2 && named.startsWith('"') && named.endsWith('"');
  const name = isQuoted ? named.slice(1, -1).replace(/\\(["\\])/g, '$1') : named;
  return { number, name: toCallerName(name, number) };
}

/** Null for a name that says nothing beyond the number, or that the caller withheld. */
export function toCallerName(text: string, number: string): string | null {
  const name = text.trim();
  return name === '' || name === number || isWithheld(name) ? null : name.slice(0, NAME_CHARS);
}

/** Empty for the words that stand where the caller's number was withheld. */
export function toNumber(text: string): string {
  const number = text.trim();
  return isWithheld(number) ? '' : number.slice(0, NUMBER_CHARS);
}

function isWithheld(text: string): boolean {
  return WITHHELD.has(text.toLowerCase());
}

/**
 * Two to six digits that do not begin with the prefix for a trunk line: what extensions look like. Whether it is one is
 * known only by its place; a caller from outside may show any number.
 */
export function isExtensionLike(number: string): boolean {
  return /^[1-9]\d{1,5}$/.test(number);
}

export function toNumberKind(number: string): PartyNumberKind {
  if (isExtensionLike(number)) return 'extension';
  return /^\+?\d{3,}$/.test(number) ? 'external' : 'unknown';
}

/** The direction between two numbers of known kinds; a withheld number can only come from outside. */
export function toDirection(fromKind: PartyNumberKind, calledKind: PartyNumberKind, from: string): Direction {
  const isCalledInside = calledKind === 'extension' || calledKind === 'group';
  if (fromKind === 'extension')
    return isCalledInside ? 'internal' : calledKind === 'external' ? 'outbound' : 'unknown';
  return isCalledInside && (fromKind === 'external' || from === '') ? 'inbound' : 'unknown';
}

/** The extension of a channel such as `PJSIP/201-0000002a`, `Local/201@from-queue-00000007;1` or `Local/FMPR-201@…`. */
export function findExtensionOfChannel(channel: string): string | null {
  const match =
    /^\w{1,12}\/(?:(?:FMPR|FMGL|LC|RG-\d{1,8})-)?([1-9]\d{1,5})(?:@|-[0-9a-f]{4,16}(?:;|$)|$)/.exec(channel);
  return match?.[1] ?? null;
}
