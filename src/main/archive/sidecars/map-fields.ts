/** Fields of a details file → what is known of the call: by the administrator's mapping first, then by their names. */
import type { DetailField, FieldMapping } from '../../../shared/source-reading';
import type { ZoneClock } from '../zone';
import type { Field } from './field';
import { meaningsOf } from './field-names';
import { isDay, isTimeOfDay, parseDateAndTime, parseMoment } from './moment';
import type { Moment } from './moment';

export interface MappedParty {
  readonly number: string;
  readonly name: string;
  readonly role: string;
}

export interface MappedCall {
  readonly start: Moment | null;
  /** First value of each meaning; of parties see `parties`. */
  readonly values: ReadonlyMap<DetailField, string>;
  readonly parties: readonly MappedParty[];
}

export interface MappedField extends Field {
  /** Null where it is not known what the field tells. */
  readonly field: DetailField | null;
}

/** `nearMs` is the time of the file, for dates whose order is not known. */
export function mapFields(
  fields: readonly Field[],
  mapping: FieldMapping,
  zone: ZoneClock,
  nearMs: number,
): MappedCall {
  const chosen = toChosen(mapping);
  const values = new Map<DetailField, string>();
  const ranks = new Map<DetailField, number>();
  const parties = new Map<string, { number: string; name: string; role: string }>();
  for (const field of fields) {
    for (const { field: meaning, rank } of meaningsOfField(field, chosen)) {
      if (meaning === 'ignore') continue;
      if (meaning === 'partyNumber' || meaning === 'partyName' || meaning === 'partyRole') {
        addParty(parties, field, meaning);
      } else if (rank < (ranks.get(meaning) ?? Number.POSITIVE_INFINITY)) {
        if (!fits(meaning, field.value, zone, nearMs)) continue;
        values.set(meaning, field.value);
        ranks.set(meaning, rank);
      }
    }
  }
  return { start: findStart(values, zone, nearMs), values, parties: [...parties.values()] };
}

/** Each path once, with its first value and what it is taken for: for the table in which the administrator says otherwise. */
export function explainFields(
  fields: readonly Field[],
  mapping: FieldMapping,
  zone: ZoneClock,
  nearMs: number,
): readonly MappedField[] {
  const chosen = toChosen(mapping);
  const seen = new Map<string, MappedField>();
  for (const field of fields) {
    if (seen.has(field.path)) continue;
    const meaning = meaningsOfField(field, chosen).find((one) => fits(one.field, field.value, zone, nearMs));
    seen.set(field.path, { ...field, field: meaning?.field ?? null });
  }
  return [...seen.values()];
}

const NOTHING_CHOSEN: ReadonlyMap<string, DetailField> = new Map();

function toChosen(mapping: FieldMapping): ReadonlyMap<string, DetailField> {
  return mapping.length === 0 ? NOTHING_CHOSEN : new Map(mapping.map(({ path, field }) => [path, field]));
}

function meaningsOfField(
  field: Field,
  chosen: ReadonlyMap<string, DetailField>,
): readonly { readonly field: DetailField; readonly rank: number }[] {
  const own = chosen.get(field.path);
  return own === undefined ? meaningsOf(field.path) : [{ field: own, rank: -1 }];
}

/** Whether the value can be what its name promises: `time` may be a moment, a time of day or a length. */
function fits(meaning: DetailField, value: string, zone: ZoneClock, nearMs: number): boolean {
  if (meaning === 'startedAt') return parseMoment(value, zone, nearMs) !== null;
  if (meaning === 'startDate') return isDay(value) || parseMoment(value, zone, nearMs) !== null;
  if (meaning === 'startTime') return isTimeOfDay(value);
  if (meaning === 'direction') return toDirectionWord(value) !== null;
  return true;
}

function addParty(
  parties: Map<string, { number: string; name: string; role: string }>,
  { holder, path, value }: Field,
  meaning: 'partyNumber' | 'partyName' | 'partyRole',
): void {
  // Bare numbers of a list share their holder: each is a party of its own.
  const isBare = /(?:party|participant)$/i.test(path);
  const key = isBare ? `${holder} ${parties.size}` : holder;
  const party = parties.get(key) ?? { number: '', name: '', role: '' };
  parties.set(key, party);
  if (meaning === 'partyNumber') party.number ||= value;
  else if (meaning === 'partyName') party.name ||= value;
  else party.role ||= value;
}

function findStart(values: ReadonlyMap<DetailField, string>, zone: ZoneClock, nearMs: number): Moment | null {
  const whole = values.get('startedAt');
  if (whole !== undefined) return parseMoment(whole, zone, nearMs);
  const date = values.get('startDate');
  const time = values.get('startTime');
  return date === undefined || time === undefined ? null : parseDateAndTime(date, time, zone, nearMs);
}

/** Null for a word that names no direction. */
export function toDirectionWord(text: string): 'inbound' | 'outbound' | 'internal' | null {
  switch (text.toLowerCase().replace(/[^a-z]/g, '')) {
    case 'in':
    case 'i':
    case 'inbound':
    case 'incoming':
    case 'received':
    case 'ingress':
      return 'inbound';
    case 'out':
    case 'o':
    case 'outbound':
    case 'outgoing':
    case 'made':
    case 'egress':
      return 'outbound';
    case 'internal':
    case 'int':
    case 'local':
    case 'intern':
      return 'internal';
    default:
      return null;
  }
}
