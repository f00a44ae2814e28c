/** One text for one value, so that a hash of it means something. */

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** A lone half of a surrogate pair would not survive UTF-8: the stored text would differ from the hashed one. */
export function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/**
 * Keys sorted by code unit, no spaces, control characters escaped (so that one entry is one line), no lone surrogates; keys whose value is
 * undefined are left out. Throws for a number that JSON cannot hold.
 */
export function toCanonicalJson(value: JsonValue): string {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no number ${String(value)}.`);
    return JSON.stringify(value);
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (isArray(value)) return `[${value.map(toCanonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${escapeText(key)}:${toCanonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

/** JSON leaves DEL, C1 controls and Unicode's line and paragraph separators as they are; terminals and log readers do not. */
function escapeText(text: string): string {
  return JSON.stringify(toWellFormed(text)).replace(
    /[\u007F-\u009F\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

// Array.isArray does not narrow readonly arrays.
function isArray(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}
