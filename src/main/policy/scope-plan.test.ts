import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCatalog } from '../catalog/database';
import { draft, party, PLACE } from '../catalog/drafts.test-support';
import { putRecordings } from '../catalog/recording-writer';
import { ANY_KEY, toFirstKey } from '../catalog/recording-key';
import type { WritableDb } from '../sqlite/database';
import { holding, person } from './people.test-support';
import { scopeOf } from './scope-plan';

let db: WritableDb;
beforeEach(() => {
  db = openCatalog(':memory:');
  putRecordings(db, [draft({ path: 'a', parties: [party('201')] })], PLACE);
});
afterEach(() => db.close());

const own = { settings: { replay: true, replayOwn: true } } as const;
const bounds = (...holdings: ReturnType<typeof holding>[]) =>
  scopeOf(db, person({ ...own, holdings }), 'list').ranges.map(({ fromKey, untilKey }) => [
    fromKey,
    untilKey,
  ]);

test('periods that touch or overlap are one range, and those apart stay apart', () => {
  expect(bounds(holding('201', 10, 20), holding('201', 20, 30))).toEqual([[toFirstKey(10), toFirstKey(30)]]);
  expect(bounds(holding('201', 10, 40), holding('201', 20, 30))).toEqual([[toFirstKey(10), toFirstKey(40)]]);
  expect(bounds(holding('201', 30, null), holding('201', 10, 20))).toEqual([
    [toFirstKey(10), toFirstKey(20)],
    [toFirstKey(30), ANY_KEY.untilKey],
  ]);
});

test('what no recording has is no range, nor is a period that ends before it begins', () => {
  expect(bounds(holding('202'))).toEqual([]);
  expect(bounds(holding('201', 20, 20), holding('201', 30, 10))).toEqual([]);
  expect(scopeOf(db, person(), 'list').ranges).toEqual([]);
});
