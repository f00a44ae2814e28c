/** From what the library gives to the folder on this computer: the ledger alone knows where sources lie. */
import { notFound } from '../../shared/errors';
import { findSourceByNumber } from '../ledger/sources';
import type { MediaFile } from '../policy/library';
import type { ReadableDb } from '../sqlite/database';

/** Throws AppError `not-found` for a recording whose source was removed a moment ago. */
export function toArchiveDir(ledger: ReadableDb, file: Pick<MediaFile, 'sourceId'>): string {
  const source = findSourceByNumber(ledger, file.sourceId);
  if (!source) throw notFound();
  return source.archiveDir;
}
