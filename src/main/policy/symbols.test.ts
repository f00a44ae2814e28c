import { expect, test } from 'vitest';
import { ACTIONS } from '../../shared/model';
import { decide } from './rules';
import { STATE_KINDS, statesOf } from './symbols.test-support';

/** HEARBACK_LONG=1 decides every state, some 10⁸; otherwise one in a prime number of them, so that no fact keeps step with it. */
const EVERY = process.env['HEARBACK_LONG'] === '1' ? 1 : 997;

test.each(STATE_KINDS.flatMap((kind) => ACTIONS.map((action) => [kind, action] as const)))(
  'every state of a %s is decided as the symbols say: %s',
  (kind, action) => {
    let states = 0;
    let allowed = 0;
    for (const state of statesOf(kind, action, kind === 'call' ? EVERY : Math.min(EVERY, 7))) {
      const decision = decide(state.viewer, action, state.recording);
      states += 1;
      if (decision.allowed) allowed += 1;
      if (decision.allowed !== state.allowed) expect.fail(JSON.stringify({ ...state, decision }, null, 1));
    }
    const isNever =
      kind === 'history'
        ? action !== 'list'
        : kind === 'message' && ['download', 'seeScreen'].includes(action);
    expect(states).toBeGreaterThan(1000);
    expect(allowed > 0).toBe(!isNever);
    process.stdout.write(`symbols: ${String(states)} states of ${kind} ${action} agreed\n`);
  },
  7_200_000,
);
