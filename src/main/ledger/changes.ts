/** What a save changed, for the trail: only the fields that differ, before and after. */
import type { JsonObject, JsonValue } from './canonical-json';
import { toCanonicalJson } from './canonical-json';

export interface Changes {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** Undefined where nothing differs. Objects are compared member by member; lists as a whole. */
export function findChanges(before: JsonObject, after: JsonObject): Changes | undefined {
  const changedBefore: Record<string, JsonValue> = {};
  const changedAfter: Record<string, JsonValue> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const was = before[key];
    const is = after[key];
    if (isObject(was) && isObject(is)) {
      const inner = findChanges(was, is);
      if (!inner) continue;
      changedBefore[key] = inner.before;
      changedAfter[key] = inner.after;
    } else if (toCanonicalJson(was ?? null) !== toCanonicalJson(is ?? null)) {
      changedBefore[key] = was ?? null;
      changedAfter[key] = is ?? null;
    }
  }
  return Object.keys(changedAfter).length === 0 ? undefined : { before: changedBefore, after: changedAfter };
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
