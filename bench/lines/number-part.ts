/** Goal 5: a part of a telephone number, rare and common. */
import type { Bench } from '../bench';
import { PAGE, toLibraries } from '../data/libraries';
import type { Outcome } from '../result';
import { timed } from '../timed';

const PARTS = ['1701000', '0170100', '170', '000', '12345', '99999999'];
const ROUNDS = 40;
const GOAL_MS = 20;

export async function measureNumberPart(bench: Bench): Promise<Outcome[]> {
  const { db } = bench.catalog();
  const outcomes: Outcome[] = [];
  for (const [name, library] of toLibraries(db)) {
    for (const text of PARTS) {
      const rows = library.list({ text }, 'newest', null, PAGE).rows.length;
      const { p50, p99 } = await timed(() => library.list({ text }, 'newest', null, PAGE), ROUNDS);
      outcomes.push({
        line: 5,
        what: `part of a number: ${text}, viewer ${name}`,
        goal: `p99 ≤ ${GOAL_MS} ms`,
        ours: p50,
        other: null,
        unit: 'ms',
        isReached: p99 <= GOAL_MS,
        p99,
        note: `${rows} rows`,
      });
    }
  }
  return outcomes;
}
