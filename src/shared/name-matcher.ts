/**
 * An administrator's pattern of names, as a matcher whose work grows with the length of the name and of the pattern and with nothing
 * else: no regular expression, no going back. For each part it is worked out from the right at which places the rest can follow; then the
 * name is walked once from the left, each part taking as much as the rest allows.
 */
import type { NamePattern, PatternChars, PatternPart } from './source-reading';

/** No file system allows longer names than 255 bytes or characters. */
const NAME_CHARS = 512;

/** What each part of the pattern took of the name, in order; null where the name is another one. */
export type Match = readonly string[] | null;

export function matchName(parts: readonly PatternPart[], name: string): Match {
  if (name.length > NAME_CHARS) return null;
  const follows = toFollows(parts, name);
  if (follows[0]?.[0] !== 1) return null;
  const taken: string[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const end = findEnd(part, name, at, follows[index + 1]);
    if (end < 0) return null;
    taken.push(name.slice(at, end));
    at = end;
  }
  return taken;
}

/** `follows[i][p]` is 1 where the parts from `i` on can take all of the name from `p` on. */
function toFollows(parts: readonly PatternPart[], name: string): Uint8Array[] {
  const end = new Uint8Array(name.length + 1);
  end[name.length] = 1;
  const follows: Uint8Array[] = [end];
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index];
    const next = follows[0];
    if (part && next)
      follows.unshift(part.kind === 'text' ? followsText(part, name, next) : followsRun(part, name, next));
  }
  return follows;
}

function followsText({ text }: PatternPart, name: string, next: Uint8Array): Uint8Array {
  if (text === '') return next;
  const own = new Uint8Array(name.length + 1);
  for (let at = name.indexOf(text); at >= 0; at = name.indexOf(text, at + 1)) {
    if (next[at + text.length] === 1) own[at] = 1;
  }
  return own;
}

/** One pass from the right: how far the run of fitting characters reaches, and where in reach the rest can go on. */
function followsRun({ chars, min, max }: PatternPart, name: string, next: Uint8Array): Uint8Array {
  const own = new Uint8Array(name.length + 1);
  // Of each place, the last place not behind it from which the rest goes on.
  const lastBefore = new Int32Array(name.length + 1).fill(-1);
  for (let at = 0, last = -1; at <= name.length; at += 1) {
    if (next[at] === 1) last = at;
    lastBefore[at] = last;
  }
  for (let at = name.length, runEnd = name.length; at >= 0; at -= 1) {
    if (at < name.length && !isOf(chars, name.charCodeAt(at))) runEnd = at;
    const furthest = Math.min(runEnd, at + max);
    if (at + min <= furthest && (lastBefore[furthest] ?? -1) >= at + min) own[at] = 1;
  }
  return own;
}

function findEnd(part: PatternPart, name: string, at: number, next: Uint8Array | undefined): number {
  if (part.kind === 'text') return name.startsWith(part.text, at) ? at + part.text.length : -1;
  let reach = at;
  while (reach < name.length && reach - at < part.max && isOf(part.chars, name.charCodeAt(reach))) reach += 1;
  for (let end = reach; end >= at + part.min; end -= 1) if (next?.[end] === 1) return end;
  return -1;
}

function isOf(chars: PatternChars, code: number): boolean {
  if (chars === 'any') return true;
  if (code >= 48 && code <= 57) return chars !== 'letters';
  if (chars === 'digits') return false;
  // plus, star, hash
  if (code === 43 || code === 42 || code === 35) return chars !== 'letters';
  if (chars === 'number') return false;
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 127;
}

/** The value of the first part of a kind; undefined where there is none or it took nothing. */
export function findValue(
  pattern: NamePattern,
  taken: readonly string[],
  kind: PatternPart['kind'],
): string | undefined {
  const index = pattern.parts.findIndex((part) => part.kind === kind);
  const value = index < 0 ? '' : (taken[index] ?? '');
  return value === '' ? undefined : value;
}
