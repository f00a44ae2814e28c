/**
 * Asterisk's call detail records: `Master.csv` of cdr-csv (no header, 16 to 21 columns), the sample order of cdr-custom,
 * and FreePBX's export of its `cdr` table (with header). The column of the first date tells the two without header apart.
 */
import { createHash } from 'node:crypto';
import type { DraftCallLeg } from '../draft';
import { LINE_PREFIX, isLineReference } from '../draft';
import type { ZoneClock } from '../zone';
import { toWallMs } from '../zone';
import { findExtensionOfChannel, parseCallerId, toCallerName, toNumber } from './caller-id';
import { toWholeSeconds } from './whole-seconds';

/** Where each field stands in a line; the references that follow the fixed columns are found by their form. */
export type CdrLayout =
  | { readonly kind: 'csv' | 'custom' }
  | { readonly kind: 'table'; readonly columns: ReadonlyMap<string, number> };

/** A line as it stands, before it is known by which clock it was written. */
export interface RawLeg {
  readonly uniqueReference: string;
  /** Null where the file does not tell. */
  readonly linkedReference: string | null;
  /** Wall clock as if it were UTC. */
  readonly startWallMs: number;
  readonly answerWallMs: number | null;
  readonly endWallMs: number | null;
  readonly fromNumber: string;
  readonly fromName: string | null;
  readonly toNumber: string;
  readonly channel: string;
  readonly otherChannel: string;
  readonly context: string;
  readonly application: string;
  /** The application's arguments, as the dial plan gave them. */
  readonly applicationData: string;
  readonly disposition: string;
  readonly durationSec: number;
  readonly line: string | null;
  readonly accountCode: string | null;
}

const UNIQUE_REFERENCE = /^(?:[\w.-]{1,64}-)?(\d{9,10})\.\d{1,9}$/;
const DISPOSITIONS = new Set([
  'ANSWERED',
  'NO ANSWER',
  'NOANSWER',
  'BUSY',
  'FAILED',
  'CONGESTION',
  'CANCEL',
  'UNKNOWN',
]);

/** The second at which Asterisk made the channel, which is in every unique id; null for any other text. */
export function findEpochSec(reference: string): number | null {
  const match = UNIQUE_REFERENCE.exec(reference);
  return match ? Number(match[1]) : null;
}

/** Null where the line is no CDR line and no header of one. */
export function findCdrLayout(fields: readonly string[]): CdrLayout | null {
  if (fields.length >= 16 && parseStamp(at(fields, 9)) !== null && isDisposition(at(fields, 14)))
    return { kind: 'csv' };
  if (fields.length >= 17 && parseStamp(at(fields, 8)) !== null && isDisposition(at(fields, 13)))
    return { kind: 'custom' };
  const columns = new Map(fields.map((field, index) => [field.trim().toLowerCase(), index]));
  const isTable = ['calldate', 'src', 'dst', 'disposition', 'uniqueid'].every((name) => columns.has(name));
  return isTable ? { kind: 'table', columns } : null;
}

/** Null where the line is not of this layout. */
export function readCdrLine(fields: readonly string[], layout: CdrLayout): RawLeg | null {
  if (layout.kind === 'table') return readTableLine(fields, layout.columns);
  const isCsv = layout.kind === 'csv';
  // Both orders hold the same run of columns, src to lastdata and start to amaflags, from another beginning.
  const [first, clid] = isCsv ? [1, 4] : [1, 0];
  const channels = isCsv ? 5 : 4;
  const references = findReferences(fields, 16) ?? toLineReferences(fields);
  const startWallMs = parseStamp(at(fields, channels + 4));
  const disposition = at(fields, channels + 9);
  if (startWallMs === null || !isDisposition(disposition)) return null;
  return {
    ...references,
    startWallMs,
    answerWallMs: parseStamp(at(fields, channels + 5)),
    endWallMs: parseStamp(at(fields, channels + 6)),
    fromNumber: toNumber(at(fields, first)),
    fromName: parseCallerId(at(fields, clid)).name,
    toNumber: at(fields, first + 1),
    channel: at(fields, channels),
    otherChannel: at(fields, channels + 1),
    context: at(fields, first + 2),
    application: at(fields, channels + 2),
    applicationData: at(fields, channels + 3),
    disposition,
    durationSec: toWholeSeconds(at(fields, channels + 7)),
    line: null,
    accountCode: at(fields, isCsv ? 0 : 15) || null,
  };
}

