/** Looks into JSON that somebody else wrote: whatever is not of the expected kind is not there. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** Undefined where the text is no JSON, or nested so deep that it can only be meant to harm. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Nesting that exhausts the stack is reported as a range error.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; none where it is no list. */
export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isObject) : [];
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A number, also where it was written in quotes, as speaker numbers are by some. */
export function labelOf(value: unknown): string | null {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : textOf(value);
}
