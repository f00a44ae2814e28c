/** What a number of 'Replay recordings for others' stands for: the same number can be an extension, a group and a line. */
import type { ResolvedNumber } from '../../shared/people';
import { toOtherNumbers } from '../../shared/user-settings';
import type { ReadableDb } from '../sqlite/database';
import { isWithin } from '../policy/viewer';

interface HolderRow {
  readonly name: string;
  readonly from_sec: number | null;
  readonly until_sec: number | null;
}

/**
 * Each number of the list with all its meanings, in the order of the list; none where the ledger does not know it. Account codes are in the
 * catalog alone, so they are never among them.
 */
export function resolveNumbers(
  db: ReadableDb,
  organisationId: number,
  typed: string,
): readonly ResolvedNumber[] {
  return toOtherNumbers(typed).map((number) => ({
    number,
    meanings: meaningsOf(db, organisationId, number),
  }));
}

function meaningsOf(db: ReadableDb, organisationId: number, number: string): ResolvedNumber['meanings'] {
  const holders = db.all<HolderRow>(
    `SELECT u.name, h.from_sec, h.until_sec FROM extension_holding h JOIN user u ON u.id = h.user_id
     WHERE h.extension = ? AND u.organisation_id = ? ORDER BY h.from_sec DESC LIMIT 100`,
    [number, organisationId],
  );
  const group = db.get<{ name: string }>(
    'SELECT name FROM user_group WHERE extension = ? AND organisation_id = ? AND is_removed = 0',
    [number, organisationId],
  );
  const line = db.get<{ name: string }>('SELECT name FROM line WHERE number = ? AND organisation_id = ?', [
    number,
    organisationId,
  ]);
  const nowSec = Math.floor(Date.now() / 1000);
  // Whoever has it now, or else the last who had it.
  const holder =
    holders.find((one) => isWithin({ fromSec: one.from_sec, untilSec: one.until_sec }, nowSec)) ?? holders[0];
  return [
    ...(holder ? [{ kind: 'extension' as const, name: holder.name }] : []),
    ...(group ? [{ kind: 'group' as const, name: group.name }] : []),
    ...(line ? [{ kind: 'line' as const, name: line.name || null }] : []),
  ];
}
