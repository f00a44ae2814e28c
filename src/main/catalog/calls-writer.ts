/** Writes the calls of call history with everything that hangs on them; used by the scanner alone. */
import { createHash } from 'node:crypto';
import type { DraftCall } from '../archive/draft';
import type { SqlValue, WritableDb } from '../sqlite/database';
import type { Call } from './calls';
import { listCallsByReference, listCallsOfSource, toSubjectsOf } from './calls';
import { TallyChanges } from './calls-tally';
import { DIRECTION_CODES, DISPOSITION_CODES, SCOPE_CLASSES } from './codes';
import type { Scope } from './dictionary';
import { Dictionary, toScopeName } from './dictionary';
import { FreeKeys } from './free-keys';
import type { Identified } from './id-index';
import { putIds, takeOutId } from './id-index';
import { inParts, insertRows } from './multi-row';
import type { Subjects } from './recording-scopes';
import { toWords } from './recording-search';
import type { Place } from './recording-id';
import {
  EVERY_FACET,
  toDirectionFacet,
  toDispositionFacet,
  toNumberToken,
  toScopeToken,
} from './search-tokens';
import { forgetUnusedNumbers } from './unused-numbers';
import type { Scoped } from './visibility';
import { putVisible, takeOutVisible } from './visibility';

/** A call with the hour of the source's wall clock in which it began, in hours since 1970. */
export interface TimedCall extends DraftCall {
  readonly wallHour: number;
}

const REFERENCES_PER_QUERY = 500;
const COLUMNS = [
  'key',
  'id',
  'organisation_id',
  'source_id',
  'linked_reference',
  'started_at_ms',
  'answered_at_ms',
  'ended_at_ms',
  'direction',
  'disposition',
  'group_number',
  'line',
  'account_code',
  'parties',
  'legs',
  'wall_hour',
  'scopes',
] as const;

/** 16 hex digits, the same for the same call for ever. */
export function toCallId(sourceUid: string, linkedReference: string): string {
  return createHash('sha256').update(`${sourceUid}\0call\0${linkedReference}`).digest('hex').slice(0, 16);
}

/**
 * Puts calls in, or in the place of what was known of them; those that are as they were are passed over. `references` are the calls
 * that this is about: of these, one that is not in `calls` has gone. Calls whose start is no time are left out. One transaction; give
 * it thousands at a time.
 */
export function putCalls(
  db: WritableDb,
  references: ReadonlySet<string>,
  calls: readonly TimedCall[],
  place: Place,
): void {
  db.transaction(() => {
    const stored = new Map<string, Call>();
    inParts([...references], REFERENCES_PER_QUERY, (part) => {
      for (const call of listCallsByReference(db, place.sourceId, part))
        stored.set(call.linkedReference, call);
    });
    const wanted = new Map(calls.map((call) => [call.linkedReference, call]));
    const changed = calls.filter((call) => !isSame(call, stored.get(call.linkedReference)));
    const outdated = [...stored.values()].filter((call) => !isSame(wanted.get(call.linkedReference), call));
    const keys = new FreeKeys(db, 'call');
    const placed = changed.flatMap((call) => {
      const key = keys.take(call.startedAtMs, stored.get(call.linkedReference)?.key);
      return key === undefined ? [] : [{ key, call, subjects: toSubjectsOf(call) }];
    });
    const tally = new TallyChanges();
    takeOut(db, outdated, tally);
    putIn(db, placed, place, tally);
    tally.apply(db);
    const still = new Set(changed.flatMap(numbersOf));
    const gone = outdated.flatMap(numbersOf).filter((number) => !still.has(number));
    forgetUnusedNumbers(db, new Set(gone));
  });
}

/** Takes the next calls of a source out; call it until it returns 0. */
export function removeSomeCallsOfSource(db: WritableDb, sourceId: number, limit: number): number {
  return db.transaction(() => {
    const calls = listCallsOfSource(db, sourceId, limit);
    const tally = new TallyChanges();
    takeOut(db, calls, tally);
    tally.apply(db);
    forgetUnusedNumbers(db, new Set(calls.flatMap(numbersOf)));
    return calls.length;
  });
}

