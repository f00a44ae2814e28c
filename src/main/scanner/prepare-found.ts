/** The last step of reading: joins what was found to the call history and makes it ready to be written. */
import type { PreparedRecording } from '../catalog/prepared-recording';
import { prepareRecording } from '../catalog/prepared-recording';
import type { ReadableDb } from '../sqlite/database';
import { joinDrafts } from './call-join';
import type { Found } from './found-batch';
import type { ScanSource } from './scan-source';

/** To be written together; crosses from the thread that reads to the one that writes. */
export interface PreparedFound extends Omit<Found, 'drafts'> {
  readonly recordings: readonly PreparedRecording[];
}

export function prepareFound(
  db: ReadableDb,
  { sourceId, uid }: Pick<ScanSource, 'sourceId' | 'uid'>,
  { drafts, ...found }: Found,
): PreparedFound {
  const joined = joinDrafts(db, sourceId, drafts);
  return { ...found, recordings: joined.map((draft) => prepareRecording(uid, draft)) };
}
