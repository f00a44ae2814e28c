/** Goal 3: exact count, count by day and facets under policy, and that the first page does not wait for them. */
import type { Bench } from '../bench';
import { PAGE, toLibraries } from '../data/libraries';
import type { Outcome } from '../result';
import { within } from '../result';
import { spent, timed } from '../timed';

const GOAL_MS = 30;
const ROUNDS = 15;

export async function measureCounts(bench: Bench): Promise<Outcome[]> {
  const { db } = bench.catalog();
  const outcomes: Outcome[] = [];
  for (const [name, library] of toLibraries(db)) {
    const counts = library.counts();
    const firstMs = await spent(() => counts.count({}));
    const { count, isExact } = await counts.count({});
    if (!isExact) throw new Error(`The count of viewer ${name} is not exact.`);
    const note = `${count.toLocaleString('en')} recordings`;
    const days = await counts.histogram({});
    const sum = days.days.reduce((all, day) => all + day.count, 0);
    if (sum !== count) throw new Error(`The days of viewer ${name} do not add up.`);
    outcomes.push(
      within({ line: 3, what: `exact count, viewer ${name}, first time`, note }, firstMs, GOAL_MS),
      within(
        { line: 3, what: `exact count, viewer ${name}`, note },
        (await timed(() => counts.count({}), ROUNDS)).p50,
        GOAL_MS,
      ),
      within(
        { line: 3, what: `count by day, viewer ${name}` },
        (await timed(() => counts.histogram({}), ROUNDS)).p50,
        GOAL_MS,
      ),
      within(
        { line: 3, what: `count by day, outbound, viewer ${name}` },
        (await timed(() => counts.histogram({ directions: ['outbound'] }), ROUNDS)).p50,
        GOAL_MS,
      ),
      within(
        { line: 3, what: `facets, viewer ${name}` },
        (await timed(() => counts.facets({}), ROUNDS)).p50,
        GOAL_MS,
      ),
    );
    library.list({}, 'newest', null, PAGE);
  }
  return outcomes;
}
