import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACTIONS } from '../../shared/model';
import { calls, factsOf, viewer } from './random-organisation.test-support';
import { decide } from './rules';
import { findUntruth } from './true-sentences.test-support';

const RUNS = process.env['HEARBACK_LONG'] === '1' ? 20_000 : 300;

test('every sentence of an explanation is true, in its place, and no path is kept quiet', () => {
  let explained = 0;
  fc.assert(
    fc.property(calls(15), viewer, (all, who) => {
      for (const told of all.map(factsOf)) {
        for (const facts of [told, { ...told, kind: 'history', hasScreen: false } as const]) {
          for (const action of ACTIONS) {
            const decision = decide(who, action, facts);
            const untruth = findUntruth(who, action, facts, decision);
            if (untruth !== null)
              expect.fail(`${untruth}: ${JSON.stringify({ who, facts, decision }, null, 1)}`);
            explained += 1;
          }
        }
      }
    }),
    { numRuns: RUNS },
  );
  process.stdout.write(`sentences: ${String(explained)} explanations true\n`);
}, 3_600_000);
