/** What a save changed, for the trail: only the fields that differ, before and after. */
import type { JsonObject, JsonValue } from './canonical-json';
import { toCanonicalJson } from './canonical-json';

export interface Changes {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** Undefined where nothing differs. Objects are compared member by member; lists as a whole. An absent member counts as null. */
export function findChanges(before: JsonObject, after: JsonObject): Changes | undefined {
  const changedBefore: [string, JsonValue][] = [];
  const changedAfter: [string, JsonValue][] = [];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const was = ownMember(before, key);
    const is = ownMember(after, key);
    if (isObject(was) && isObject(is)) {
      const inner = findChanges(was, is);
      if (!inner) continue;
      changedBefore.push([key, inner.before]);
      changedAfter.push([key, inner.after]);
    } else if (toCanonicalJson(was) !== toCanonicalJson(is)) {
      changedBefore.push([key, was]);
      changedAfter.push([key, is]);
    }
  }
  if (changedAfter.length === 0) return undefined;
  return { before: Object.fromEntries(changedBefore), after: Object.fromEntries(changedAfter) };
}

/** Keys may be numbers of lines as somebody typed them, `__proto__` included. */
function ownMember(object: JsonObject, key: string): JsonValue {
  return Object.hasOwn(object, key) ? (object[key] ?? null) : null;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
