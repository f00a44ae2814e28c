/** Goal 1: the first page under policy, for every viewer, against the same page without one. */
import type { Bench } from '../bench';
import { pageWithoutPolicy, PAGE, toLibraries } from '../data/libraries';
import type { Outcome } from '../result';
import { atMost, within } from '../result';
import { inTurn } from '../timed';

const ROUNDS = 300;

export async function measureFirstPage(bench: Bench): Promise<Outcome[]> {
  const { db } = bench.catalog();
  const outcomes: Outcome[] = [];
  for (const [name, library] of toLibraries(db)) {
    const [plain, ours] = await inTurn(
      [() => pageWithoutPolicy(db, Number.MAX_SAFE_INTEGER), () => library.list({}, 'newest', null, PAGE)],
      ROUNDS,
    );
    if (!plain || !ours) continue;
    const rows = library.list({}, 'newest', null, PAGE).rows.length;
    outcomes.push(
      atMost(
        { line: 1, what: `first page, viewer ${name}`, p99: ours.p99, note: `${rows} rows` },
        ours.p50,
        plain.p50,
        1.5,
      ),
      atMost({ line: 1, what: `first page, viewer ${name}, 99th of 100` }, ours.p99, plain.p99, 2),
      within({ line: 1, what: `first page, viewer ${name}, time` }, ours.p50, 1),
    );
  }
  return outcomes;
}
