/** The profile: the folder on this computer that holds the databases. Never on the archive's volume by itself. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../shared/errors';

export interface ProfilePaths {
  readonly dir: string;
  readonly ledger: string;
  readonly catalog: string;
  readonly peaks: string;
  /** What Chromium keeps of its own; nothing of the archive is in it. */
  readonly browserDir: string;
}

/** The same folder for windows and for the command line, which has no Electron to ask: Electron's `userData` of this name. */
export function defaultProfileDir(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  homeDir: string,
): string {
  if (platform === 'win32') {
    return path.win32.join(env['APPDATA'] ?? path.win32.join(homeDir, 'AppData', 'Roaming'), 'Hearback');
  }
  if (platform === 'darwin') return path.posix.join(homeDir, 'Library', 'Application Support', 'Hearback');
  const configDir = env['XDG_CONFIG_HOME'];
  // The standard ignores a relative one (XDG Base Directory Specification).
  const isUsable = configDir !== undefined && path.posix.isAbsolute(configDir);
  return path.posix.join(isUsable ? configDir : path.posix.join(homeDir, '.config'), 'Hearback');
}

/** Makes the folder where it is not there. Throws AppError `target-unwritable` where it cannot be made or written. */
export function openProfileDir(profileDir: string): ProfilePaths {
  const dir = path.resolve(profileDir);
  try {
    makeDir(dir);
    accessSync(dir, constants.R_OK | constants.W_OK);
  } catch (cause) {
    const error = new AppError(
      'unavailable',
      'target-unwritable',
      `The profile folder ${dir} cannot be used.`,
    );
    error.cause = cause;
    throw error;
  }
  return {
    dir,
    ledger: path.join(dir, 'ledger.db'),
    catalog: path.join(dir, 'catalog.db'),
    peaks: path.join(dir, 'peaks.db'),
    browserDir: path.join(dir, 'browser'),
  };
}

/** By hand: Node's own recursive form never returns on a file system that answers ENOENT to everything (`/proc`, some drives). */
function makeDir(dir: string): void {
  if (existsSync(dir)) return;
  const parent = path.dirname(dir);
  if (parent !== dir) makeDir(parent);
  // For this person of the computer alone: the ledger holds password hashes.
  mkdirSync(dir, { mode: 0o700 });
}
