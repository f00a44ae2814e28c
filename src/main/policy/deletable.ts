/** A recording with all files that are its own, for one who may delete it. */
import type { DeletedFacts } from '../../shared/keeping';
import { listOwnedFiles } from '../catalog/owned-files';
import type { Recording } from '../catalog/recordings';
import { getRecordingFile } from '../catalog/recordings';
import type { ReadableDb } from '../sqlite/database';

/** What a delete needs to know. Paths are relative to the source's folder. */
interface Deletable {
  readonly id: string;
  readonly sourceId: number;
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  /** The screen recording too, also for one who may not see it. */
  readonly attached: readonly string[];
  readonly facts: DeletedFacts;
}

export function toDeletable(db: ReadableDb, recording: Recording, sourceName: string): Deletable {
  const { id, key, sourceId, kind, direction, startedAtMs, durationMs, owner, group, line, accountCode } =
    recording;
  const { path, sizeBytes, modifiedAtMs } = getRecordingFile(db, key);
  const parties = recording.parties.map(({ role, number, name }) => ({ role, number, name }));
  return {
    id,
    sourceId,
    path,
    sizeBytes,
    modifiedAtMs,
    attached: listOwnedFiles(db, key),
    facts: {
      ...{ kind, direction, startedAtMs, durationMs, parties, owner, group, line, accountCode, path },
      source: sourceName,
    },
  };
}
