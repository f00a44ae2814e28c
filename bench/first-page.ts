/**
 * First page, deep page, count and search of the six viewers, each against the same page without a policy, measured in the same run.
 * The argument is the number of recordings (default 1,000,000); the catalog is made in the temporary folder and taken away again.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RecordingFilter } from '../src/shared/contract';
import { openCatalog, openCatalogForReading } from '../src/main/catalog/database';
import { putRecordings } from '../src/main/catalog/recording-writer';
import { findRecordingByKey } from '../src/main/catalog/recordings';
import { toCursor } from '../src/main/policy/cursor';
import type { Directory, SourceFacts } from '../src/main/policy/directory';
import { Library, toLibraryWorld } from '../src/main/policy/library';
import { toRow } from '../src/main/policy/library-rows';
import { NO_HOLDS } from '../src/main/policy/people.test-support';
import { callNumber, VIEWERS } from '../src/main/policy/performance-viewers.test-support';
import type { ReadableDb } from '../src/main/sqlite/database';

const BATCH = 10_000;
const PAGE = 100;
const ROUNDS = 200;

const source: SourceFacts = { uid: 'bench', name: 'Bench', timeZone: 'UTC', presence: 'present' };
const directory: Directory = {
  nameOfExtension: () => null,
  nameOfGroup: () => null,
  nameOfLine: () => null,
  numbersOfName: () => [],
};

export function run([count = '1000000']: readonly string[]): void {
  const total = Number(count);
  const dir = mkdtempSync(path.join(tmpdir(), 'hearback-bench-'));
  try {
    const filePath = path.join(dir, 'catalog.db');
    load(filePath, total);
    const db = openCatalogForReading(filePath);
    measure(db, total);
    db.close();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function load(filePath: string, total: number): void {
  const db = openCatalog(filePath);
  let spentMs = 0;
  for (let at = 0; at < total; at += BATCH) {
    const drafts = Array.from({ length: Math.min(BATCH, total - at) }, (_, n) => callNumber(at + n, total));
    const began = performance.now();
    putRecordings(db, drafts, { sourceId: 1, sourceUid: 'bench', organisationId: 1 });
    spentMs += performance.now() - began;
  }
  db.close();
  const bytes = Math.round(statSync(filePath).size / total);
  console.log(
    `${total} recordings in ${(spentMs / 1000).toFixed(1)} s, ${Math.round(total / (spentMs / 1000))} a second, ${bytes} bytes each`,
  );
}

/** p50 and p99 in milliseconds. */
function timed(work: () => unknown, rounds = ROUNDS): readonly [number, number] {
  const spent: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    work();
    spent.push(performance.now() - began);
  }
  spent.sort((a, b) => a - b);
  return [spent[Math.floor(rounds / 2)] ?? 0, spent[Math.floor(rounds * 0.99)] ?? 0];
}

function pageWithoutPolicy(db: ReadableDb, belowKey: number): void {
  const keys = db.all<{ key: number }>('SELECT key FROM recording WHERE key < ? ORDER BY key DESC LIMIT ?', [
    belowKey,
    PAGE + 1,
  ]);
  for (const { key } of keys.slice(0, PAGE)) {
    const recording = findRecordingByKey(db, key);
    if (recording) toRow(recording, source, directory, { hasScreen: false, hasTranscript: false });
  }
}

const SEARCHES: Readonly<Record<string, RecordingFilter>> = {
  'search common word': { text: 'invoice' },
  'search rare word': { text: 'refund' },
  'search prefix': { text: 'inv' },
  'part of number': { text: '1701000' },
  'common part': { text: '170' },
  outbound: { directions: ['outbound'] },
  'screen only': { hasScreen: true },
  'longer than 9 min': { minDurationMs: 540_000 },
};

function measure(db: ReadableDb, total: number): void {
  const world = toLibraryWorld({
    db,
    directory,
    holds: NO_HOLDS,
    sources: { findSource: () => source },
    onMismatch: () => console.log('MISMATCH'),
  });
  const middle = db.get<{ key: number }>('SELECT key FROM recording ORDER BY key DESC LIMIT 1 OFFSET ?', [
    Math.floor(total / 2),
  ]);
  const middleKey = middle?.key ?? 0;
  const plain = timed(() => pageWithoutPolicy(db, Number.MAX_SAFE_INTEGER));
  const plainDeep = timed(() => pageWithoutPolicy(db, middleKey));
  print('without policy: first page', plain);
  print('without policy: deep page', plainDeep, plain);
  for (const [name, viewer] of Object.entries(VIEWERS)) {
    const library = new Library(world, viewer);
    const { count } = library.count({});
    console.log(`viewer ${name} (${count === 10_000 ? 'over 10000' : count} visible)`);
    print(
      '  first page',
      timed(() => library.list({}, 'newest', null, PAGE)),
      plain,
    );
    print(
      '  deep page',
      timed(() => library.list({}, 'newest', toCursor('newest', middleKey), PAGE)),
      plainDeep,
    );
    print(
      '  count',
      timed(() => library.count({}), 20),
    );
    for (const [what, filter] of Object.entries(SEARCHES)) {
      const found = library.list(filter, 'newest', null, PAGE).rows.length;
      print(
        `  ${what} (${found})`,
        timed(() => library.list(filter, 'newest', null, PAGE), 20),
      );
      print(
        `  ${what}, count`,
        timed(() => library.count(filter), 5),
      );
    }
  }
}

function print(
  what: string,
  [p50, p99]: readonly [number, number],
  against?: readonly [number, number],
): void {
  const ratio = against
    ? `  ratio p50 ${(p50 / against[0]).toFixed(2)} p99 ${(p99 / against[1]).toFixed(2)}`
    : '';
  console.log(
    `${what.padEnd(36)} p50 ${p50.toFixed(2).padStart(8)} ms  p99 ${p99.toFixed(2).padStart(8)} ms${ratio}`,
  );
}
