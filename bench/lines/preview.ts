/** What a change of rights would bring, counted before it is saved: for one person, and for three hundred at once. */
import { PreviewCounter } from '../../src/main/policy/preview-count';
import type { ViewerChange } from '../../src/main/policy/preview-count';
import { VIEWERS } from '../../src/main/policy/performance-viewers.test-support';
import type { Viewer } from '../../src/main/policy/viewer';
import type { Bench } from '../bench';
import type { Outcome } from '../result';
import { within } from '../result';
import { spent, timed } from '../timed';

const GOAL_MS = 1000;
const ROUNDS = 15;
const PEOPLE = 300;
const EXTENSIONS_FROM = 200;

/** Changes that need most counting: much before, much after, and neither within the other. */
const CHANGES: Readonly<Record<string, ViewerChange>> = {
  'nothing to everything': { before: withSettings(VIEWERS.b, { replay: false }), after: VIEWERS.a },
  'outbound calls taken away': {
    before: VIEWERS.c,
    after: withSettings(VIEWERS.c, { viewOutbound: false }),
  },
  'some numbers for others': {
    before: VIEWERS.c,
    after: { ...VIEWERS.c, otherNumbers: ['204', '0170', '095'] },
  },
  'everything to some': { before: VIEWERS.a, after: VIEWERS.c },
};

export async function measurePreview(bench: Bench): Promise<Outcome[]> {
  const { db } = bench.catalog();
  const outcomes: Outcome[] = [];
  const ask = (counter: PreviewCounter, changes: readonly ViewerChange[]) =>
    counter.count({ changes, beingDeleted: [] });
  for (const [what, change] of Object.entries(CHANGES)) {
    const counter = new PreviewCounter(db);
    const firstMs = await spent(() => ask(counter, [change]));
    const [effect] = ask(counter, [change]);
    const { p50, p99 } = await timed(() => ask(counter, [change]), ROUNDS);
    const note = `gains ${String(effect?.gained.list)}, loses ${String(effect?.lost.list)}`;
    outcomes.push(
      within({ line: 16, what: `preview, ${what}, first time`, note }, firstMs, GOAL_MS),
      within({ line: 16, what: `preview, ${what}`, p99 }, p50, GOAL_MS),
    );
  }
  const many = Array.from({ length: PEOPLE }, (_, n) => toAgentOf(String(EXTENSIONS_FROM + (n % 200))));
  const counter = new PreviewCounter(db);
  let counted = 0;
  const manyMs = await spent(() => {
    counted = ask(counter, many).filter((one) => one !== null).length;
  });
  const note = `${String(counted)} of ${String(PEOPLE)} counted`;
  outcomes.push(within({ line: 16, what: `preview, ${String(PEOPLE)} people at once`, note }, manyMs, 4500));
  return outcomes;
}

/** One who heard his own calls and now hears all. */
function toAgentOf(extension: string): ViewerChange {
  const before: Viewer = { ...VIEWERS.b, holdings: [{ extension, fromSec: null, untilSec: null }] };
  return { before, after: withSettings(before, { replayAll: true }) };
}

function withSettings(viewer: Viewer, settings: Partial<Viewer['settings']>): Viewer {
  return { ...viewer, settings: { ...viewer.settings, ...settings } };
}
