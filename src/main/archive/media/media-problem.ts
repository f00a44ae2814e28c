// Why a recording cannot be played just now, told to the person who pressed play.

/**
 * missing: the file is gone · changed: it is not the file that was scanned, or it was written to while it was read ·
 * unreadable: the file system refuses · silent: its drive does not answer · unsupported: nothing here or in Chromium decodes it ·
 * not-media: not a recording.
 */
export type MediaProblemReason =
  'missing' | 'changed' | 'unreadable' | 'silent' | 'unsupported' | 'not-media';

export class MediaProblem extends Error {
  override readonly name = 'MediaProblem';

  constructor(
    readonly reason: MediaProblemReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A failure of the file system as a reason; anything else is a fault of ours and stays what it is. */
export function toMediaProblem(error: unknown): unknown {
  if (error instanceof MediaProblem || !(error instanceof Error) || !('code' in error)) return error;
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new MediaProblem('missing', 'The file is no longer there.', { cause: error });
    default:
      return new MediaProblem('unreadable', `The file could not be read (${String(error.code)}).`, {
        cause: error,
      });
  }
}
