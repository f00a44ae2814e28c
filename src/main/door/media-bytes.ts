/** The one function through which all media bytes are read, to be played or copied: what encrypts recordings one day stands here. */
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { AppError } from '../../shared/errors';
import type { ErrorReason } from '../../shared/errors';
import type { MediaHeader } from '../archive/media/header';
import { readMediaHeader } from '../archive/media/header';
import type { MediaProblemReason } from '../archive/media/media-problem';
import { MediaProblem } from '../archive/media/media-problem';
import type { Playable } from '../archive/media/playable';
import { openOriginal, openPlayable, toMediaType } from '../archive/media/playable';
import { resolveInSource } from '../archive/safe-path';
import type { MediaFile } from '../policy/library';

/** `play`: as Chromium can play it. `original`: the file, byte for byte as it lies in the archive. `sound`: the same, and of sound that lies inside another file the sound alone. */
export type MediaForm = 'play' | 'original' | 'sound';

interface FoundFile {
  readonly filePath: string;
  readonly header: MediaHeader;
  readonly expected: { readonly sizeBytes: number; readonly modifiedAtMs: number };
}

/**
 * Opens a file that the library has given. Close it. Throws AppError `volume-away`, `media-missing`, `media-changed`,
 * `media-unreadable` or `media-unsupported`; reading it throws what `toMediaError` turns into one of these.
 */
export async function openMedia(archiveDir: string, file: MediaFile, form: MediaForm): Promise<Playable> {
  try {
    const { filePath, header, expected } = await findFile(archiveDir, file);
    return form === 'play'
      ? await openPlayable(filePath, header, expected)
      : await openOriginal(filePath, toMediaType(header), expected, form === 'sound' ? header : {});
  } catch (error) {
    throw toMediaError(archiveDir, error);
  }
}

/** The path of the file, for the thread that draws waves. Throws as `openMedia`. */
export function toMediaPath(archiveDir: string, file: MediaFile): string {
  return resolveInSource(archiveDir, file.path);
}

/** What was thrown while media was read, as what a view can act on; anything else as it is. */
export function toMediaError(archiveDir: string, error: unknown): unknown {
  if (!(error instanceof MediaProblem)) return error;
  // Where the whole volume went away, the file did not vanish: say which, for only one of them comes back by itself.
  if ((error.reason === 'missing' || error.reason === 'unreadable') && !existsSync(archiveDir))
    return volumeAway();
  const problem = new AppError('unavailable', REASONS[error.reason], error.message);
  problem.cause = error;
  return problem;
}

function volumeAway(): AppError {
  return new AppError('unavailable', 'volume-away', 'The archive folder cannot be reached.');
}

const REASONS: Readonly<Record<MediaProblemReason, ErrorReason>> = {
  missing: 'media-missing',
  changed: 'media-changed',
  unreadable: 'media-unreadable',
  unsupported: 'media-unsupported',
  'not-media': 'media-unsupported',
};

async function findFile(archiveDir: string, file: MediaFile): Promise<FoundFile> {
  const filePath = toMediaPath(archiveDir, file);
  const { header, sizeBytes, modifiedAtMs } = file;
  if (header && sizeBytes !== null && modifiedAtMs !== null) {
    return { filePath, header, expected: { sizeBytes, modifiedAtMs } };
  }
  // A screen recording, of which the scanner keeps the path alone; or a fax without a header that could be read.
  const { size, mtimeMs } = await stat(filePath);
  const reading = readMediaHeader(filePath, size);
  if (!reading.ok) throw new MediaProblem('unsupported', reading.detail);
  return { filePath, header: reading.header, expected: { sizeBytes: size, modifiedAtMs: mtimeMs } };
}
