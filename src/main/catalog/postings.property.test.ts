// What is kept up to date, recording by recording, must be what a rebuild from the recordings would give.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DraftRecording } from '../archive/draft';
import type { WritableDb } from '../sqlite/database';
import { countDays } from './chunk-days';
import { openCatalog } from './database';
import { draft, party, PLACE } from './drafts.test-support';
import { LocalDays, toDayName } from './local-days';
import { CHUNK, decodeMembers, encodeMembers, toChunkOfPosting, toTraits } from './postings';
import { PostingUnions } from './postings-union';
import { ANY_KEY } from './recording-key';
import { putRecordings, removeRecordings } from './recording-writer';
import { findRecordingByKey } from './recordings';

const RUNS = process.env['HEARBACK_LONG'] === '1' ? 3000 : 100;

const told: fc.Arbitrary<DraftRecording> = fc
  .record({
    path: fc.integer({ min: 0, max: 30 }).map((n) => `${n}.wav`),
    kind: fc.constantFrom('call' as const, 'voicemail' as const, 'fax' as const),
    direction: fc.constantFrom('inbound' as const, 'outbound' as const, 'unknown' as const),
    // A late one, one whose clock was corrected, the first second of all.
    startedAtMs: fc.constantFrom(0, 999, 1_700_000_000_000, 1_700_000_001_500, 1_800_000_000_000),
    durationMs: fc.constantFrom(null, 0, 1000, 60_000, 1e8),
    parties: fc.subarray(['201', '202', '203']).map((numbers) => numbers.map((number) => party(number))),
    group: fc.constantFrom(null, '700', '701'),
    screenPath: fc.constantFrom(null, 's.webm'),
  })
  .map((some) => draft(some));

const step = fc.oneof(
  { weight: 3, arbitrary: fc.array(told, { minLength: 1, maxLength: 12 }).map((put) => ({ put })) },
  fc
    .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 })
    .map((paths) => ({ remove: paths.map((n) => `${n}.wav`) })),
);

interface Kept {
  readonly members: readonly [scope: number, ordinal: number][];
  readonly facts: readonly [ordinal: number, sec: number, traits: number][];
}

function readKept(db: WritableDb): Kept {
  const members = db
    .all<{ id: number; members: Buffer }>('SELECT id, members FROM posting ORDER BY id')
    .flatMap((row) => {
      const chunk = toChunkOfPosting(row.id);
      const scope = Math.floor(row.id / 2 ** 20);
      return [...decodeMembers(row.members)].map((member): [number, number] => [
        scope,
        chunk * CHUNK + member,
      ]);
    });
  const ordinals = db.all<{ ordinal: number }>('SELECT ordinal FROM recording ORDER BY ordinal');
  const unions = new PostingUnions(db);
  unions.refresh();
  const chunk = { number: 0, version: -1, minSec: 0, maxSec: 0 };
  const [seconds, traits] = [unions.contents.secondsOf(chunk), unions.contents.traitsOf(chunk)];
  const facts = ordinals.map(({ ordinal }): [number, number, number] => [
    ordinal,
    seconds[ordinal] ?? -1,
    traits[ordinal] ?? -1,
  ]);
  return { members, facts };
}

/** From the recordings alone. */
function rebuild(db: WritableDb): Kept {
  const rows = db.all<{ key: number }>('SELECT key FROM recording ORDER BY ordinal');
  const recordings = rows.flatMap(({ key }) => findRecordingByKey(db, key) ?? []);
  const members = recordings
    .flatMap(({ ordinal, scopeIds }) => scopeIds.map((scope): [number, number] => [scope, ordinal]))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const facts = recordings.map((recording): [number, number, number] => [
    recording.ordinal,
    Math.floor(recording.startedAtMs / 1000),
    toTraits({ ...recording, hasScreen: recording.screenPath !== null }),
  ]);
  return { members, facts };
}

const localDays = new LocalDays();

function daysOf(unions: PostingUnions, scopeIds: readonly number[]): Record<string, number> {
  const days: Record<string, number> = {};
  for (const set of unions.union(scopeIds.map((scopeId) => ({ scopeId, ...ANY_KEY })))) {
    for (const [day, count] of countDays(set, unions.contents, localDays)) {
      const name = localDays.nameOf(day);
      days[name] = (days[name] ?? 0) + count;
    }
  }
  return days;
}

function toDays(seconds: readonly number[]): Record<string, number> {
  const days: Record<string, number> = {};
  for (const sec of seconds) {
    const name = toDayName(new Date(sec * 1000));
    days[name] = (days[name] ?? 0) + 1;
  }
  return days;
}

test('late, moved, changed and deleted recordings leave the postings as a rebuild would make them', () => {
  const agree = fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
    const db = openCatalog(':memory:');
    try {
      // One reader through all changes, as the counting thread is.
      const unions = new PostingUnions(db);
      for (const one of steps) {
        if ('put' in one) putRecordings(db, one.put, PLACE);
        else removeRecordings(db, PLACE.sourceId, one.remove);
        const rebuilt = rebuild(db);
        expect(readKept(db)).toEqual(rebuilt);
        const scopes = [...new Set(rebuilt.members.map(([scope]) => scope))];
        unions.refresh();
        const ranges = scopes.map((scopeId) => ({
          scopeId,
          fromKey: 0,
          untilKey: 1_700_000_001 * 2 ** 18,
        }));
        const expected = rebuilt.facts.filter(([, sec]) => sec < 1_700_000_001).length;
        expect(unions.union(ranges).reduce((sum, set) => sum + set.count, 0)).toBe(expected);
        expect(daysOf(unions, scopes)).toEqual(toDays(rebuilt.facts.map(([, sec]) => sec)));
        const counts = db.column<number>('SELECT sum(count) FROM posting');
        expect(counts[0] ?? 0).toBe(rebuilt.members.length);
      }
    } finally {
      db.close();
    }
  });
  fc.assert(agree, { numRuns: RUNS });
});

test('members come back as they went in, few or many', () => {
  const sizes = [0, 1, 4095, 4096, 4097, CHUNK];
  for (const size of sizes) {
    const members = Uint16Array.from({ length: size }, (_, n) => Math.floor((n * CHUNK) / size));
    const stored = encodeMembers(members);
    expect(decodeMembers(stored)).toEqual(members);
    expect(stored.length).toBe(Math.min(size * 2, CHUNK / 8));
    // As a database may give it: not where whole numbers begin.
    const shifted = Buffer.concat([Buffer.of(0), stored]).subarray(1);
    expect(decodeMembers(shifted)).toEqual(members);
  }
});

test('an ordinal is never given twice, and a deleted call leaves no trace of its moment', () => {
  const db = openCatalog(':memory:');
  putRecordings(
    db,
    [draft({ path: 'a', startedAtMs: 5_000 }), draft({ path: 'b', startedAtMs: 6_000 })],
    PLACE,
  );
  removeRecordings(db, PLACE.sourceId, ['b']);
  putRecordings(db, [draft({ path: 'c', startedAtMs: 7_000 })], PLACE);
  expect(db.all('SELECT path, ordinal FROM recording ORDER BY ordinal')).toEqual([
    { path: 'a', ordinal: 0 },
    { path: 'c', ordinal: 2 },
  ]);
  const block = db.get<{ seconds: Buffer }>('SELECT seconds FROM ordinal_content');
  expect(block?.seconds.readUInt32LE(4)).toBe(0xffff_ffff);
  db.close();
});
