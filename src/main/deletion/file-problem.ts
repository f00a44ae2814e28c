/** Why a file cannot be deleted, in words that a person can act on. */
import { AppError } from '../../shared/errors';
import { toErrorCode } from '../archive/archive-fs';
import { MediaProblem } from '../archive/media/media-problem';

/** What was thrown while files were measured, put aside or removed, as what a view can act on; anything else as it is. */
export function toFileError(error: unknown): unknown {
  if (error instanceof MediaProblem) return withCause(toMediaError(error), error);
  const found = FILE_ERRORS[toErrorCode(error)];
  return found ? withCause(found(), error) : error;
}

function toMediaError({ reason, message }: MediaProblem): AppError {
  if (reason === 'changed') return new AppError('unavailable', 'media-changed', message);
  if (reason === 'missing') return new AppError('unavailable', 'media-missing', message);
  return new AppError('unavailable', 'media-unreadable', message);
}

const readOnly = () =>
  new AppError(
    'unavailable',
    'archive-read-only',
    'The recording lies on a medium that cannot be written. Nothing was deleted.',
  );
const notAllowed = () =>
  new AppError(
    'unavailable',
    'file-protected',
    'The rights of its folder do not let Hearback delete this file. Nothing was deleted.',
  );
const inUse = () =>
  new AppError('unavailable', 'file-in-use', 'Another program has the file open. Nothing was deleted.');
const unreadable = () =>
  new AppError('unavailable', 'media-unreadable', 'The file or its folder cannot be read.');

/** By the file system's own code. Windows says EBUSY for a file that is open elsewhere, and EPERM for a right that is missing. */
const FILE_ERRORS: Readonly<Record<string, () => AppError>> = {
  EROFS: readOnly,
  EACCES: notAllowed,
  EPERM: notAllowed,
  EBUSY: inUse,
  ETXTBSY: inUse,
  EIO: unreadable,
  ENXIO: unreadable,
};

function withCause(error: AppError, cause: unknown): AppError {
  error.cause = cause;
  return error;
}
