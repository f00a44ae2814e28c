/** What the phone system lets an extension have: voicemail, fax, call recording. Sharing depends on it. */
import type { ExtensionFeatures, ExtensionList, ExtensionRow } from '../../shared/people';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import { findChanges } from './changes';
import { staleEdit, toListRevision } from './stale-edit';

interface FeatureRow {
  readonly extension: string;
  readonly voicemail: number | null;
  readonly fax: number | null;
  readonly call_recording: number | null;
  readonly holder: string | null;
}

/** Every extension that somebody has or had, or that has a feature, by number. */
export function readExtensions(db: ReadableDb, organisationId: number): ExtensionList {
  const nowSec = Math.floor(Date.now() / 1000);
  const rows = db.all<FeatureRow>(
    `WITH known (extension) AS (
       SELECT h.extension FROM extension_holding h JOIN user u ON u.id = h.user_id WHERE u.organisation_id = ?
       UNION SELECT extension FROM extension_feature WHERE organisation_id = ?)
     SELECT known.extension, f.voicemail, f.fax, f.call_recording,
       (SELECT u.name FROM extension_holding h JOIN user u ON u.id = h.user_id
        WHERE h.extension = known.extension AND u.organisation_id = ?
          AND (h.from_sec IS NULL OR h.from_sec <= ?) AND (h.until_sec IS NULL OR h.until_sec > ?) LIMIT 1) AS holder
     FROM known LEFT JOIN extension_feature f ON f.organisation_id = ? AND f.extension = known.extension
     ORDER BY known.extension`,
    [...Array<number>(3).fill(organisationId), nowSec, nowSec, organisationId],
  );
  const extensions = rows.map(toExtension);
  // Who holds an extension is edited elsewhere, and changes with the clock.
  const features = extensions.filter((row) => row.voicemail || row.fax || row.callRecording);
  return { revision: toListRevision(toJson(features)), extensions };
}

/**
 * Sets the features of these extensions, and leaves all others; the list was read at `revision`. Throws AppError `stale-edit`
 * where a feature of any extension was changed since.
 */
export function changeExtensions(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  given: { readonly revision: string; readonly extensions: readonly ExtensionFeatures[] },
): ExtensionList {
  return db.transaction(() => {
    if (readExtensions(db, organisationId).revision !== given.revision) throw staleEdit();
    setExtensionFeatures(db, actor, organisationId, given.extensions);
    return readExtensions(db, organisationId);
  });
}

/** As `changeExtensions`, whatever the list was. An extension that is there twice has what stands last. */
export function setExtensionFeatures(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  given: readonly ExtensionFeatures[],
): void {
  db.transaction(() => {
    const known = new Map(
      readExtensions(db, organisationId).extensions.map((row) => [row.extension, row] as const),
    );
    const wanted = new Map(given.map((features) => [features.extension, features] as const));
    const before = [...wanted.keys()].flatMap((extension) => known.get(extension) ?? []);
    const changes = findChanges(toJson(before), toJson([...wanted.values()]));
    if (!changes) return;
    for (const { extension, voicemail, fax, callRecording } of wanted.values()) {
      db.run(
        `INSERT INTO extension_feature (organisation_id, extension, voicemail, fax, call_recording) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (organisation_id, extension) DO UPDATE
         SET voicemail = excluded.voicemail, fax = excluded.fax, call_recording = excluded.call_recording`,
        [organisationId, extension, voicemail ? 1 : 0, fax ? 1 : 0, callRecording ? 1 : 0],
      );
    }
    appendAudit(db, actor, 'Change extensions', { ...changes });
  });
}

function toJson(
  list: readonly ExtensionFeatures[],
): Record<string, Record<'voicemail' | 'fax' | 'callRecording', boolean>> {
  return Object.fromEntries(
    list.map(({ extension, voicemail, fax, callRecording }) => [
      extension,
      { voicemail, fax, callRecording },
    ]),
  );
}

function toExtension(row: FeatureRow): ExtensionRow {
  return {
    extension: row.extension,
    voicemail: row.voicemail === 1,
    fax: row.fax === 1,
    callRecording: row.call_recording === 1,
    holder: row.holder,
  };
}
