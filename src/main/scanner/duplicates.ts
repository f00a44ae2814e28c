/** Finds recordings that are there twice: begun in the same second, of the same size, and then the same in every byte. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { toErrorCode } from '../archive/archive-fs';
import { resolveInSource, toFolder } from '../archive/safe-path';
import { addFindings, removeFindingsOfKind } from '../catalog/findings';
import type { Lookalikes } from '../catalog/lookalikes';
import { findUncompared, listLookalikes, noteCompared } from '../catalog/lookalikes';
import type { ScanRun } from './scan-run';

const CHUNK_BYTES = 256 * 1024;
/** Comparing is reading: what one scan may read for it. The next one goes on from there. */
const BYTES_PER_SCAN = 2 * 1024 ** 3;

/** Among all that was put in since the last comparison. Of those that are the same, the first by path is no finding. */
export function findDuplicates(run: ScanRun): void {
  const { db, source } = run;
  const range = findUncompared(db, source.sourceId);
  if (!range) return;
  let bytesLeft = BYTES_PER_SCAN;
  for (const group of listLookalikes(db, source.sourceId, range)) {
    run.step();
    if (bytesLeft <= 0) {
      noteCompared(db, source.sourceId, group.sec);
      return;
    }
    bytesLeft -= group.sizeBytes * group.paths.length;
    db.transaction(() => compare(run, group));
  }
  noteCompared(db, source.sourceId, null);
}

function compare(run: ScanRun, { paths }: Lookalikes): void {
  const { db, source } = run;
  const firstByHash = new Map<string, string>();
  removeFindingsOfKind(db, source.sourceId, paths, 'duplicate');
  for (const path of paths) {
    run.step();
    const hash = findHash(run, path);
    if (hash === undefined) continue;
    const first = firstByHash.get(hash);
    if (first === undefined) firstByHash.set(hash, path);
    else {
      const detail = `Byte for byte the same as ${first}.`;
      addFindings(db, source.sourceId, toFolder(path), [{ path, kind: 'duplicate', detail }]);
    }
  }
}

/** Undefined where the file cannot be read now: it was listed a moment ago, and will say so itself. */
function findHash(run: ScanRun, path: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(resolveInSource(run.source.archiveDir, path), 'r');
    const hash = createHash('sha256');
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (let at = 0, got = readSync(file, chunk, 0, CHUNK_BYTES, 0); got > 0;) {
      hash.update(chunk.subarray(0, got));
      at += got;
      got = readSync(file, chunk, 0, CHUNK_BYTES, at);
    }
    return hash.digest('hex');
  } catch (error) {
    if (toErrorCode(error) === '') throw error;
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
