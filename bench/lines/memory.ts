/** Goal 8: memory while lists, searches and counts go round, in a process of their own. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bench } from '../bench';
import type { Memory } from '../data/memory-rounds';
import { ROUNDS } from '../data/memory-rounds';
import type { Outcome } from '../result';

const PROCESS = fileURLToPath(new URL('../memory-process.mjs', import.meta.url));
const GOAL_MB = 400;
const FLAT_MB = 40;

export function measureMemory(bench: Bench): Outcome[] {
  const output = execFileSync(process.execPath, ['--expose-gc', PROCESS, bench.catalog().filePath], {
    encoding: 'utf8',
  });
  const { emptyMb, beforeMb, afterMb } = JSON.parse(output) as Memory;
  const mb = afterMb - emptyMb;
  const grownMb = afterMb - beforeMb;
  return [
    {
      line: 8,
      what: 'memory of lists, searches and counts of all viewers',
      goal: `≤ ${GOAL_MB} MB`,
      ours: mb,
      other: null,
      unit: 'MB',
      isReached: mb <= GOAL_MB && grownMb <= FLAT_MB,
      note: `grown by ${grownMb.toFixed(0)} MB in ${ROUNDS} rounds; Node and the bench's tools take ${emptyMb.toFixed(0)} MB besides`,
    },
  ];
}
