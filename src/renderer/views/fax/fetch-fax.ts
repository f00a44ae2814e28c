/** The fax of a recording, or why the door does not give it. */
import { AppError } from '../../../shared/errors';
import { call } from '../../client';
import type { FaxDocument } from './fax-document';
import { FaxProblem } from './fax-problem';
import { loadFax } from './load-fax';

/** Throws AppError for what the door refuses, FaxProblem for what cannot be shown. Closes the fax when the signal says so. */
export async function fetchFax(id: string, signal: AbortSignal): Promise<FaxDocument> {
  const { url, mediaType } = await call('recordings.play', { id });
  try {
    return await loadFax(url, mediaType, signal);
  } catch (error) {
    if (error instanceof FaxProblem || signal.aborted) throw error;
    // A refused or broken answer says nothing by itself: the door knows why.
    await call('recordings.whyStopped', { id });
    throw new AppError('unavailable', 'media-unreadable', `The fax did not come: ${String(error)}`);
  }
}
