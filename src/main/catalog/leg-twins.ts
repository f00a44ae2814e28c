/**
 * Two files may tell the same leg, one with its unique id and one without (Asterisk's `Master.csv` of 16 columns beside an export of the
 * table): then the one with the id stands, whichever was read first.
 */
import type { DraftCallLeg } from '../archive/draft';
import { isLineReference } from '../archive/draft';
import type { WritableDb } from '../sqlite/database';
import { inParts, placeholders } from './multi-row';

const PART = 500;
/** As `isLineReference` says; the sign after `-` is `.`. */
const IS_LINE = `unique_reference >= 'line-' AND unique_reference < 'line.'`;

interface ToldLeg {
  readonly id: number;
  readonly startedAtMs: number;
  readonly fromNumber: string;
  readonly toNumber: string;
  readonly disposition: string;
  readonly linkedReference: string;
}

export interface Untwinned {
  readonly legs: readonly DraftCallLeg[];
  /** Of the calls that lost a leg to its twin. */
  readonly linkedReferences: readonly string[];
}

/** The legs without those that are told with their unique id; takes out of the catalog what these tell better. */
export function untwin(db: WritableDb, sourceId: number, legs: readonly DraftCallLeg[]): Untwinned {
  const lines = legs.filter((leg) => isLineReference(leg.uniqueReference));
  const hasLines =
    lines.length > 0 ||
    db.get(`SELECT 1 FROM call_leg WHERE source_id = ? AND ${IS_LINE} LIMIT 1`, [sourceId]) !== undefined;
  if (!hasLines) return { legs, linkedReferences: [] };
  const named = legs.filter((leg) => !isLineReference(leg.uniqueReference));
  const lost = listToldAt(db, sourceId, named, IS_LINE);
  const namedKeys = new Set(named.map(toTwinKey));
  const twins = lost.filter((leg) => namedKeys.has(toTwinKey(leg)));
  inParts(twins, PART, (part) =>
    db.run(
      `DELETE FROM call_leg WHERE id IN (${placeholders(part.length)})`,
      part.map((leg) => leg.id),
    ),
  );
  for (const leg of listToldAt(db, sourceId, lines, `NOT (${IS_LINE})`)) namedKeys.add(toTwinKey(leg));
  return {
    legs: legs.filter((leg) => !isLineReference(leg.uniqueReference) || !namedKeys.has(toTwinKey(leg))),
    linkedReferences: twins.map((leg) => leg.linkedReference),
  };
}

/** Legs of the catalog that began in the same seconds as these. */
function listToldAt(
  db: WritableDb,
  sourceId: number,
  legs: readonly DraftCallLeg[],
  condition: string,
): ToldLeg[] {
  const told: ToldLeg[] = [];
  inParts([...new Set(legs.map((leg) => leg.startedAtMs))], PART, (part) => {
    told.push(
      ...db.all<ToldLeg>(
        `SELECT id, started_at_ms AS startedAtMs, from_number AS fromNumber, to_number AS toNumber, disposition,
           linked_reference AS linkedReference
         FROM call_leg WHERE source_id = ? AND started_at_ms IN (${placeholders(part.length)}) AND ${condition}`,
        [sourceId, ...part],
      ),
    );
  });
  return told;
}

function toTwinKey(leg: Pick<ToldLeg, 'startedAtMs' | 'fromNumber' | 'toNumber' | 'disposition'>): string {
  return JSON.stringify([leg.startedAtMs, leg.fromNumber, leg.toNumber, leg.disposition]);
}
