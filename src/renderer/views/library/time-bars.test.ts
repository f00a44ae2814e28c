import { describe, expect, it } from 'vitest';
import { toBarRange, toBars, toOwnDays, toTimeChoice } from './time-bars';

const histogram = (...days: (readonly [string, number])[]) => ({
  days: days.map(([day, count]) => ({ day, count })),
  isExact: true,
});
const short = toBars(histogram(['2026-03-28', 2], ['2026-03-30', 5], ['2026-04-01', 1]));

describe('the bars of the strip', () => {
  it('are days without gaps, over months and changes of the clock', () => {
    expect(short.map((bar) => [bar.fromDay, bar.untilDay, bar.count])).toEqual([
      ['2026-03-28', '2026-03-28', 2],
      ['2026-03-29', '2026-03-29', 0],
      ['2026-03-30', '2026-03-30', 5],
      ['2026-03-31', '2026-03-31', 0],
      ['2026-04-01', '2026-04-01', 1],
    ]);
  });

  it('are several days each where there are many, and lose no recording', () => {
    const bars = toBars(histogram(['2016-01-01', 3], ['2020-02-29', 4], ['2026-11-22', 5]));
    expect(bars.length).toBeLessThanOrEqual(180);
    expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(12);
    expect(bars.at(-1)?.untilDay).toBe('2026-11-22');
    expect(bars.slice(1).every((bar, n) => bar.fromDay > (bars[n]?.untilDay ?? ''))).toBe(true);
  });

  it('are none where nothing was found', () => {
    expect(toBars(histogram())).toEqual([]);
  });
});

describe('a range of bars', () => {
  it('is all of them where no time is chosen', () => {
    expect(toBarRange(short, null)).toEqual({ first: 0, last: 4 });
    expect(toTimeChoice(short, { first: 0, last: 4 })).toBeNull();
  });

  it('becomes days, open at an end that reaches the last bar', () => {
    const choice = toTimeChoice(short, { first: 2, last: 4 });
    expect(choice).toEqual({ preset: 'own', fromDay: '2026-03-30', untilDay: '' });
    expect(toBarRange(short, choice)).toEqual({ first: 2, last: 4 });
    const middle = toTimeChoice(short, { first: 1, last: 2 });
    expect(middle).toEqual({ preset: 'own', fromDay: '2026-03-29', untilDay: '2026-03-30' });
    expect(toBarRange(short, middle)).toEqual({ first: 1, last: 2 });
  });

  it('is nothing where the chosen days lie beside the bars', () => {
    expect(toBarRange(short, { preset: 'own', fromDay: '2027-01-01', untilDay: '' })).toBeNull();
    expect(toBarRange(short, { preset: 'own', fromDay: '', untilDay: '2025-01-01' })).toBeNull();
  });

  it('shows a preset by the day at which it begins', () => {
    const fromMs = new Date(2026, 2, 30).getTime();
    expect(toOwnDays({ preset: 'last7Days' }, { fromMs })).toEqual({
      preset: 'own',
      fromDay: '2026-03-30',
      untilDay: '',
    });
    expect(toOwnDays(null, {})).toBeNull();
  });
});
