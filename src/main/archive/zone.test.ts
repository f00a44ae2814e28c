import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { ZoneClock, toWallMs, toWallMsOfDigits } from './zone';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'UTC',
  'Pacific/Apia',
];

function wall(text: string): number {
  return Date.parse(`${text}Z`);
}

test('every wall clock time of every zone is what the reference implementation says', () => {
  const clocks = ZONES.map((zone) => new ZoneClock(zone));
  fc.assert(
    fc.property(
      fc.constantFrom(...clocks),
      fc.integer({ min: wall('1990-01-01T00:00:00') / 1000, max: wall('2037-12-31T00:00:00') / 1000 }),
      (clock, sec) => {
        // A whole day around, so that hours next to a change come up often.
        for (let hour = 0; hour < 24; hour += 1) {
          const wallMs = (sec + hour * 3600) * 1000;
          const plain = Temporal.PlainDateTime.from(new Date(wallMs).toISOString().slice(0, 19));
          const earlier = plain.toZonedDateTime(clock.timeZone, {
            disambiguation: 'earlier',
          }).epochMilliseconds;
          const later = plain.toZonedDateTime(clock.timeZone, { disambiguation: 'later' }).epochMilliseconds;
          const compatible = plain.toZonedDateTime(clock.timeZone).epochMilliseconds;
          const found = clock.toUtc(wallMs);
          expect([found.ms, found.isDoubtful]).toEqual([compatible, earlier !== later]);
          if (found.laterMs !== null) expect(found.laterMs).toBe(later);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('the hour that occurs twice has two readings, the hour that never occurs none', () => {
  const berlin = new ZoneClock('Europe/Berlin');
  expect(berlin.toUtc(wall('2026-10-25T02:30:00'))).toEqual({
    ms: Date.parse('2026-10-25T00:30:00Z'),
    isDoubtful: true,
    laterMs: Date.parse('2026-10-25T01:30:00Z'),
  });
  expect(berlin.toUtc(wall('2026-03-29T02:30:00'))).toEqual({
    ms: Date.parse('2026-03-29T01:30:00Z'),
    isDoubtful: true,
    laterMs: null,
  });
  expect(berlin.toUtc(wall('2026-10-25T12:00:00')).isDoubtful).toBe(false);
});

test('digits that are no date or time are none', () => {
  expect(toWallMsOfDigits('20240229', '235960')).toBe(wall('2024-02-29T23:59:59'));
  for (const [date, time] of [
    ['20230229', '000000'],
    ['20241301', '000000'],
    ['20240100', '000000'],
    ['20240101', '240000'],
    ['20240101', '006000'],
    ['19010101', '000000'],
  ] as const) {
    expect(toWallMsOfDigits(date, time), `${date} ${time}`).toBeNull();
  }
  expect(toWallMs(Number.NaN, 1, 1, 0, 0, 0)).toBeNull();
});

test('an unknown zone is refused', () => {
  expect(() => new ZoneClock('Mars/Olympus')).toThrow(RangeError);
});
