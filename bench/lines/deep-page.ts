/** Goal 2: the page behind row 1,000,000 (or the middle, where there are fewer) against the first. */
import type { Bench } from '../bench';
import { cursors, PAGE, toLibraries } from '../data/libraries';
import type { Outcome } from '../result';
import { atMost } from '../result';
import { inTurn } from '../timed';

const DEEP = 1_000_000;
const ROUNDS = 200;

export async function measureDeepPage(bench: Bench): Promise<Outcome[]> {
  const { db } = bench.catalog();
  const depth = bench.rows > DEEP ? DEEP : Math.floor(bench.rows / 2);
  const row = db.get<{ key: number }>('SELECT key FROM recording ORDER BY key DESC LIMIT 1 OFFSET ?', [
    depth,
  ]);
  const cursor = cursors.toCursor('newest', row?.key ?? 0);
  const outcomes: Outcome[] = [];
  for (const [name, library] of toLibraries(db)) {
    const page = library.list({}, 'newest', cursor, PAGE).rows.length;
    const first = library.list({}, 'newest', null, PAGE).rows.length;
    // A deep page of fewer rows than the first would win by being short.
    if (page < first) continue;
    const [near, deep] = await inTurn(
      [() => library.list({}, 'newest', null, PAGE), () => library.list({}, 'newest', cursor, PAGE)],
      ROUNDS,
    );
    if (!near || !deep) continue;
    const what = `page behind row ${depth.toLocaleString('en')}, viewer ${name}`;
    outcomes.push(atMost({ line: 2, what, p99: deep.p99 }, deep.p50, near.p50, 1.5));
  }
  return outcomes;
}
