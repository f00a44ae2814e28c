import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DraftRecording } from '../archive/draft';
import { openCatalog } from '../catalog/database';
import { draft, party, PLACE } from '../catalog/drafts.test-support';
import { putRecordings } from '../catalog/recording-writer';
import type { Order } from '../catalog/visible-keys';
import type { WritableDb } from '../sqlite/database';
import { Library } from './library';
import { toLibraryWorld } from './library-world';
import { holding, NO_HOLDS, person } from './people.test-support';
import { directory } from './random-organisation.test-support';

const CALLS = 6_600;

/** So many numbers begin alike that each call is looked at by itself. */
function customer(n: number): string {
  if (n === 3300) return '+49 (30) "1701';
  if (n === 3301) return '+49\\30\u0007170 1';
  return n % 3 === 0
    ? `+49 170 ${String(10_000 + n)}`
    : n % 3 === 1
      ? `0170${String(10_000 + n)}`
      : `0555${String(n)}`;
}

function call(n: number): DraftRecording {
  return draft({
    path: String(n),
    startedAtMs: n * 60_000,
    parties: [
      // Digits of a name are no number.
      party(customer(n), 'external', 'caller', n % 7 === 0 ? 'Gate 170' : null),
      party(String(200 + (n % 4)), 'extension', 'called'),
    ],
    line: n % 500 === 0 ? '0170' : null,
  });
}

let db: WritableDb;
let library: Library;
beforeAll(() => {
  db = openCatalog(':memory:');
  putRecordings(
    db,
    Array.from({ length: CALLS }, (_, n) => call(n)),
    PLACE,
  );
  const world = toLibraryWorld({
    db,
    directory,
    holds: NO_HOLDS,
    sources: { findSource: () => undefined },
    onMismatch: () => expect.fail('The rules and the lists differ.'),
    checkEvery: 1,
  });
  const settings = { replay: true, replayOwn: true, viewOutbound: true };
  // Of the one extension all, of the other what came in some hours.
  library = new Library(
    world,
    person({ settings, holdings: [holding('201'), holding('202', 60_000, 90_000)] }),
  );
});
afterAll(() => db.close());

function mayHear(n: number): boolean {
  return n % 4 === 1 || (n % 4 === 2 && n * 60 >= 60_000 && n * 60 < 90_000);
}

function expected(parts: readonly string[], order: Order): number[] {
  const found = Array.from({ length: CALLS }, (_, n) => n).filter((n) => {
    const numbers = [customer(n), ...(n % 500 === 0 ? ['0170'] : []), String(200 + (n % 4))];
    const digits = numbers.map((number) => number.replace(/[^0-9]/g, ''));
    // Fewer than three digits are a beginning.
    const has = (part: string) =>
      digits.some((each) => (part.length < 3 ? each.startsWith(part) : each.includes(part)));
    return mayHear(n) && (has(parts.join('')) || parts.every(has));
  });
  return order === 'newest' ? found.reverse() : found;
}

test.each(['newest', 'oldest'] as const)(
  'digits that very many numbers have are found in just the calls that a person hears, from the %s on',
  (order) => {
    for (const text of ['170', '0170', '49170', '170 1', '301701']) {
      const found: number[] = [];
      let cursor: string | null = null;
      do {
        const page = library.list({ text }, order, cursor, 100);
        found.push(...page.rows.map((row) => row.startedAtMs / 60_000));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(found, text).toEqual(expected(text.split(' '), order));
      expect(found.length, text).toBeGreaterThan(0);
    }
  },
);
