/** What a person sees of the archive, in short: so that he is told of a change only where there is one for him. */
import { createHash } from 'node:crypto';
import type { Library } from './library';
import type { Viewer } from './viewer';

/** What changes in older ones without changing their number is seen at the next look. */
const NEWEST_LOOKED_AT = 100;

/** Another text as soon as his rights, the newest of what he may list or its number are others. */
export async function lookOf(viewer: Viewer, library: Library): Promise<string> {
  const { rows } = library.list({}, 'newest', null, NEWEST_LOOKED_AT);
  const calls = library.calls.list({}, 'newest', null, NEWEST_LOOKED_AT).rows;
  const counts = [await library.counts().count({}), library.calls.count({})];
  const rights = { ...viewer, serviceRights: [...viewer.serviceRights] };
  return createHash('sha256')
    .update(JSON.stringify([rights, rows, calls, counts]))
    .digest('hex');
}
