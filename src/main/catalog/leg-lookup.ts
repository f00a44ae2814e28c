/** Legs for many recordings at once: the scanner joins thousands in one go. */
import type { DraftCallLeg } from '../archive/draft';
import type { ReadableDb } from '../sqlite/database';
import { LEG_COLUMNS } from './leg-merge';
import { inParts, placeholders } from './multi-row';

const PART = 500;
/** A busy telephone system makes this many legs in the hours around a recording; more are not looked through. */
const NEARBY_LIMIT = 20_000;

export function hasCallLegs(db: ReadableDb, sourceId: number): boolean {
  return db.get('SELECT 1 FROM call_leg WHERE source_id = ? LIMIT 1', [sourceId]) !== undefined;
}

/** By the reference of the leg itself or, with `linked_reference`, of the whole call; each list in order of time. */
export function mapLegsByReference(
  db: ReadableDb,
  sourceId: number,
  column: 'unique_reference' | 'linked_reference',
  references: Iterable<string>,
): Map<string, DraftCallLeg[]> {
  const found = new Map<string, DraftCallLeg[]>();
  inParts([...new Set(references)], PART, (part) => {
    // With the plus the planner goes by reference; in order of time it would read every leg of the source.
    const rows = db.all<DraftCallLeg>(
      `SELECT ${LEG_COLUMNS} FROM call_leg WHERE source_id = ? AND ${column} IN (${placeholders(part.length)})
       ORDER BY +started_at_ms, ended_at_ms, fingerprint`,
      [sourceId, ...part],
    );
    for (const leg of rows) {
      const reference = column === 'unique_reference' ? leg.uniqueReference : leg.linkedReference;
      const legs = found.get(reference);
      if (legs) legs.push(leg);
      else found.set(reference, [leg]);
    }
  });
  return found;
}

/** A call that was passed on more often than this is made of its first legs; a damaged history may give one reference to all its lines. */
const LEGS_PER_CALL = 500;

/** The legs of whole calls, of each from its first on; a call without legs is not in the answer. */
export function mapLegsOfCalls(
  db: ReadableDb,
  sourceId: number,
  linkedReferences: Iterable<string>,
): Map<string, DraftCallLeg[]> {
  const calls = new Map<string, DraftCallLeg[]>();
  inParts([...linkedReferences], PART, (part) => {
    const wanted = part.map(() => '(?)').join(',');
    const legs = db.all<DraftCallLeg>(
      `WITH wanted (reference) AS (VALUES ${wanted})
       SELECT ${LEG_COLUMNS} FROM wanted CROSS JOIN call_leg ON call_leg.id IN (
         SELECT id FROM call_leg AS told WHERE told.source_id = ? AND told.linked_reference = wanted.reference
         ORDER BY told.started_at_ms LIMIT ${LEGS_PER_CALL})
       ORDER BY +started_at_ms`,
      [...part, sourceId],
    );
    for (const leg of legs) {
      const others = calls.get(leg.linkedReference);
      if (others) others.push(leg);
      else calls.set(leg.linkedReference, [leg]);
    }
  });
  return calls;
}

/** Legs that began in a stretch of time, in order of time. */
export function listLegsStartedWithin(
  db: ReadableDb,
  sourceId: number,
  fromMs: number,
  untilMs: number,
): DraftCallLeg[] {
  return db.all<DraftCallLeg>(
    `SELECT ${LEG_COLUMNS} FROM call_leg WHERE source_id = ? AND started_at_ms >= ? AND started_at_ms <= ?
     ORDER BY started_at_ms, ended_at_ms, fingerprint LIMIT ${NEARBY_LIMIT}`,
    [sourceId, fromMs, untilMs],
  );
}
