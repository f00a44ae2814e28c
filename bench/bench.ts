/** Runs the lines one after the other over one set of data, prints what they come to and keeps it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCatalog } from './data/catalog';
import type { MadeCatalog } from './data/catalog';
import { fetchPeers } from './data/peer-packages';
import { measureFirstPage } from './lines/first-page';
import { measureDeepPage } from './lines/deep-page';
import { measureDuckDb } from './lines/duckdb';
import { measureCounts } from './lines/counts';
import { measureSearch } from './lines/search';
import { measureNumberPart } from './lines/number-part';
import { measureScan } from './lines/scan';
import { measureMemory } from './lines/memory';
import { measureSound } from './lines/sound';
import { measurePlaying } from './lines/playing';
import { measureWindow } from './lines/window';
import { measurePeers } from './lines/peers';
import { measureLoad } from './lines/load';
import { measurePreview } from './lines/preview';
import { printOutcome, writeReport } from './report';
import type { Outcome } from './result';

export interface BenchOptions {
  readonly rows: number;
  readonly files: number;
  /** Numbers of goals; null for all. */
  readonly only: readonly number[] | null;
  readonly name: string | null;
  /** Data is made here and stays; null for a temporary folder. */
  readonly keepDir: string | null;
  /** Whether to fetch the packages that are only compared with. */
  readonly peers: boolean;
}

export interface Bench extends BenchOptions {
  readonly dir: string;
  /** The catalog of `rows` recordings; made by the first line that needs it. */
  readonly catalog: () => MadeCatalog;
}

const LINES: readonly [
  lines: readonly number[],
  measure: (bench: Bench) => Outcome[] | Promise<Outcome[]>,
][] = [
  [[15], measureLoad],
  [[1], measureFirstPage],
  [[2], measureDeepPage],
  [[3], measureCounts],
  [[4], measureSearch],
  [[5], measureNumberPart],
  [[1, 3], measurePeers],
  [[1, 3], measureDuckDb],
  [[6, 7, 14], measureScan],
  [[8], measureMemory],
  [[9, 14], measureSound],
  [[16], measurePreview],
  // The window's lines close the catalog, which the program opens.
  [[10], measurePlaying],
  [[11, 12, 13], measureWindow],
];

export async function run(options: BenchOptions): Promise<void> {
  const dir = options.keepDir ?? mkdtempSync(path.join(tmpdir(), 'hearback-bench-'));
  mkdirSync(dir, { recursive: true });
  let made: MadeCatalog | undefined;
  const bench: Bench = {
    ...options,
    dir,
    catalog: () => (made ??= makeCatalog(path.join(dir, `catalog-${options.rows}.db`), options.rows)),
  };
  const outcomes: Outcome[] = [];
  try {
    if (options.peers) fetchPeers(path.join(dir, 'peers'));
    for (const [lines, measure] of LINES) {
      if (options.only && !lines.some((line) => options.only?.includes(line))) continue;
      for (const outcome of await measure(bench)) {
        printOutcome(outcome);
        outcomes.push(outcome);
      }
    }
    writeReport(options, outcomes);
  } finally {
    made?.close();
    if (options.keepDir === null) rmSync(dir, { recursive: true, force: true });
  }
}
