/** What differs between two states of a configuration, entry by entry and field by field, in words. */
import type { ExchangeChange, ExchangeField, ExchangeKind, ExchangePlace } from '../../shared/exchange';
import { EXCHANGE_KINDS } from '../../shared/exchange';
import type { JsonValue } from '../ledger/canonical-json';
import type { CellType } from './cell-text';
import { toText } from './cell-text';
import type { Configuration } from './entries';
import { FIELDS, toKey } from './entries';

type Values = Readonly<Record<string, JsonValue>>;

/** By kind, then by key. `ownName` is the sign-in name of whoever asks; `placeOf` says where the files speak of an entry. */
export function compare(
  before: Configuration,
  after: Configuration,
  ownName: string,
  placeOf: (kind: ExchangeKind, key: string) => ExchangePlace | null,
): readonly ExchangeChange[] {
  return EXCHANGE_KINDS.flatMap((kind) => {
    const was = byKey(kind, before[kind]);
    const is = byKey(kind, after[kind]);
    const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
    return keys.flatMap((key) => {
      const [one, other] = [was.get(key), is.get(key)];
      const fields = compareFields(kind, one, other);
      const [first] = fields;
      if (!first) return [];
      const sort = one ? (other ? 'changed' : 'removed') : 'added';
      const isOneself = touches(kind, key, ownName, fields);
      return [
        { kind, key, name: toName(other ?? one ?? {}), sort, isOneself, place: placeOf(kind, key), fields },
      ];
    });
  });
}

function byKey(kind: ExchangeKind, entries: readonly Values[]): ReadonlyMap<string, Values> {
  return new Map(entries.map((entry) => [toKey(kind, entry), entry]));
}

function compareFields(
  kind: ExchangeKind,
  was: Values | undefined,
  is: Values | undefined,
): readonly ExchangeField[] {
  return Object.entries(FIELDS[kind]).flatMap(([field, type]) => {
    const before = toShown(type, was?.[field]);
    const after = toShown(type, is?.[field]);
    return before === after ? [] : [{ field, before, after }];
  });
}

/** As it would stand in a cell, with room between the entries of a list; null for nothing. */
function toShown(type: CellType, value: JsonValue | undefined): string | null {
  if (value === undefined) return null;
  if (type.is === 'list') return (value as readonly string[]).join('; ') || null;
  const text = toText(type, value);
  if (text === '') return null;
  return type.is === 'periods' || type.is === 'groups' ? text.replaceAll(';', '; ') : text;
}

function toName(entry: Values): string {
  const { name } = entry;
  return typeof name === 'string' ? name : '';
}

/** Of a rights group it is about him where he comes in or goes out, or where he is a member whose rights change. */
function touches(
  kind: ExchangeKind,
  key: string,
  ownName: string,
  fields: readonly ExchangeField[],
): boolean {
  if (kind === 'people') return key === ownName;
  if (kind !== 'rightsGroups') return false;
  return fields.some(({ before, after }) =>
    [before, after].some((names) => (names ?? '').split('; ').includes(ownName)),
  );
}
