/** Goal 8: memory while lists, searches and counts go round; measured in this process, with the counting in the same thread. */
import type { Bench } from '../bench';
import { PAGE, toLibraries } from '../data/libraries';
import type { Outcome } from '../result';

const ROUNDS = 30;
const GOAL_MB = 400;
const FLAT_MB = 40;

export async function measureMemory(bench: Bench): Promise<Outcome[]> {
  const { db } = bench.catalog();
  const libraries = toLibraries(db);
  const round = async (): Promise<void> => {
    for (const [, library] of libraries) {
      library.list({}, 'newest', null, PAGE);
      library.list({ text: 'invoice' }, 'newest', null, PAGE);
      await library.counts().histogram({});
      await library.counts().facets({});
    }
  };
  for (let n = 0; n < 5; n += 1) await round();
  const before = process.memoryUsage().rss;
  for (let n = 0; n < ROUNDS; n += 1) await round();
  const after = process.memoryUsage().rss;
  const mb = after / 2 ** 20;
  const grownMb = (after - before) / 2 ** 20;
  return [
    {
      line: 8,
      what: 'memory of lists, searches and counts of all viewers',
      goal: `≤ ${GOAL_MB} MB`,
      ours: mb,
      other: null,
      unit: 'MB',
      isReached: mb <= GOAL_MB && grownMb <= FLAT_MB,
      note: `grown by ${grownMb.toFixed(0)} MB in ${ROUNDS} rounds; the whole process of the bench`,
    },
  ];
}
