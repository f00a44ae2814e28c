/** Asks the store of waves what it knows of the sound of recordings. */
import type { SoundFindingKind } from '../../shared/source-model';
import { SOUND_FINDING_KINDS } from '../../shared/source-model';
import type { WritableDb } from '../sqlite/database';
import type { PeaksKey } from './store';

export interface SoundFactRow {
  /** Position in the list; grows with every fact. */
  readonly rowId: number;
  readonly recordingId: string;
  readonly kind: SoundFindingKind;
  readonly detail: string;
}

export interface SoundCounts {
  /** Recordings that were looked at, whatever was found. */
  readonly checked: number;
  readonly kinds: readonly { readonly kind: SoundFindingKind; readonly count: number }[];
}

/** Which facts: of one source, of this kind or all, after this row (0 for the first ones). */
export interface SoundFactsAsked {
  readonly sourceId: number;
  readonly kind: SoundFindingKind | undefined;
  readonly afterRowId: number;
  readonly limit: number;
}

/** Positions, in the list, of those that were never looked at, or not as the file is now. */
export function findUnheard(db: WritableDb, keys: readonly PeaksKey[]): number[] {
  return keys.flatMap((key, index) => {
    const known = db.get(
      'SELECT 1 FROM sound_fact WHERE recording_id = ? AND size_bytes = ? AND modified_at_ms = ?',
      [key.recordingId, key.sizeBytes, key.modifiedAtMs],
    );
    return known === undefined ? [index] : [];
  });
}

export function countSoundFacts(db: WritableDb, sourceId: number): SoundCounts {
  const rows = db.all<{ kind: SoundFindingKind | null; count: number }>(
    'SELECT kind, count(*) AS count FROM sound_fact WHERE source_id = ? GROUP BY kind',
    [sourceId],
  );
  return {
    checked: rows.reduce((sum, row) => sum + row.count, 0),
    kinds: rows.flatMap(({ kind, count }) => (kind === null ? [] : [{ kind, count }])),
  };
}

export function listSoundFacts(db: WritableDb, asked: SoundFactsAsked): SoundFactRow[] {
  const { sourceId, kind, afterRowId, limit } = asked;
  const kinds = kind === undefined ? SOUND_FINDING_KINDS : [kind];
  return db.all<SoundFactRow>(
    `SELECT id AS rowId, recording_id AS recordingId, kind, detail FROM sound_fact
     WHERE source_id = ? AND kind IN (${kinds.map(() => '?').join(', ')}) AND id > ? ORDER BY id LIMIT ?`,
    [sourceId, ...kinds, afterRowId, limit],
  );
}
