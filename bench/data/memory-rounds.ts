/** Lists, searches and counts of all viewers, round after round, with the counting in the same thread. */
import { openCatalogForReading } from '../../src/main/catalog/database';
import { PAGE, toLibraries } from './libraries';

/** So many until everything that is kept has been kept once. */
const FIRST_ROUNDS = 30;
export const ROUNDS = 120;

/** Resident memory in MB: with Node and the bench's own tools alone, after the first rounds, and in the end. */
export interface Memory {
  readonly emptyMb: number;
  readonly beforeMb: number;
  readonly afterMb: number;
}

export async function goRound(catalogPath: string): Promise<Memory> {
  const emptyMb = readMb();
  const db = openCatalogForReading(catalogPath);
  const libraries = toLibraries(db);
  const round = async (): Promise<void> => {
    for (const [, library] of libraries) {
      library.list({}, 'newest', null, PAGE);
      library.list({ text: 'invoice' }, 'newest', null, PAGE);
      await library.counts().histogram({});
      await library.counts().facets({});
    }
  };
  for (let n = 0; n < FIRST_ROUNDS; n += 1) await round();
  const beforeMb = readMb();
  for (let n = 0; n < ROUNDS; n += 1) await round();
  const afterMb = readMb();
  db.close();
  return { emptyMb, beforeMb, afterMb };
}

/** What nobody holds any more is given back first: when it would be is the collector's matter. */
function readMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
}
