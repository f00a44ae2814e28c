/** Goal 15: the whole load with all indexes, postings and the search tables, against the bare rows in one plain table. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Bench } from '../bench';
import type { Outcome } from '../result';
import { insertBare } from '../data/bare-insert';

const ROWS_OF_GOAL = 10_000_000;
const SECONDS_OF_GOAL = 250;

export function measureLoad(bench: Bench): Outcome[] {
  const { loadedMs, bytes } = bench.catalog();
  if (loadedMs === null) {
    return [{ line: 15, what: 'whole load', absent: 'the catalog was there already' }];
  }
  const barePath = path.join(bench.dir, 'bare.db');
  const sample = Math.min(bench.rows, 200_000);
  const bareMs = (insertBare(barePath, sample, bench.rows) * bench.rows) / sample;
  rmSync(barePath, { force: true });
  const seconds = loadedMs / 1000;
  const perSecond = Math.round(bench.rows / seconds).toLocaleString('en');
  const allowed = (SECONDS_OF_GOAL * bench.rows) / ROWS_OF_GOAL;
  return [
    {
      line: 15,
      what: `whole load of ${bench.rows.toLocaleString('en')} recordings`,
      goal: `≤ ${allowed.toFixed(0)} s`,
      ours: seconds,
      other: bareMs / 1000,
      unit: 's',
      isReached: seconds <= allowed,
      note: `${perSecond} a second, ${Math.round(bytes / bench.rows)} bytes each; other side: the bare rows without an index`,
    },
  ];
}