function readTableLine(fields: readonly string[], columns: ReadonlyMap<string, number>): RawLeg | null {
  const get = (name: string): string => at(fields, columns.get(name) ?? -1);
  const startWallMs = parseStamp(get('calldate'));
  const disposition = get('disposition');
  const unique = get('uniqueid');
  const uniqueReference = unique === '' ? toLineReferences(fields).uniqueReference : unique;
  const isNamed = unique === '' || findEpochSec(unique) !== null;
  if (startWallMs === null || !isNamed || !isDisposition(disposition)) return null;
  const durationSec = toWholeSeconds(get('duration'));
  const endWallMs = startWallMs + durationSec * 1000;
  const fromNumber = toNumber(get('cnum') || get('src'));
  return {
    uniqueReference,
    linkedReference: findEpochSec(get('linkedid')) === null ? null : get('linkedid'),
    startWallMs,
    answerWallMs: disposition === 'ANSWERED' ? endWallMs - toWholeSeconds(get('billsec')) * 1000 : null,
    endWallMs,
    fromNumber,
    fromName: toCallerName(get('cnam'), fromNumber) ?? parseCallerId(get('clid')).name,
    toNumber: get('dst'),
    channel: get('channel'),
    otherChannel: get('dstchannel'),
    context: get('dcontext'),
    application: get('lastapp'),
    applicationData: get('lastdata'),
    disposition,
    durationSec,
    line: get('did') || get('outbound_cnum') || null,
    accountCode: get('accountcode') || null,
  };
}

/** Unique id and, in files that have it, linked id: the first two texts of their form from a column on. */
function findReferences(
  fields: readonly string[],
  from: number,
): { uniqueReference: string; linkedReference: string | null } | null {
  const found: string[] = [];
  for (let index = from; index < fields.length && found.length < 2; index += 1) {
    if (findEpochSec(at(fields, index)) !== null) found.push(at(fields, index));
  }
  const [uniqueReference, linkedReference] = found;
  return uniqueReference === undefined ? null : { uniqueReference, linkedReference: linkedReference ?? null };
}

/** Asterisk writes no unique id unless it is told to (16 columns): such a line is known by all that it says. */
function toLineReferences(fields: readonly string[]): { uniqueReference: string; linkedReference: null } {
  const told = createHash('sha1').update(fields.slice(0, 16).join('\n')).digest('base64url');
  return { uniqueReference: `${LINE_PREFIX}${told.slice(0, 22)}`, linkedReference: null };
}

/** How a file's clock is told from UTC: by the source's zone, not at all, or by an offset that no zone explains. */
export type CdrClock = 'zone' | 'utc' | { readonly offsetMs: number };

const AGREEMENT_MS = 5_000;
const QUARTER_MS = 900_000;

/**
 * Asterisk writes local time or, by a setting, UTC, and says nowhere which; but each unique id holds the second of its
 * channel, which is the start of a call's first leg. The lines vote. Null where they cannot tell: no line, or only legs
 * that began long after their channel.
 */
export function findCdrClock(legs: readonly RawLeg[], zone: ZoneClock): CdrClock | null {
  let utc = 0;
  let local = 0;
  const others = new Map<number, number>();
  for (const leg of legs) {
    if (isLineReference(leg.uniqueReference)) continue;
    const epochMs = toEpochMs(leg);
    const aheadMs = leg.startWallMs - epochMs;
    const isUtc = Math.abs(aheadMs) <= AGREEMENT_MS;
    const { ms, laterMs } = zone.toUtc(leg.startWallMs);
    const isLocal =
      Math.abs(ms - epochMs) <= AGREEMENT_MS || Math.abs((laterMs ?? ms) - epochMs) <= AGREEMENT_MS;
    if (isUtc) utc += 1;
    if (isLocal) local += 1;
    const quarters = Math.round(aheadMs / QUARTER_MS);
    if (
      !isUtc &&
      !isLocal &&
      Math.abs(aheadMs - quarters * QUARTER_MS) <= AGREEMENT_MS &&
      Math.abs(quarters) <= 56
    ) {
      others.set(quarters, (others.get(quarters) ?? 0) + 1);
    }
  }
  const [other, votes] = [...others].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (votes > utc && votes > local) return { offsetMs: other * QUARTER_MS };
  if (utc === 0 && local === 0) return null;
  return local >= utc ? 'zone' : 'utc';
}

