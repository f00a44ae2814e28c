import { expect, test } from 'vitest';
import { toScopeToken } from '../catalog/search-tokens';
import type { ScopeRange } from '../catalog/visible-keys';
import { toSegments } from './match-segments';

const WINDOW = { fromKey: 0, untilKey: 1_000_000 };
const listed = (ranges: readonly ScopeRange[]) => ({ ranges, isWanted: true });
const WORD = { match: 'words : word' };

function always(scopeId: number): ScopeRange {
  return { scopeId, ...WINDOW };
}

test('each stretch of time names just the scopes of that time', () => {
  const ranges = [
    { scopeId: 1, fromKey: 0, untilKey: 500 },
    { scopeId: 2, fromKey: 400, untilKey: 900 },
  ];
  const { segments, cutAtKey } = toSegments(WINDOW, [listed(ranges)], [WORD], 'newest');
  expect(cutAtKey).toBeNull();
  const named = segments.map(({ fromKey, untilKey, matches }) => [
    fromKey,
    untilKey,
    [1, 2].filter((id) => matches.join().includes(toScopeToken(id))),
  ]);
  expect(named).toEqual([
    [0, 400, [1]],
    [400, 500, [1, 2]],
    [500, 900, [2]],
  ]);
});

test('rights that change at thousands of moments make a page of several hundred stretches, and the next goes on there', () => {
  const ranges = Array.from({ length: 3000 }, (_, n) => ({
    scopeId: 1,
    fromKey: n * 100,
    untilKey: n * 100 + 50,
  }));
  const seen: number[] = [];
  let window = WINDOW;
  for (let pages = 0; pages < 100; pages += 1) {
    const { segments, cutAtKey } = toSegments(window, [listed(ranges)], [WORD], 'newest');
    expect(segments.length).toBeLessThanOrEqual(200);
    seen.push(...segments.map((segment) => segment.fromKey).reverse());
    if (cutAtKey === null) break;
    window = { ...window, untilKey: cutAtKey };
  }
  expect(seen).toEqual(ranges.map((range) => range.fromKey).reverse());
});

test('from the oldest end a cut question begins there', () => {
  const ranges = Array.from({ length: 300 }, (_, n) => ({
    scopeId: 1,
    fromKey: n * 100,
    untilKey: n * 100 + 50,
  }));
  const { segments, cutAtKey } = toSegments(WINDOW, [listed(ranges)], [WORD], 'oldest');
  expect(segments[0]?.fromKey).toBe(0);
  expect(cutAtKey).toBeGreaterThan(segments.at(-1)?.fromKey ?? Infinity);
});

test('thousands of scopes are asked for a few hundred at a time, each once', () => {
  const ranges = Array.from({ length: 1000 }, (_, n) => always(n + 1));
  const { segments } = toSegments(WINDOW, [listed(ranges)], [WORD], 'newest');
  expect(segments).toHaveLength(1);
  const tokens = segments[0]?.matches.map((match) => match.split(' OR ').length) ?? [];
  expect(tokens).toEqual([300, 300, 300, 100]);
  for (const match of segments[0]?.matches ?? []) expect(match).toContain('words : word');
});

test('a facet that is readable wherever one lists is asked for alone', () => {
  const ranges = [always(1), always(2)];
  const facet = { isWanted: true, facet: 'x' };
  const same = toSegments(WINDOW, [listed(ranges), { ranges, ...facet }], [], 'newest').segments[0]?.matches;
  expect(same).toHaveLength(1);
  expect(same?.[0]?.split('acl').length).toBe(2);
  const fewer = toSegments(WINDOW, [listed(ranges), { ranges: [always(2)], ...facet }], [], 'newest');
  expect(fewer.segments[0]?.matches[0]?.split('acl').length).toBe(3);
  const none = toSegments(WINDOW, [listed(ranges), { ranges: [], ...facet }], [], 'newest');
  expect(none.segments).toEqual([]);
});
