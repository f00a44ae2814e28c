/** What a thread of the scanner said when it failed, as an error of the door. */
import { AppError } from '../../shared/errors';
import type { ErrorReason } from '../../shared/errors';
import type { ScannerAnswer } from './messages';

/** Of what was asked, and not of the archive. */
const OF_INPUT: readonly ErrorReason[] = ['folder-missing', 'folder-is-file', 'folder-empty', 'zone-unknown'];

export function toError({ reason, message }: Extract<ScannerAnswer, { kind: 'failed' }>): AppError {
  return new AppError(
    OF_INPUT.includes(reason) ? 'invalid-input' : reason === 'internal' ? 'internal' : 'unavailable',
    reason,
    message,
  );
}

export function toCrash(error: unknown): AppError {
  return new AppError('internal', 'internal', error instanceof Error ? error.message : String(error));
}
