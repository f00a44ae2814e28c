/** What a thread of the scanner said when it failed, as an error of the door. */
import { AppError } from '../../shared/errors';
import type { ScannerAnswer } from './messages';

export function toError({ reason, message }: Extract<ScannerAnswer, { kind: 'failed' }>): AppError {
  const isInput = reason === 'folder-missing' || reason === 'folder-is-file' || reason === 'folder-empty';
  return new AppError(
    isInput ? 'invalid-input' : reason === 'internal' ? 'internal' : 'unavailable',
    reason,
    message,
  );
}

export function toCrash(error: unknown): AppError {
  return new AppError('internal', 'internal', error instanceof Error ? error.message : String(error));
}
