import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { startLanguage } from '../../i18n/i18n';
import { findMinutes } from './filter-fields';
import { toPartValue } from './filter-words';
import type { ListFilter } from './list-filter';
import { NO_FILTER } from './list-filter';

describe('what a chip says', () => {
  beforeAll(() => startLanguage());
  const say = (part: keyof Omit<ListFilter, 'text'>, change: Partial<ListFilter>) =>
    toPartValue(i18next.t, { ...NO_FILTER, ...change }, part, 'en-GB');

  it('is the choice in the words of the list', () => {
    expect(say('directions', { directions: ['inbound', 'outbound'] })).toBe('Inbound or Outbound');
    expect(say('time', { time: { preset: 'last7Days' } })).toBe('Last 7 days');
    expect(say('party', { party: '0201' })).toBe('0201');
  });

  it('leaves out the side of a range that is open', () => {
    const own = (fromDay: string, untilDay: string) =>
      ({ time: { preset: 'own', fromDay, untilDay } }) as const;
    expect(say('time', own('2026-09-01', '2026-09-14'))).toBe('1 Sept 2026 – 14 Sept 2026');
    expect(say('time', own('2026-09-01', ''))).toBe('from 1 Sept 2026');
    expect(say('time', own('2026-09-01', '2026-09-01'))).toBe('1 Sept 2026');
    expect(say('length', { length: { minMinutes: null, maxMinutes: 0.5 } })).toBe('at most 0.5 min');
  });
});

describe('minutes as typed', () => {
  it('are taken with point or comma, and an empty field is no bound', () => {
    expect(findMinutes(' 1,5 ')).toBe(1.5);
    expect(findMinutes('0.25')).toBe(0.25);
    expect(findMinutes('')).toBeNull();
  });

  it('are refused where they are none, or longer than a week', () => {
    for (const typed of ['a', '1:30', '-1', '1e3', '10081']) expect(findMinutes(typed)).toBeUndefined();
  });
});