function toEpochMs(leg: RawLeg): number {
  return (findEpochSec(leg.uniqueReference) ?? 0) * 1000;
}

/** The leg at its moments in UTC; in an hour that occurred twice, the reading that lies nearest to the unique id. */
export function toCallLeg(raw: RawLeg, clock: CdrClock, zone: ZoneClock): DraftCallLeg {
  const epochMs = toEpochMs(raw);
  const toMs = (wallMs: number): number => {
    if (clock === 'utc') return wallMs;
    if (clock !== 'zone') return wallMs - clock.offsetMs;
    const { ms, laterMs } = zone.toUtc(wallMs);
    return laterMs !== null && ms < epochMs - AGREEMENT_MS ? laterMs : ms;
  };
  const isAnswered = raw.disposition === 'ANSWERED';
  const startedAtMs = toMs(raw.startWallMs);
  // Both clocks of one leg run alike; only the start is told from the hour that occurs twice.
  const toLaterMs = (wallMs: number | null): number | null =>
    wallMs === null ? null : startedAtMs + (wallMs - raw.startWallMs);
  return {
    uniqueReference: raw.uniqueReference,
    linkedReference: raw.linkedReference ?? raw.uniqueReference,
    startedAtMs,
    answeredAtMs: isAnswered ? toLaterMs(raw.answerWallMs) : null,
    endedAtMs: toLaterMs(raw.endWallMs),
    fromNumber: raw.fromNumber,
    fromName: raw.fromName,
    toNumber: raw.toNumber,
    answeredBy: isAnswered ? findExtensionOfChannel(raw.otherChannel) : null,
    group: findGroup(raw),
    line: raw.line,
    accountCode: raw.accountCode,
    absentMailboxes: findAbsentMailboxes(raw),
    application: raw.application,
    disposition: raw.disposition,
    fingerprint: fingerprintOf(raw),
  };
}

/** FreePBX sends calls of its ring groups and queues through contexts of these names. */
function findGroup(raw: RawLeg): string | null {
  const isForGroup = raw.application === 'Queue' || /^ext-(?:group|queues)$/.test(raw.context);
  return isForGroup && /^\d{1,9}$/.test(raw.toNumber) ? raw.toNumber : null;
}

/** `201@default&202@default,us`: the mailboxes, then options, of which `u` plays the greeting for an unavailable owner. */
function findAbsentMailboxes({ application, applicationData }: RawLeg): string | null {
  if (application.toLowerCase() !== 'voicemail') return null;
  const [boxes = '', options = ''] = applicationData.split(/[,|]/, 2);
  if (!options.replace(/\([^)]*\)/g, '').includes('u')) return null;
  const numbers = boxes.split('&').map((box) => box.split('@', 1)[0] ?? '');
  return numbers.filter((number) => /^\d{1,20}$/.test(number)).join('&') || null;
}

/** Without times, so that the same leg told by a file in UTC and one in local time is one, also once the zone is corrected. */
function fingerprintOf(raw: RawLeg): string {
  const parts = [
    raw.uniqueReference,
    raw.toNumber,
    raw.channel,
    raw.otherChannel,
    raw.application,
    raw.disposition,
    raw.durationSec,
  ];
  return createHash('sha1').update(parts.join('\n')).digest('base64').slice(0, 22);
}

function at(fields: readonly string[], index: number): string {
  return fields[index] ?? '';
}

function isDisposition(text: string): boolean {
  return DISPOSITIONS.has(text.toUpperCase());
}

/** `YYYY-MM-DD HH:MM:SS`, with fractions of a second where the file has them. */
function parseStamp(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?$/.exec(text);
  if (!match) return null;
  return toWallMs(
    Number(match[1]),
    Number(match[2]),
    Number(match[3]),
    Number(match[4]),
    Number(match[5]),
    Number(match[6]),
  );
}
