/** Which folders may be an archive at all, before anything looks into them. */
import path from 'node:path';
import { AppError } from '../../shared/errors';
import { isWithin } from './is-within';
import type { About } from './services';

/** The folder as an absolute path. Throws AppError for a relative one, and for one that lies in the profile. */
export function toUsableFolder(about: About, archiveDir: string): string {
  // A window and a terminal do not stand in the same folder: a relative path would mean two.
  if (!path.isAbsolute(archiveDir) || archiveDir.includes('\0')) {
    throw new AppError('invalid-input', 'folder-missing', 'archiveDir: give the whole path of the folder.');
  }
  const resolved = path.resolve(archiveDir);
  if (!isWithin(about.profileDir, resolved)) return resolved;
  throw new AppError(
    'conflict',
    'folder-inside-profile',
    'This is the folder in which Hearback keeps its own data.',
  );
}
