/** The one function through which all media bytes are read, to be played or copied: what encrypts recordings one day stands here. */
import { stat } from 'node:fs/promises';
import { AppError } from '../../shared/errors';
import type { ErrorReason } from '../../shared/errors';
import type { MediaHeader } from '../archive/media/header';
import { readMediaHeader } from '../archive/media/header';
import type { MediaProblemReason } from '../archive/media/media-problem';
import { MediaProblem } from '../archive/media/media-problem';
import type { Playable } from '../archive/media/playable';
import { openOriginal, openPlayable, toMediaType } from '../archive/media/playable';
import { inTime } from '../archive/media/timely-bytes';
import { resolveInSourceAsync } from '../archive/safe-path';
import { findPresence } from '../archive/volumes';
import type { MediaFile } from '../policy/library';

/** `play`: as Chromium can play it. `original`: the file, byte for byte as it lies in the archive. `sound`: the same, and of sound that lies inside another file the sound alone. */
export type MediaForm = 'play' | 'original' | 'sound';

interface FoundFile {
  readonly filePath: string;
  readonly header: MediaHeader;
  readonly expected: { readonly sizeBytes: number; readonly modifiedAtMs: number };
}

/**
 * Folders whose drive did not answer when it was asked last. Each question that hangs holds one of the few threads of the file system, so
 * such a drive is first asked whether it is there at all, which is asked of a folder once at a time.
 */
const silentFolders = new Set<string>();

/**
 * Opens a file that the library has given. Close it. Throws AppError `volume-away`, `volume-silent`, `media-missing`, `media-changed`,
 * `media-unreadable` or `media-unsupported`; reading it throws what `toMediaError` turns into one of these.
 */
export async function openMedia(archiveDir: string, file: MediaFile, form: MediaForm): Promise<Playable> {
  try {
    const { filePath, header, expected } = await findFile(archiveDir, file);
    return form === 'play'
      ? await openPlayable(filePath, header, expected)
      : await openOriginal(filePath, toMediaType(header), expected, form === 'sound' ? header : {});
  } catch (error) {
    throw await toMediaError(archiveDir, error);
  }
}

/** The path of the file, for the thread that draws waves. Throws AppError `volume-away` or `media-missing`, and MediaProblem `silent`. */
export async function findMediaPath(archiveDir: string, file: MediaFile): Promise<string> {
  if (silentFolders.has(archiveDir)) await requireAnswer(archiveDir);
  return inTime(resolveInSourceAsync(archiveDir, file.path));
}

/** What was thrown while media was read, as what a view can act on; anything else as it is. */
export async function toMediaError(archiveDir: string, error: unknown): Promise<unknown> {
  if (!(error instanceof MediaProblem)) return error;
  if (error.reason === 'silent') silentFolders.add(archiveDir);
  // Where the whole volume went away, the file did not vanish: say which, for only one of them comes back by itself.
  if ((error.reason === 'missing' || error.reason === 'unreadable') && (await isAway(archiveDir)))
    return volumeAway();
  const problem = new AppError('unavailable', REASONS[error.reason], error.message);
  problem.cause = error;
  return problem;
}

async function requireAnswer(archiveDir: string): Promise<void> {
  if (await isAway(archiveDir)) throw new MediaProblem('silent', 'The drive does not answer yet.');
  silentFolders.delete(archiveDir);
}

async function isAway(archiveDir: string): Promise<boolean> {
  return (await findPresence(archiveDir)).presence === 'away';
}

function volumeAway(): AppError {
  return new AppError('unavailable', 'volume-away', 'The archive folder cannot be reached.');
}

const REASONS: Readonly<Record<MediaProblemReason, ErrorReason>> = {
  missing: 'media-missing',
  changed: 'media-changed',
  unreadable: 'media-unreadable',
  silent: 'volume-silent',
  unsupported: 'media-unsupported',
  'not-media': 'media-unsupported',
};

async function findFile(archiveDir: string, file: MediaFile): Promise<FoundFile> {
  const filePath = await findMediaPath(archiveDir, file);
  const { header, sizeBytes, modifiedAtMs } = file;
  if (header && sizeBytes !== null && modifiedAtMs !== null) {
    return { filePath, header, expected: { sizeBytes, modifiedAtMs } };
  }
  // A screen recording, of which the scanner keeps the path alone; or a fax without a header that could be read.
  const { size, mtimeMs } = await inTime(stat(filePath));
  const expected = { sizeBytes: size, modifiedAtMs: mtimeMs };
  await requireFirstByte(filePath, expected);
  const reading = readMediaHeader(filePath, size);
  if (!reading.ok) throw new MediaProblem('unsupported', reading.detail);
  return { filePath, header: reading.header, expected };
}

/** A header is read at one go, in which the whole program would stand still with a drive that hangs. */
async function requireFirstByte(filePath: string, expected: FoundFile['expected']): Promise<void> {
  const file = await openOriginal(filePath, 'application/octet-stream', expected);
  try {
    await file.read(0, 1).next();
  } finally {
    await file.close();
  }
}
