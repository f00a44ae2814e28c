/** A pattern while it is made: a real name cut into parts, and what each of them means. */
import { matchName } from '../../../../../shared/name-matcher';
import type {
  NamePattern,
  PatternChars,
  PatternKind,
  PatternPart,
} from '../../../../../shared/source-reading';

export interface NamePart {
  readonly text: string;
  readonly kind: PatternKind;
}

/** The name without its ending, which says what kind of file it is and is no part of a pattern. */
export function toBase(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot > 0 ? fileName.slice(0, dot) : fileName;
}

/** The parts of a name by a pattern; undefined where it does not fit. */
export function findParts(pattern: NamePattern, base: string): readonly NamePart[] | undefined {
  const taken = matchName(pattern.parts, base);
  return taken?.map((text, index) => ({ text, kind: pattern.parts[index]?.kind ?? 'any' }));
}

/** A first guess for a name: cut where digits, letters and signs meet, each part by what it looks like. */
export function guessPattern(base: string): NamePattern {
  const texts = cut(base);
  const parts: NamePart[] = [];
  for (const [index, text] of texts.entries()) {
    const before = parts.findLast((part) => part.kind !== 'text');
    const isAfterDate = before?.kind === 'date' && parts.slice(parts.indexOf(before) + 1).every(isSign);
    parts.push({ text, kind: guessKind(text, isAfterDate, index) });
  }
  return toPattern(parts, { dateOrder: guessDateOrder(parts), folder: 'nothing' });
}

/** Runs of digits, runs of letters, single signs; what mixes digits and letters more than once stays whole, as ids do. */
function cut(base: string): string[] {
  const runs = base.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu) ?? [];
  const pieces = runs.flatMap((run) => {
    const stamp = /^(\d{8})(T)(\d{6})(Z?)$/.exec(run);
    if (stamp) return stamp.slice(1).filter((piece) => piece !== '');
    const two = /^(\p{L}+)(\d+)$|^(\d+)(\p{L}+)$/u.exec(run);
    return two ? two.slice(1).filter((piece) => (piece ?? '') !== '') : [run];
  });
  // A plus belongs to the number behind it.
  return pieces.reduce<string[]>((joined, piece) => {
    if (joined.at(-1) === '+' && /^\d/.test(piece)) joined[joined.length - 1] = `+${piece}`;
    else joined.push(piece);
    return joined;
  }, []);
}

function isSign(part: NamePart): boolean {
  return part.kind === 'text' && !/[\p{L}\p{N}]/u.test(part.text);
}

function guessKind(text: string, isAfterDate: boolean, index: number): PatternKind {
  if (/^(?:in|out|inbound|outbound|incoming|outgoing|internal)$/i.test(text)) return 'direction';
  if (/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d(?:[0-5]\d){3}$/.test(text)) return 'dateTime';
  if (isDate(text)) return 'date';
  if (isAfterDate && /^[0-2]\d[0-5]\d(?:[0-5]\d)?$/.test(text)) return 'time';
  if (/^1\d{12}$/.test(text)) return 'epochMs';
  if (/^1\d{9}$/.test(text)) return 'epochSec';
  if (!/[\p{L}\p{N}]/u.test(text)) return 'text';
  return index === 0 && /^\p{L}+$/u.test(text) ? 'text' : 'any';
}

function isDate(text: string): boolean {
  const monthAndDay = /^(?:0[1-9]|1[0-2])[0-3]\d(?:19|20)\d{2}$/;
  const dayAndMonth = /^[0-3]\d(?:0[1-9]|1[0-2])(?:19|20)\d{2}$/;
  return (
    /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d$/.test(text) || dayAndMonth.test(text) || monthAndDay.test(text)
  );
}

function guessDateOrder(parts: readonly NamePart[]): NamePattern['dateOrder'] {
  const date = parts.find((part) => part.kind === 'date')?.text ?? '';
  if (date === '' || /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])/.test(date)) return 'year-first';
  return Number(date.slice(2, 4)) > 12 ? 'month-first' : 'day-first';
}

/** A pattern of these parts, with the widths and characters that their kinds have. */
export function toPattern(
  parts: readonly NamePart[],
  { dateOrder, folder }: Pick<NamePattern, 'dateOrder' | 'folder'>,
): NamePattern {
  const isBounded = (index: number): boolean => (parts[index + 1]?.kind ?? 'text') === 'text';
  return { parts: parts.map((part, index) => toPart(part, isBounded(index))), dateOrder, folder };
}

/** Counted in the pattern as long as here. */
const FIXED: ReadonlySet<PatternKind> = new Set([
  ...(['date', 'time', 'dateTime', 'year', 'month', 'day', 'hour', 'minute', 'second'] as const),
  ...(['epochSec', 'epochMs'] as const),
]);
/** May be missing: a withheld number, a name that is not known. */
const OPTIONAL: ReadonlySet<PatternKind> = new Set([
  ...(['any', 'from', 'to', 'other', 'fromName', 'toName', 'otherName'] as const),
]);

/** Where a sign follows, or nothing, a part may hold anything; where another part does, only what its own text is made of. */
function toPart({ text, kind }: NamePart, isBounded: boolean): PatternPart {
  if (kind === 'text') return { kind, text: text.slice(0, 255), chars: 'any', min: 0, max: 255 };
  if (FIXED.has(kind)) {
    const width = Math.min(255, Math.max(1, text.length));
    return { kind, text: '', chars: toChars(text), min: width, max: width };
  }
  const isFree = kind === 'any' || kind.endsWith('Name') || kind === 'callId';
  const own = toChars(text);
  const chars = !isBounded ? own : isFree || own === 'any' ? 'any' : 'word';
  return { kind, text: '', chars, min: OPTIONAL.has(kind) ? 0 : 1, max: 255 };
}

function toChars(text: string): PatternChars {
  if (/^\d*$/.test(text)) return 'digits';
  if (/^\p{L}+$/u.test(text)) return 'letters';
  return /^[\p{L}\p{N}+*#]*$/u.test(text) ? 'word' : 'any';
}

export function withKind(parts: readonly NamePart[], index: number, kind: PatternKind): NamePart[] {
  return parts.map((part, place) => (place === index ? { ...part, kind } : part));
}

/** One part of two; it means what the first one meant, unless that was only a sign. */
export function withJoined(parts: readonly NamePart[], index: number): NamePart[] {
  const [one, two] = [parts[index], parts[index + 1]];
  if (!one || !two) return [...parts];
  const kind = one.kind === 'text' ? two.kind : one.kind;
  return [...parts.slice(0, index), { text: one.text + two.text, kind }, ...parts.slice(index + 2)];
}

export function withSplit(parts: readonly NamePart[], index: number, at: number): NamePart[] {
  const part = parts[index];
  if (!part || at <= 0 || at >= part.text.length) return [...parts];
  const [left, right] = [part.text.slice(0, at), part.text.slice(at)];
  const halves: NamePart[] = [
    { text: left, kind: guessKind(left, false, 1) },
    { text: right, kind: guessKind(right, false, 1) },
  ];
  return [...parts.slice(0, index), ...halves, ...parts.slice(index + 1)];
}
