/** What `media://` needs to know of one window: its tickets, the files behind them, and whom to tell when a play stops. */
import { AppError } from '../../shared/errors';
import type { ReadableDb } from '../sqlite/database';
import type { Failures } from './failures';
import type { MediaParts } from './media';
import { openMedia, toMediaError } from './media-bytes';
import type { Plays } from './plays';
import { toArchiveDir } from './source-folders';

export function toMediaParts(
  clientId: string,
  pagesOrigin: string,
  {
    plays,
    ledger,
    failures,
  }: { readonly plays: Plays; readonly ledger: ReadableDb; readonly failures: Failures },
): MediaParts {
  return {
    pagesOrigin,
    admit: (token) => plays.admit(token, clientId),
    open: ({ file }) => openMedia(toArchiveDir(ledger, file), file, 'play'),
    onStopped: async (ticket, error) => {
      // What ended the ticket has said why already.
      if (ticket.ended.aborted) return;
      const known = await toMediaError(findArchiveDir(ledger, ticket.file.sourceId), error);
      const { code, reason, message, details } = failures.toShape(known, 'playing');
      plays.noteStopped(ticket, new AppError(code, reason, message, details));
      // Chromium asks again some thirty times, and each would wait for the drive anew.
      if (reason === 'volume-silent') plays.end(ticket);
    },
  };
}

function findArchiveDir(ledger: ReadableDb, sourceId: number): string {
  try {
    return toArchiveDir(ledger, { sourceId });
  } catch (error) {
    if (error instanceof AppError) return '';
    throw error;
  }
}
