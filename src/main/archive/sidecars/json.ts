/** JSON beside a recording. What comes out of it is looked at by own keys only, and never copied into an object. */
import type { JsonObject } from '../json-value';
import { isObject, parseJson } from '../json-value';
import type { Field } from './field';
import { DEPTH_LIMIT, FieldList, NoDetails, toStep } from './field';

/** Throws `NoDetails` for what is no JSON object. */
export function parseJsonObject(text: string): JsonObject {
  const parsed = parseJson(text);
  if (parsed === undefined) throw new NoDetails('The text is no JSON.');
  // Some systems write a list of one.
  const only = Array.isArray(parsed) && parsed.length === 1 ? (parsed[0] as unknown) : parsed;
  if (!isObject(only)) throw new NoDetails('The JSON is no object.');
  return only;
}

/** An own text of an object; numbers as their digits, null for everything else. */
export function findText(object: JsonObject, key: string): string | null {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}

/** An own list of an object; empty where there is none. */
export function listOf(object: JsonObject, key: string): readonly unknown[] {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** Every text, number and truth value is a field. */
export function listJsonFields(root: JsonObject): readonly Field[] {
  const list = new FieldList();
  const visit = (value: unknown, path: string, holder: string, depth: number): void => {
    if (list.isFull || depth > DEPTH_LIMIT) return;
    if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => visit(item, path, `${holder}[${index}]`, depth + 1));
    } else if (isObject(value)) {
      // Pairs of an object with hundreds of thousands of keys would take half a second, for a list that is full long before.
      for (const key of Object.keys(value)) {
        if (list.isFull) return;
        const item = value[key];
        const below = path === '' ? toStep(key) : `${path}/${toStep(key)}`;
        if (typeof item === 'object' && item !== null)
          visit(item, below, `${holder}/${toStep(key)}`, depth + 1);
        else list.add(below, holder, toPlain(item));
      }
    } else list.add(path, holder, toPlain(value));
  };
  visit(root, '', '', 0);
  return list.fields;
}

function toPlain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
