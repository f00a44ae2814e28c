/** A sample of a source's recordings: large or small, alone in the catalog or beside others, it is fair, and of that source alone. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WritableDb } from '../sqlite/database';
import { listTimedFiles } from './clock-sample';
import { openCatalog } from './database';
import { PLACE, draft } from './drafts.test-support';
import { putRecordings, removeRecordings } from './recording-writer';

const NOW_MS = Date.UTC(2030, 0, 1);
const FIRST_MS = Date.UTC(2024, 0, 1);
const HOUR_MS = 3_600_000;
const OTHER = { ...PLACE, sourceId: 2, sourceUid: '00112233445566bb' };

let db: WritableDb;
beforeEach(() => (db = openCatalog(':memory:')));
afterEach(() => db.close());

/** Every third was written an hour late. */
function put(place: typeof PLACE, count: number, everyMs = 60_000): void {
  const drafts = Array.from({ length: count }, (_, n) => {
    const startedAtMs = FIRST_MS + n * everyMs;
    const modifiedAtMs = startedAtMs + 61_000 + (n % 3 === 0 ? HOUR_MS : 0);
    return draft({ path: `${String(place.sourceId)}/${String(n)}.wav`, startedAtMs, modifiedAtMs });
  });
  putRecordings(db, drafts, place);
}

const lateOf = (files: ReturnType<typeof listTimedFiles>) =>
  files.filter(({ startedAtMs, durationMs, modifiedAtMs }) => modifiedAtMs - startedAtMs - durationMs > 0);

test('of a small source every recording is looked at', () => {
  put(PLACE, 40);
  put(OTHER, 4000);
  expect(listTimedFiles(db, 1, 40, NOW_MS)).toHaveLength(40);
});

test.each([
  ['alone', 0],
  ['beside another', 5000],
])(
  'of a large source %s some two thousand are looked at, each once, from all of its time',
  (_how, others) => {
    put(OTHER, others);
    put(PLACE, 15_000);
    const files = listTimedFiles(db, 1, 15_000, NOW_MS);
    expect(files.length).toBeGreaterThan(1500);
    expect(files.length).toBeLessThan(2600);
    const starts = files.map((file) => file.startedAtMs).sort((a, b) => a - b);
    expect(new Set(starts).size).toBe(starts.length);
    expect(Math.abs(lateOf(files).length / files.length - 1 / 3)).toBeLessThan(0.05);
    const spanMs = 15_000 * 60_000;
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const [fromMs, untilMs] = [tenth, tenth + 1].map((n) => FIRST_MS + (n * spanMs) / 10);
      const within = starts.filter((ms) => ms >= (fromMs ?? 0) && ms < (untilMs ?? 0));
      expect(within.length / starts.length).toBeCloseTo(0.1, 1);
    }
  },
);

test('of a source with many calls in one second, each is looked at once', () => {
  put(PLACE, 6000, 1);
  const files = listTimedFiles(db, 1, 6000, NOW_MS);
  expect(files.length).toBeGreaterThan(1500);
  expect(new Set(files.map((file) => file.startedAtMs)).size).toBe(files.length);
});

test('where half of what was there is gone, the rest is looked at as before', () => {
  put(PLACE, 12_000);
  const gone = Array.from({ length: 6000 }, (_, n) => `1/${String(n)}.wav`);
  removeRecordings(db, 1, gone);
  const files = listTimedFiles(db, 1, 6000, NOW_MS);
  expect(files.length).toBeGreaterThan(1500);
  expect(Math.abs(lateOf(files).length / files.length - 1 / 3)).toBeLessThan(0.05);
});
