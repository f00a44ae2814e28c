import { describe, expect, it } from 'vitest';
import {
  findSourceClock,
  isRepeatedHour,
  toDay,
  toListDay,
  toListTime,
  toLongMoment,
  toTimeOfDay,
} from './moment';

const at = Date.UTC(2026, 8, 14, 8, 15, 2);
const london = { locale: 'en-GB', timeZone: 'Europe/London' };

describe('a moment', () => {
  it('is written as the locale writes it, on the clock of the computer', () => {
    expect(toDay(at, london)).toBe('14 Sept 2026');
    expect(toTimeOfDay(at, london)).toBe('09:15:02');
    expect(toDay(at, { locale: 'de', timeZone: 'Europe/Berlin' })).toContain('2026');
    expect(toLongMoment(at, london)).toContain('Monday');
  });

  it('is short in a list, with the year only where it is another than this one', () => {
    expect(toListDay(at, Date.UTC(2026, 11, 1), london)).toBe('14 Sept');
    expect(toListDay(at, Date.UTC(2027, 0, 1), london)).toBe('14 Sept 2026');
    expect(toListTime(at, london)).toBe('09:15');
  });

  it('shows the clock of the phone system where it differs', () => {
    expect(findSourceClock(at, 'Europe/Berlin', london)).toContain('10:15');
  });

  it('does not repeat a clock that shows the same, be its zone named otherwise', () => {
    expect(findSourceClock(at, 'Europe/London', london)).toBeNull();
    expect(findSourceClock(at, 'Europe/Lisbon', london)).toBeNull();
  });

  it('knows the hour that a clock showed twice, both times of it', () => {
    const [first, second] = [Date.UTC(2024, 9, 27, 0, 30), Date.UTC(2024, 9, 27, 1, 30)];
    expect([first, second].map((ms) => isRepeatedHour(ms, 'Europe/Berlin'))).toEqual([true, true]);
    expect(isRepeatedHour(Date.UTC(2024, 9, 27, 2, 30), 'Europe/Berlin')).toBe(false);
    expect(isRepeatedHour(first, 'UTC')).toBe(false);
    expect(isRepeatedHour(first, 'Mars/Olympus')).toBe(false);
  });

  it('stays readable with a zone that the computer does not know', () => {
    expect(findSourceClock(at, 'Mars/Olympus', london)).toBeNull();
  });
});
