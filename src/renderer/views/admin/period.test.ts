import { describe, expect, it } from 'vitest';
import { isNow, isReversed, isWithinDay, toDay, toSec } from './period';

const startOf = (year: number, month: number, day: number) => new Date(year, month - 1, day).getTime() / 1000;

describe('a period entered in days', () => {
  it('begins with the first second of its first day', () => {
    expect(toSec('2026-03-05', 'from')).toBe(startOf(2026, 3, 5));
  });

  it('ends with the last second of its last day, also at the end of a month', () => {
    expect(toSec('2026-03-31', 'until')).toBe(startOf(2026, 4, 1));
  });

  it('is shown as it was entered', () => {
    expect(toDay(toSec('2026-10-25', 'from'), 'from')).toBe('2026-10-25');
    expect(toDay(toSec('2026-10-25', 'until'), 'until')).toBe('2026-10-25');
  });

  it('is open where nothing was entered', () => {
    expect(toSec('', 'from')).toBeNull();
    expect(toDay(null, 'until')).toBe('');
  });

  it('tells a bound within a day from the edge of one', () => {
    const noon = startOf(2026, 3, 5) + 12 * 3600;
    expect(isWithinDay(noon, 'until')).toBe(true);
    expect(toDay(noon, 'until')).toBe('2026-03-05');
    expect(isWithinDay(startOf(2026, 3, 5), 'until')).toBe(false);
  });

  it('of no length is reversed, for its end does not belong to it', () => {
    expect(isReversed({ fromSec: 10, untilSec: 10 })).toBe(true);
    expect(isReversed({ fromSec: 10, untilSec: null })).toBe(false);
  });

  it('holds at its first second and no more at its end', () => {
    expect(isNow({ fromSec: 10, untilSec: 20 }, 10)).toBe(true);
    expect(isNow({ fromSec: 10, untilSec: 20 }, 20)).toBe(false);
  });
});
