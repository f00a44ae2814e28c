/**
 * Writes what one catalog holds of recordings and calls into a new one: what the writing of a scan takes by itself (`ms`), and the making
 * of the rows of recordings before (`madeMs`).
 */
import { rmSync } from 'node:fs';
import type { DraftCallLeg } from '../../src/main/archive/draft';
import { listCallsOfSource } from '../../src/main/catalog/calls';
import { putCalls } from '../../src/main/catalog/calls-writer';
import { openCatalog, openCatalogForReading } from '../../src/main/catalog/database';
import type { DraftRow } from '../../src/main/catalog/known-files';
import { DRAFTS, toDraft } from '../../src/main/catalog/known-files';
import { LEG_COLUMNS, mergeCallLegs } from '../../src/main/catalog/leg-merge';
import { inParts } from '../../src/main/catalog/multi-row';
import { prepareRecording } from '../../src/main/catalog/prepared-recording';
import { putPrepared } from '../../src/main/catalog/recording-writer';

const BATCH = 10_000;
const PLACE = { sourceId: 1, sourceUid: '00112233445566aa', organisationId: 1 };

export function putAgain(
  fromPath: string,
  intoPath: string,
): { readonly recordings: number; readonly madeMs: number; readonly ms: number } {
  const from = openCatalogForReading(fromPath);
  // As a scan finds them: folder by folder.
  const drafts = from.all<DraftRow>(`${DRAFTS} ORDER BY path`).map(toDraft);
  const makingSince = performance.now();
  const recordings = drafts.map((draft) => prepareRecording(PLACE.sourceUid, draft));
  const madeMs = performance.now() - makingSince;
  const legs = from.all<DraftCallLeg>(`SELECT ${LEG_COLUMNS} FROM call_leg ORDER BY id`);
  const calls = listCallsOfSource(from, PLACE.sourceId, legs.length);
  from.close();
  const into = openCatalog(intoPath);
  const began = performance.now();
  inParts(legs, BATCH, (part) => into.transaction(() => mergeCallLegs(into, part, PLACE)));
  inParts(calls, BATCH, (part) =>
    putCalls(into, new Set(part.map((call) => call.linkedReference)), part, PLACE),
  );
  inParts(recordings, BATCH, (part) => putPrepared(into, part, PLACE));
  const ms = performance.now() - began;
  into.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${intoPath}${suffix}`, { force: true });
  return { recordings: recordings.length, madeMs, ms };
}
