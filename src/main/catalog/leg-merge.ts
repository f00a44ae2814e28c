/**
 * Takes legs of call history in. The same leg may be told by two files of which one says more, and again by a file that is
 * read anew; the answer says which legs are news, so that only their recordings are joined again.
 */
import type { DraftCallLeg } from '../archive/draft';
import type { ReadableDb, SqlValue, WritableDb } from '../sqlite/database';
import { untwin } from './leg-twins';
import { inParts, insertRows } from './multi-row';

const COLUMNS = [
  'organisation_id',
  'source_id',
  'unique_reference',
  'linked_reference',
  'started_at_ms',
  'answered_at_ms',
  'ended_at_ms',
  'from_number',
  'from_name',
  'to_number',
  'answered_by',
  'group_number',
  'line',
  'account_code',
  'absent_mailboxes',
  'application',
  'disposition',
  'fingerprint',
] as const;
export const LEG_COLUMNS = `unique_reference AS uniqueReference, linked_reference AS linkedReference, started_at_ms AS startedAtMs,
  answered_at_ms AS answeredAtMs, ended_at_ms AS endedAtMs, from_number AS fromNumber, from_name AS fromName,
  to_number AS toNumber, answered_by AS answeredBy, group_number AS "group", line, account_code AS accountCode,
  absent_mailboxes AS absentMailboxes, application, disposition, fingerprint`;
const PART = 500;

export interface MergedLegs {
  /** The legs that were not there before or say more than before, as they now stand. */
  readonly news: readonly DraftCallLeg[];
  /** Of the whole calls that these legs belong to now, and of those that they belonged to before. */
  readonly linkedReferences: ReadonlySet<string>;
}

/** Give it thousands at a time. */
export function mergeCallLegs(
  db: WritableDb,
  told: readonly DraftCallLeg[],
  place: { readonly sourceId: number; readonly organisationId: number },
): MergedLegs {
  const { legs, linkedReferences: poorer } = untwin(db, place.sourceId, told);
  const known = new Map<string, DraftCallLeg>();
  inParts(legs, PART, (part) => {
    for (const leg of listTold(db, place.sourceId, part)) known.set(leg.fingerprint, leg);
  });
  const news = new Map<string, DraftCallLeg>();
  for (const leg of legs) {
    const before = news.get(leg.fingerprint) ?? known.get(leg.fingerprint);
    const merged = before ? mergeLeg(before, leg) : leg;
    if (merged !== before) news.set(leg.fingerprint, merged);
  }
  const merged = [...news.values()];
  const linkedReferences = new Set([
    ...poorer,
    ...merged.flatMap((leg) =>
      [leg.linkedReference, known.get(leg.fingerprint)?.linkedReference ?? []].flat(),
    ),
  ]);
  const rows = merged.map((leg): SqlValue[] => [place.organisationId, place.sourceId, ...toValues(leg)]);
  insertRows(db, 'INSERT OR REPLACE', 'call_leg', COLUMNS, rows);
  return { news: merged, linkedReferences };
}

/** What is known stays known: a file that says less takes nothing back. The very same object where nothing changes. */
function mergeLeg(before: DraftCallLeg, now: DraftCallLeg): DraftCallLeg {
  const isLinkedNow = now.linkedReference !== now.uniqueReference;
  const merged: DraftCallLeg = {
    ...now,
    linkedReference: isLinkedNow ? now.linkedReference : before.linkedReference,
    fromName: now.fromName ?? before.fromName,
    answeredAtMs: now.answeredAtMs ?? before.answeredAtMs,
    endedAtMs: now.endedAtMs ?? before.endedAtMs,
    group: now.group ?? before.group,
    line: now.line ?? before.line,
    accountCode: now.accountCode ?? before.accountCode,
    absentMailboxes: now.absentMailboxes ?? before.absentMailboxes,
  };
  const known = toValues(before);
  return toValues(merged).every((value, index) => value === known[index]) ? before : merged;
}

function toValues(leg: DraftCallLeg): SqlValue[] {
  return [
    leg.uniqueReference,
    leg.linkedReference,
    leg.startedAtMs,
    leg.answeredAtMs,
    leg.endedAtMs,
    leg.fromNumber,
    leg.fromName,
    leg.toNumber,
    leg.answeredBy,
    leg.group,
    leg.line,
    leg.accountCode,
    leg.absentMailboxes,
    leg.application,
    leg.disposition,
    leg.fingerprint,
  ];
}

function listTold(db: ReadableDb, sourceId: number, legs: readonly DraftCallLeg[]): DraftCallLeg[] {
  return db.all<DraftCallLeg>(
    `SELECT ${LEG_COLUMNS} FROM call_leg WHERE source_id = ? AND (unique_reference, fingerprint) IN (VALUES ${legs.map(() => '(?,?)').join(',')})`,
    [sourceId, ...legs.flatMap((leg) => [leg.uniqueReference, leg.fingerprint])],
  );
}
