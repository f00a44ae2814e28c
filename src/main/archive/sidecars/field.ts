/** What a details file says, whatever its form: a flat list of names and values, bounded. */

export interface Field {
  /** Names from the root to the value, `/` between them, without numbers of repeated elements; an attribute begins with `@`. */
  readonly path: string;
  readonly value: string;
  /** Of the element or object that holds it, with the numbers of repeated ones: what stands together shares it. */
  readonly holder: string;
}

/** More than any details file of one call has. */
export const FIELDS_LIMIT = 2_000;
export const DEPTH_LIMIT = 32;
const VALUE_CHARS = 1_000;
const NAME_CHARS = 200;

/** Why a text is no details file, in a plain sentence. */
export class NoDetails extends Error {
  override readonly name = 'NoDetails';
}

export class FieldList {
  readonly fields: Field[] = [];

  /** Empty values and what exceeds the limit are left out. */
  add(path: string, holder: string, value: string): void {
    const text = value.trim();
    if (text === '' || this.fields.length >= FIELDS_LIMIT) return;
    this.fields.push({ path, holder, value: text.slice(0, VALUE_CHARS) });
  }

  get isFull(): boolean {
    return this.fields.length >= FIELDS_LIMIT;
  }
}

/** A name as part of a path: the separator cannot stand in it. */
export function toStep(name: string): string {
  return name.replaceAll('/', '_').slice(0, NAME_CHARS);
}