function isSame(call: TimedCall | undefined, stored: Call | undefined): boolean {
  if (!call || !stored) return false;
  return JSON.stringify(toContent(call)) === JSON.stringify(toContent(stored));
}

/** The columns that a call's legs tell, in the order of the table. */
function toContent(call: TimedCall): SqlValue[] {
  return [
    call.linkedReference,
    call.startedAtMs,
    call.answeredAtMs,
    call.endedAtMs,
    DIRECTION_CODES[call.direction],
    DISPOSITION_CODES[call.disposition],
    call.group,
    call.line,
    call.accountCode,
    JSON.stringify(call.parties),
    call.legs,
    call.wallHour,
  ];
}

interface PlacedCall {
  readonly key: number;
  readonly call: TimedCall;
  readonly subjects: Subjects;
}

function putIn(
  db: WritableDb,
  placed: readonly PlacedCall[],
  { organisationId, sourceId, sourceUid }: Place,
  tally: TallyChanges,
): void {
  const dictionary = new Dictionary(db);
  const rows: SqlValue[][] = [];
  const written: (Identified & Scoped)[] = [];
  const searched: SqlValue[][] = [];
  for (const { key, call, subjects } of placed) {
    const scopeIds = toCallScopes(subjects).map((scope) =>
      dictionary.scopeId(organisationId, toScopeName(scope)),
    );
    const id = toCallId(sourceUid, call.linkedReference);
    rows.push([key, id, organisationId, sourceId, ...toContent(call), scopeIds.join(' ')]);
    written.push({ key, id, scopeIds });
    // The search table takes whole numbers only, and a number bound as it is would be a fraction to it.
    searched.push([BigInt(key), ...toCallSearchRow(call, scopeIds, dictionary)]);
    tally.add({ ...call, organisationId }, subjects, 1);
  }
  insertRows(db, 'INSERT', 'call', COLUMNS, rows);
  putIds(db, 'call_id', written);
  putVisible(db, written);
  insertRows(db, 'INSERT', 'call_search', ['rowid', 'words', 'numbers', 'facets', 'acl'], searched);
}

function takeOut(db: WritableDb, calls: readonly Call[], tally: TallyChanges): void {
  for (const call of calls) {
    db.run('DELETE FROM call WHERE key = ?', [call.key]);
    takeOutId(db, 'call_id', call);
    db.run('DELETE FROM call_search WHERE rowid = ?', [call.key]);
    takeOutVisible(db, call);
    tally.add(call, toSubjectsOf(call), -1);
  }
}

function toCallScopes(subjects: Subjects): Scope[] {
  const of = (subject: Scope['subject'], numbers: readonly string[]): Scope[] =>
    numbers.map((number) => ({ subject, number, class: SCOPE_CLASSES.callHistory }));
  return [
    ...of('all', ['']),
    ...of('extension', subjects.extensions),
    ...of('group', subjects.groups),
    ...of('line', subjects.lines),
    ...of('account', subjects.accountCodes),
  ];
}

function toCallSearchRow(call: TimedCall, scopeIds: readonly number[], dictionary: Dictionary): string[] {
  const numbers = numbersOf(call);
  const facets = [
    EVERY_FACET,
    toDirectionFacet(DIRECTION_CODES[call.direction]),
    toDispositionFacet(DISPOSITION_CODES[call.disposition]),
  ];
  return [
    toWords(call.parties, numbers),
    numbers.map((number) => toNumberToken(dictionary.numberId(number))).join(' '),
    facets.join(' '),
    scopeIds.map(toScopeToken).join(' '),
  ];
}

/** Every number of the call, each once. */
function numbersOf(call: DraftCall | Call): string[] {
  const others = [call.group, call.line, call.accountCode];
  return [...new Set([...call.parties.map((party) => party.number), ...others])].filter(
    (number): number is string => number !== null && number !== '',
  );
}
