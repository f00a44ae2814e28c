/** What the pages of a person about himself show, as one text: who it changes for is told, and nobody else. */
import { createHash } from 'node:crypto';
import type { Viewer } from '../policy/viewer';
import type { ReadableDb } from '../sqlite/database';
import { ownAccess, toOwnProfile } from './own-profile';
import { listPersonalNames } from './personal-names';
import { getSharing } from './shares';
import { getUser } from './users';

/** Another text as soon as something is different on one of the pages that the person has. */
export function ownLookOf(db: ReadableDb, viewer: Viewer): string {
  const { organisationId, userId, settings } = viewer;
  const pages = db.snapshot(() => [
    settings.multiUserAware ? getSharing(db, organisationId, userId) : null,
    ownAccess(viewer, 'profileAccess') === 'none'
      ? null
      : toOwnProfile(db, getUser(db, organisationId, userId)),
    ownAccess(viewer, 'directoryAccess') === 'none' ? null : listPersonalNames(db, userId),
  ]);
  return createHash('sha256').update(JSON.stringify(pages), 'utf8').digest('hex');
}
