/** A catalog of so many recordings, written by the scanner's own writer. */
import { existsSync, rmSync, statSync } from 'node:fs';
import type { ReadableDb } from '../../src/main/sqlite/database';
import { openCatalog, openCatalogForReading } from '../../src/main/catalog/database';
import { putRecordings } from '../../src/main/catalog/recording-writer';
import { mergeSearch } from '../../src/main/catalog/search-merge';
import { callNumber } from '../../src/main/policy/performance-viewers.test-support';

export interface MadeCatalog {
  readonly filePath: string;
  readonly db: ReadableDb;
  /** Of the writing alone, without the making of the recordings; null where the catalog was there. */
  readonly loadedMs: number | null;
  readonly bytes: number;
  close(): void;
}

const BATCH = 10_000;

/** A catalog that is already there is taken as it is. */
export function makeCatalog(filePath: string, total: number): MadeCatalog {
  const loadedMs = existsSync(filePath) ? null : load(filePath, total);
  const db = openCatalogForReading(filePath);
  return { filePath, db, loadedMs, bytes: statSync(filePath).size, close: () => db.close() };
}

function load(filePath: string, total: number): number {
  const db = openCatalog(filePath);
  let spentMs = 0;
  try {
    for (let at = 0; at < total; at += BATCH) {
      const drafts = Array.from({ length: Math.min(BATCH, total - at) }, (_, n) => callNumber(at + n, total));
      const began = performance.now();
      putRecordings(db, drafts, { sourceId: 1, sourceUid: 'bench', organisationId: 1 });
      spentMs += performance.now() - began;
    }
    const began = performance.now();
    mergeSearch(db, true, () => false);
    spentMs += performance.now() - began;
    db.close();
    return spentMs;
  } catch (error) {
    db.close();
    rmSync(filePath, { force: true });
    throw error;
  }
}
