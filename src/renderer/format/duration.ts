/** Lengths of time, for the eye (4:12) and for the ear (4 minutes, 12 seconds). */
import { toListFormat, toNumberFormat } from './kept-formats';

interface Clock {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

function toClock(durationMs: number): Clock {
  // Down, never up: what reads 4:12 is at least as long.
  const all = Math.max(0, Math.floor(durationMs / 1000));
  return { hours: Math.floor(all / 3600), minutes: Math.floor((all % 3600) / 60), seconds: all % 60 };
}

/** `4:12`, `1:02:03`; hours only where there are some. */
export function toShortDuration(durationMs: number): string {
  const { hours, minutes, seconds } = toClock(durationMs);
  const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, '0')}:${String(seconds).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** `1 hour, 2 minutes, 3 seconds` in the words of the locale; parts that are zero are left out. */
export function toSpokenDuration(durationMs: number, locale: string): string {
  const clock = toClock(durationMs);
  const say = (value: number, unit: string) =>
    toNumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const parts = [
    ...(clock.hours > 0 ? [say(clock.hours, 'hour')] : []),
    ...(clock.minutes > 0 ? [say(clock.minutes, 'minute')] : []),
    ...(clock.seconds > 0 || (clock.hours === 0 && clock.minutes === 0)
      ? [say(clock.seconds, 'second')]
      : []),
  ];
  return toListFormat(locale, { style: 'long', type: 'unit' }).format(parts);
}
