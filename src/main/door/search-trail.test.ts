import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RecordingFilter } from '../../shared/contract';
import { STANDS_FOR_MS, SearchTrail } from './search-trail';

let recorded: [string, RecordingFilter][];
interface Person {
  readonly sessionId: string;
}
const ann = { sessionId: 'ann' };
const bob = { sessionId: 'bob' };
let trail: SearchTrail<Person>;
beforeEach(() => {
  vi.useFakeTimers();
  recorded = [];
  trail = new SearchTrail(
    (person, filter) => recorded.push([person.sessionId, filter]),
    (error) => {
      throw error;
    },
  );
});
afterEach(() => vi.useRealTimers());

it('records one search for a word that is typed letter by letter, once it has stood for a second', () => {
  for (const text of ['i', 'in', 'inv', 'invo', 'invoice']) {
    trail.noticed(ann, { text });
    vi.advanceTimersByTime(STANDS_FOR_MS - 1);
  }
  expect(recorded).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(recorded).toEqual([['ann', { text: 'invoice' }]]);
});

it('records a search at once when its person goes on to something else', () => {
  trail.noticed(ann, { text: 'invoice' });
  trail.flush('ann');
  expect(recorded).toEqual([['ann', { text: 'invoice' }]]);
  vi.advanceTimersByTime(STANDS_FOR_MS * 2);
  expect(recorded).toHaveLength(1);
});

it('does not let one search hide another by being quick', () => {
  trail.noticed(ann, { text: 'chief executive' });
  trail.noticed(ann, { text: 'harmless' });
  trail.noticed(ann, { text: 'harmless', directions: ['inbound'] });
  trail.forget('ann');
  expect(recorded.map(([, filter]) => filter)).toEqual([
    { text: 'chief executive' },
    { text: 'harmless' },
    { text: 'harmless', directions: ['inbound'] },
  ]);
});

it('takes the next page, the count and a refresh of the same search for what they are', () => {
  trail.noticed(ann, { text: 'invoice', kinds: ['call'] });
  trail.noticed(ann, { kinds: ['call'], text: 'invoice' });
  vi.advanceTimersByTime(STANDS_FOR_MS);
  trail.noticed(ann, { text: ' invoice ', kinds: ['call'], lines: [] } as RecordingFilter);
  vi.advanceTimersByTime(STANDS_FOR_MS);
  expect(recorded).toHaveLength(1);
});

it('records a search again when it is made again after another', () => {
  for (const text of ['one', 'two', 'one']) {
    trail.noticed(ann, { text });
    vi.advanceTimersByTime(STANDS_FOR_MS);
  }
  expect(recorded.map(([, filter]) => filter.text)).toEqual(['one', 'two', 'one']);
});

it('does not call a list without a filter a search', () => {
  trail.noticed(ann, undefined);
  trail.noticed(ann, {});
  trail.noticed(ann, { text: '  ', kinds: [] });
  trail.forget('ann');
  expect(recorded).toEqual([]);
});

it('keeps the searches of two people apart', () => {
  trail.noticed(ann, { text: 'a' });
  trail.noticed(bob, { text: 'ab' });
  vi.advanceTimersByTime(STANDS_FOR_MS);
  expect(recorded).toEqual([
    ['ann', { text: 'a' }],
    ['bob', { text: 'ab' }],
  ]);
});

it('records what was typed and taken away again within the second, once for the whole way back', () => {
  for (const text of ['chief', 'chie', 'chi', 'c', '', 'x']) trail.noticed(ann, { text });
  expect(recorded.map(([, filter]) => filter.text)).toEqual(['chief']);
  trail.forget('ann');
  expect(recorded.map(([, filter]) => filter.text)).toEqual(['chief', 'x']);
});

it('records a part of an earlier search when it stands by itself', () => {
  for (const text of ['chief', 'chie', 'chi']) trail.noticed(ann, { text });
  vi.advanceTimersByTime(STANDS_FOR_MS);
  expect(recorded.map(([, filter]) => filter.text)).toEqual(['chief', 'chi']);
});
