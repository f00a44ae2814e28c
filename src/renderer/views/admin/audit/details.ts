/** The details of an entry, out of their canonical JSON: plain values, what a change was before and after, and what it was made upon. */
import type { ActionCounts, PreviewInTrail } from '../../../../shared/preview';
import { COUNTED_ACTIONS } from '../../../../shared/preview';

export interface Details {
  readonly values: readonly Value[];
  readonly changes: readonly Change[];
  /** Null for a change that was saved without one; undefined where the entry says nothing of it. */
  readonly preview: PreviewInTrail | null | undefined;
}

export interface Value {
  /** With the keys that lead to it, from the outside in. */
  readonly path: readonly string[];
  readonly value: unknown;
}

export interface Change {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** Undefined for text that is no JSON object; the trail holds none, unless somebody changed it. */
export function findDetails(json: string): Details | undefined {
  const parsed = parse(json);
  if (!isObject(parsed)) return undefined;
  const { before, after, preview, ...plain } = Object.assign(
    Object.create(null) as Record<string, unknown>,
    parsed,
  );
  // A reading of the trail holds its page under `before` (null for the first), which is no state of anything.
  const hasState = isState(before) || isState(after);
  const isPage = !hasState && before !== undefined && before !== null;
  const isTold = preview === null || isPreview(preview);
  const rest = {
    ...plain,
    ...(isPage ? { before } : {}),
    ...(isTold || preview === undefined ? {} : { preview }),
  };
  return {
    values: listValues(rest, []),
    changes: hasState ? listChanges(before, after, []) : [],
    preview: isTold ? preview : undefined,
  };
}

function isPreview(value: unknown): value is PreviewInTrail {
  if (!isObject(value)) return false;
  const numbers = [value['entry'], value['gaining'], value['losing'], value['uncounted']];
  return numbers.every(isNumber) && isCounts(value['gained']) && isCounts(value['lost']);
}

/** One of those whom a preview has counted, as its entry names them; null where there was no time to count him. */
export interface PreviewedPerson {
  readonly name: string;
  readonly gained: ActionCounts | null;
  readonly lost: ActionCounts | null;
}

export function isPreviewedPeople(value: unknown): value is readonly PreviewedPerson[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one) =>
        isObject(one) &&
        typeof one['name'] === 'string' &&
        [one['gained'], one['lost']].every((counts) => counts === null || isCounts(counts)),
    )
  );
}

function isCounts(value: unknown): value is ActionCounts {
  return isObject(value) && COUNTED_ACTIONS.every((action) => isNumber(value[action]));
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function listValues(object: JsonObject, path: readonly string[]): readonly Value[] {
  return Object.entries(object).flatMap(([key, value]) =>
    isObject(value) ? listValues(value, [...path, key]) : [{ path: [...path, key], value }],
  );
}

/** Objects are opened member by member; lists stand whole, for their order means something. */
function listChanges(before: unknown, after: unknown, path: readonly string[]): readonly Change[] {
  if (!isObject(before) && !isObject(after)) return [{ path, before, after }];
  const was = isObject(before) ? before : {};
  const is = isObject(after) ? after : {};
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return keys.flatMap((key) => listChanges(ownMember(was, key), ownMember(is, key), [...path, key]));
}

/** Keys may be numbers of lines as somebody typed them, `__proto__` included. */
function ownMember(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isState(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isObject(value: unknown): value is JsonObject {
  return isState(value) && !Array.isArray(value);
}
