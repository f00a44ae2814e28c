/**
 * Call history of FreeSWITCH: FusionPBX's export of its table (CSV with header), and the `Master.csv` of mod_cdr_csv in its shipped
 * order. Each line is a leg of its own with a UUID, which is also the name of its recording.
 */
import { createHash } from 'node:crypto';
import type { DraftCallLeg } from '../draft';
import { parseMoment } from '../sidecars/moment';
import type { ZoneClock } from '../zone';
import { isExtensionLike, toNumber } from './caller-id';

export type SwitchLayout = ReadonlyMap<string, number>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** mod_cdr_csv's template `example`. */
const SHIPPED =
  'caller_id_name caller_id_number destination_number context start_stamp answer_stamp end_stamp duration billsec hangup_cause uuid bleg_uuid accountcode';
const SHIPPED_LAYOUT: SwitchLayout = new Map(SHIPPED.split(' ').map((name, index) => [name, index]));

/** Null where the line is no header of FusionPBX's table and no line of FreeSWITCH. */
export function findSwitchLayout(fields: readonly string[]): SwitchLayout | null {
  const columns = new Map(fields.map((field, index) => [field.trim().toLowerCase(), index]));
  const hasId = columns.has('uuid') || columns.has('xml_cdr_uuid');
  const hasStart = columns.has('start_stamp') || columns.has('start_epoch');
  if (hasId && hasStart && columns.has('caller_id_number') && columns.has('destination_number'))
    return columns;
  const isShipped =
    UUID.test(fields[10] ?? '') &&
    /^\d{4}-\d{2}-\d{2} /.test(fields[4] ?? '') &&
    /^[A-Z_]+$/.test(fields[9] ?? '');
  return isShipped ? SHIPPED_LAYOUT : null;
}

/** Null for the header, and for a line that has no UUID or no start. */
export function readSwitchLine(
  fields: readonly string[],
  layout: SwitchLayout,
  zone: ZoneClock,
): DraftCallLeg | null {
  const get = (...names: readonly string[]): string => {
    for (const name of names) {
      const value = (fields[layout.get(name) ?? -1] ?? '').trim();
      if (value !== '') return value;
    }
    return '';
  };
  const uniqueReference = get('uuid', 'xml_cdr_uuid').toLowerCase();
  const startedAtMs = toMs(get('start_epoch', 'start_stamp'), zone);
  if (!UUID.test(uniqueReference) || startedAtMs === null) return null;
  const answeredAtMs = toMs(get('answer_epoch', 'answer_stamp'), zone);
  const direction = toApplication(get('direction', 'call_direction'));
  const called = toNumber(get('destination_number'));
  const queue = get('cc_queue', 'ring_group', 'call_center_queue').split('@', 1)[0] ?? '';
  const isAnswered = answeredAtMs !== null && answeredAtMs >= startedAtMs;
  return {
    uniqueReference,
    linkedReference: findLinked(get, uniqueReference),
    startedAtMs,
    answeredAtMs: isAnswered ? answeredAtMs : null,
    endedAtMs: toMs(get('end_epoch', 'end_stamp'), zone),
    fromNumber: toNumber(get('caller_id_number', 'source_number')),
    fromName: toName(get('caller_id_name'), get('caller_id_number')),
    toNumber: called,
    answeredBy: isAnswered ? findAnswerer(get, called, direction) : null,
    group: /^\d{1,9}$/.test(queue) ? queue : null,
    line: direction === 'inbound' ? toText(get('caller_destination')) : null,
    accountCode: toText(get('accountcode')),
    absentMailboxes: null,
    application: direction,
    disposition: toDisposition(get('hangup_cause'), isAnswered),
    fingerprint: createHash('sha1').update(uniqueReference).digest('base64').slice(0, 22),
  };
}

type Get = (...names: readonly string[]) => string;

/** The leg that was called bears the id of the one that called it. */
function findLinked(get: Get, own: string): string {
  const origin = get('originating_leg_uuid', 'call_uuid');
  if (UUID.test(origin)) return origin.toLowerCase();
  const other = get('bridge_uuid');
  return get('leg').toLowerCase() === 'b' && UUID.test(other) ? other.toLowerCase() : own;
}

function findAnswerer(get: Get, called: string, direction: string): string | null {
  const told = get('extension', 'last_sent_callee_id_number', 'cc_agent_extension');
  if (isExtensionLike(told)) return told;
  return direction !== 'outbound' && isExtensionLike(called) && get('cc_queue') === '' ? called : null;
}

function toMs(text: string, zone: ZoneClock): number | null {
  return text === '' || text === '0' ? null : (parseMoment(text, zone, 0)?.ms ?? null);
}

function toName(name: string, number: string): string | null {
  return name === '' || name === number || toNumber(name) === '' ? null : name.slice(0, 500);
}

function toText(text: string): string | null {
  return text === '' ? null : text.slice(0, 200);
}

/** How legs of FreeSWITCH are known among others: the direction stands where Asterisk names an application. */
function toApplication(direction: string): string {
  const word = direction.toLowerCase();
  return word === 'inbound' || word === 'outbound' || word === 'local' ? word : 'call';
}

function toDisposition(cause: string, isAnswered: boolean): string {
  if (isAnswered) return 'ANSWERED';
  if (cause === 'USER_BUSY') return 'BUSY';
  return /^(?:NO_ANSWER|NO_USER_RESPONSE|ORIGINATOR_CANCEL|ALLOTTED_TIMEOUT|NORMAL_CLEARING|)$/.test(cause)
    ? 'NO ANSWER'
    : 'FAILED';
}
