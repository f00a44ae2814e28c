/** Writes the recordings of one catalog into a new one: what the writing of a scan takes by itself. */
import { rmSync } from 'node:fs';
import { openCatalog, openCatalogForReading } from '../../src/main/catalog/database';
import type { DraftRow } from '../../src/main/catalog/known-files';
import { DRAFTS, toDraft } from '../../src/main/catalog/known-files';
import { putRecordings } from '../../src/main/catalog/recording-writer';

const BATCH = 10_000;

export function putAgain(
  fromPath: string,
  intoPath: string,
): { readonly recordings: number; readonly ms: number } {
  const from = openCatalogForReading(fromPath);
  // As a scan finds them: folder by folder.
  const drafts = from.all<DraftRow>(`${DRAFTS} ORDER BY path`).map(toDraft);
  from.close();
  const into = openCatalog(intoPath);
  let ms = 0;
  for (let at = 0; at < drafts.length; at += BATCH) {
    const began = performance.now();
    putRecordings(into, drafts.slice(at, at + BATCH), {
      sourceId: 1,
      sourceUid: '00112233445566aa',
      organisationId: 1,
    });
    ms += performance.now() - began;
  }
  into.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${intoPath}${suffix}`, { force: true });
  return { recordings: drafts.length, ms };
}
