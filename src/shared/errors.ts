/** The failures that a view can act on. All else is logged whole in main and crosses as `internal`. */

export type ErrorCode =
  'signed-out' | 'forbidden' | 'not-found' | 'invalid-input' | 'conflict' | 'unavailable' | 'internal';

/**
 * Names one precise failure within a code, and is the key of its sentence in the message catalogue (`error.<reason>`),
 * so that a view speaks the user's language and a script can tell failures apart.
 */
export type ErrorReason =
  // sign-in and session
  | 'signed-out'
  | 'wrong-credentials'
  | 'too-many-tries'
  | 'locked'
  | 'first-run-needed'
  | 'already-set-up'
  | 'weak-password'
  | 'password-change-needed'
  // asking for things
  | 'not-found'
  | 'forbidden'
  | 'invalid-input'
  | 'unknown-method'
  | 'needs-window'
  | 'needs-target-folder'
  // archive
  | 'folder-missing'
  | 'folder-unreadable'
  | 'folder-empty'
  | 'folder-is-file'
  | 'folder-already-source'
  | 'folder-inside-profile'
  | 'zone-unknown'
  | 'volume-away'
  | 'volume-silent'
  | 'media-missing'
  | 'media-changed'
  | 'media-unreadable'
  | 'media-unsupported'
  | 'archive-read-only'
  | 'file-protected'
  | 'file-in-use'
  | 'sample-kept'
  | 'recording-deleted'
  | 'ticket-invalid'
  | 'superseded'
  | 'right-withdrawn'
  // printing
  | 'no-printer'
  | 'print-under-way'
  | 'print-unprepared'
  | 'print-failed'
  // saving
  | 'name-taken'
  | 'stale-edit'
  | 'last-holder'
  | 'lock-kept'
  | 'delete-under-way'
  | 'numbers-too-long'
  | 'too-many-names'
  | 'extension-taken'
  | 'notice-not-accepted'
  | 'file-unreadable'
  | 'target-exists'
  | 'target-unwritable'
  | 'disk-full'
  | 'profile-newer'
  | 'profile-in-use'
  | 'profile-damaged'
  | 'catalog-damaged'
  | 'internal';

/** Values for the sentence's placeholders: names and counts, never a path that the asker did not give. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

export interface ErrorShape {
  readonly code: ErrorCode;
  readonly reason: ErrorReason;
  /** An English sentence for logs and the command line; views translate `reason` with `details` instead. */
  readonly message: string;
  readonly details?: ErrorDetails;
}

export class AppError extends Error implements ErrorShape {
  override readonly name = 'AppError';
  readonly details?: ErrorDetails;

  constructor(
    readonly code: ErrorCode,
    readonly reason: ErrorReason,
    message: string,
    details?: ErrorDetails,
  ) {
    super(message);
    if (details) this.details = details;
  }

  toShape(): ErrorShape {
    return {
      code: this.code,
      reason: this.reason,
      message: this.message,
      ...(this.details ? { details: this.details } : {}),
    };
  }
}

/** What crosses the door: Electron and the context bridge keep neither error classes nor their properties. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorShape };

/** What is out of the asker's scope answers in the very same words as what does not exist. */
export function notFound(): AppError {
  return new AppError('not-found', 'not-found', 'There is no such item, or it is outside your rights.');
}
