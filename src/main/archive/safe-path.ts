/**
 * The only way from a path of the catalog to a file: nothing outside the source's folder is ever opened, whatever a file
 * name, a database or a link in the archive says.
 */
import { realpathSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/errors';

const isWindows = process.platform === 'win32';
const WINDOWS_DEVICES = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
// Windows drops dots and blanks at the end, so such a name would open another file; a colon names a stream.
const WINDOWS_UNSAFE = /[<>:"|?*\\\u0000-\u001f]|[. ]$/;

/**
 * Why one name of a path cannot be addressed safely on this computer, or null where it can: for a finding.
 * `name` is one part of a path, as the file system spells it.
 */
export function findNameProblem(name: string): string | null {
  if (name === '' || name === '.' || name === '..') return 'The name is no name of a file.';
  if (name.includes('/') || name.includes('\u0000'))
    return 'The name holds a character that no file name may hold.';
  if (isWindows && WINDOWS_DEVICES.test(name)) return 'The name is reserved for a device.';
  if (isWindows && WINDOWS_UNSAFE.test(name)) return 'Windows cannot address a file of this name.';
  return null;
}

/**
 * Absolute path of `relativePath` (parts separated by `/`), by its letters alone. For the scanner, which has come to the
 * folder without following a link. Throws `AppError` `media-missing` for a path that leads anywhere else.
 */
export function joinInSource(archiveDir: string, relativePath: string): string {
  if (relativePath === '') return archiveDir;
  for (const name of relativePath.split('/')) {
    if (findNameProblem(name) !== null) throw outside();
  }
  return path.join(archiveDir, isWindows ? relativePath.replaceAll('/', '\\') : relativePath);
}

/**
 * As `joinInSource`, and with every link on the way resolved: what is opened lies in the source's real folder.
 * Throws `AppError` `media-missing` where there is no such file or it lies outside, `volume-away` where the source's
 * folder itself cannot be reached.
 */
export function resolveInSource(archiveDir: string, relativePath: string): string {
  const joined = joinInSource(archiveDir, relativePath);
  const root = toRealPath(archiveDir, away);
  return requireWithin(root, toRealPath(joined, gone));
}

/** As `resolveInSource`, for a thread that must not stand still while the drive answers. */
export async function resolveInSourceAsync(archiveDir: string, relativePath: string): Promise<string> {
  const joined = joinInSource(archiveDir, relativePath);
  const root = await realpath(archiveDir).catch(() => Promise.reject(away()));
  return requireWithin(root, await realpath(joined).catch(() => Promise.reject(gone())));
}

/** A link inside the source to another file of it is no harm; one that leads out is. */
function requireWithin(root: string, real: string): string {
  const within = path.relative(root, real);
  if (within === '' || within === '..' || within.startsWith(`..${path.sep}`) || path.isAbsolute(within))
    throw outside();
  return real;
}

function toRealPath(filePath: string, toError: () => AppError): string {
  try {
    return realpathSync.native(filePath);
  } catch {
    throw toError();
  }
}

function away(): AppError {
  return new AppError('unavailable', 'volume-away', 'The archive folder cannot be reached.');
}

function gone(): AppError {
  return new AppError('unavailable', 'media-missing', 'The file is no longer there.');
}

function outside(): AppError {
  return new AppError('unavailable', 'media-missing', 'The file is not in the archive.');
}

/** Path of a name in a folder of the source; the source's own folder is the empty path. */
export function toChildPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The folder of a path, empty for the source's own. */
export function toFolder(relativePath: string): string {
  return relativePath.slice(0, Math.max(0, relativePath.lastIndexOf('/')));
}

export function toFileName(relativePath: string): string {
  return relativePath.slice(relativePath.lastIndexOf('/') + 1);
}
