// The clock of a source against the times of its files: real files, written when a recorder would have written them.
import { utimesSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readHealth } from '../catalog/health';
import { Archive, wav } from './scan.test-support';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const SECONDS = 2;
const SOUND = wav(SECONDS);

let archive: Archive | undefined;
afterEach(() => {
  archive?.close();
  archive = undefined;
});

function open(zone: string): Archive {
  archive = new Archive(undefined, zone);
  return archive;
}

const clockOf = ({ db }: Archive) => readHealth(db, 1).clock;
const wholeSource = (of: Archive) => of.findings().filter(({ path: where }) => where === '');

/** A call every five hours from 1 January 2024 on; every name by the wall clock of `zone`. */
function startsOf(count: number, everyMs = 5 * HOUR_MS): Date[] {
  return Array.from({ length: count }, (_, n) => new Date(Date.UTC(2024, 0, 1, 3, 20, 5) + n * everyMs));
}

const wallOf = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    .format(at)
    .replace(/\D/g, '');

/** Names of 3CX, which tell the time by the wall clock alone. */
const nameOf = (start: Date, zone: string): string =>
  `recordings/124/[Doe, Jane]_124-5550100_${wallOf(start, zone)}(${start.getTime() % 100_000_000}).wav`;

interface Written {
  readonly nameZone: string;
  readonly starts?: readonly Date[];
  /** By how much the clock that names the files is ahead. */
  readonly aheadMs?: number;
  readonly writtenAt?: (endMs: number, n: number) => number;
}

function write(
  to: Archive,
  { nameZone, starts = startsOf(400, 21 * HOUR_MS), aheadMs = 0, writtenAt }: Written,
) {
  starts.forEach((start, n) => {
    const name = nameOf(new Date(start.getTime() + aheadMs), nameZone);
    const endMs = start.getTime() + SECONDS * 1000 + (n % 7) * 1000;
    to.write(name, SOUND, new Date(writtenAt ? writtenAt(endMs, n) : endMs));
  });
}

test('files that were written as their names tell agree with the clock', () => {
  const berlin = open('Europe/Berlin');
  write(berlin, { nameZone: 'Europe/Berlin' });
  berlin.scan();
  expect(clockOf(berlin)).toMatchObject({ verdict: 'agrees', offsetsMs: [] });
  expect(wholeSource(berlin)).toEqual([]);
});

test('a zone that is wrong is found, in summer and in winter, and the zones that fit are named', () => {
  const utc = open('UTC');
  write(utc, { nameZone: 'America/New_York' });
  utc.scan();
  const clock = clockOf(utc);
  expect(clock?.verdict).toBe('zone');
  expect([...(clock?.offsetsMs ?? [])].sort((a, b) => a - b)).toEqual([4 * HOUR_MS, 5 * HOUR_MS]);
  expect(clock?.fittingZones.length).toBeGreaterThan(0);
  for (const zone of clock?.fittingZones ?? [])
    expect(wallOf(new Date('2024-07-01T00:00:00Z'), zone)).toBe('20240630200000');
  const [finding] = wholeSource(utc);
  expect(finding?.kind).toBe('clock-off');
  expect(finding?.detail).toContain("the source's time zone is probably wrong");
  expect(finding?.detail).toMatch(/4 hours after or 5 hours after|5 hours after or 4 hours after/);
});

test('once the zone is put right, nothing is said of it any more', () => {
  const one = open('UTC');
  write(one, { nameZone: 'Asia/Kolkata' });
  one.scan();
  expect(clockOf(one)).toMatchObject({ verdict: 'zone', offsetsMs: [-5.5 * HOUR_MS] });
  one.scan({}, { timeZone: 'Asia/Kolkata' });
  expect(clockOf(one)?.verdict).toBe('agrees');
  expect(wholeSource(one)).toEqual([]);
});

test('a zone that is wrong in half of the year only is found too', () => {
  const algiers = open('Africa/Algiers');
  write(algiers, { nameZone: 'Europe/Berlin' });
  algiers.scan();
  expect(clockOf(algiers)).toMatchObject({ verdict: 'zone', offsetsMs: [-HOUR_MS] });
  expect(wholeSource(algiers)[0]?.detail).toContain('written 1 hour before the end');
  expect(clockOf(algiers)?.fittingZones).not.toContain('Africa/Algiers');
});

test('a clock that is seven minutes ahead is told apart from a zone', () => {
  const one = open('Europe/Berlin');
  write(one, { nameZone: 'Europe/Berlin', aheadMs: 7 * MINUTE_MS });
  one.scan();
  const clock = clockOf(one);
  expect(clock?.verdict).toBe('clock');
  expect(Math.round((clock?.offsetsMs[0] ?? 0) / MINUTE_MS)).toBe(-7);
  expect(wholeSource(one)[0]?.detail).toContain('written 7 minutes before the end');
});

test.each([
  ['all at once', (_end: number, n: number) => Date.UTC(2025, 0, 1) + n * 10],
  ['each night', (end: number) => Math.ceil(end / (24 * HOUR_MS)) * 24 * HOUR_MS],
  ['every five minutes', (end: number, n: number) => end + (n % 300) * 1000],
] as const)('of files that were copied %s nothing is said', (_how, writtenAt) => {
  const one = open('Europe/Berlin');
  write(one, { nameZone: 'Europe/Berlin', starts: startsOf(400, 21.37 * HOUR_MS), writtenAt });
  one.scan();
  expect(clockOf(one)?.verdict).toBe('unsaid');
  expect(wholeSource(one)).toEqual([]);
});

test('calls of one minute that were copied together are no proof of a wrong clock', () => {
  const one = open('Europe/Berlin');
  const starts = startsOf(60, 1_000);
  write(one, { nameZone: 'Europe/Berlin', starts, writtenAt: () => Date.UTC(2024, 5, 1) });
  one.scan();
  expect(clockOf(one)?.verdict).toBe('unsaid');
});

test('file times that are none are not looked at: before 1981, as discs and ZIP bear, and in the future', () => {
  const one = open('Europe/Berlin');
  write(one, { nameZone: 'Europe/Berlin', starts: startsOf(40) });
  write(one, { nameZone: 'Europe/Berlin', starts: startsOf(80).slice(40), writtenAt: () => 0 });
  const later = startsOf(120).slice(80);
  write(one, { nameZone: 'Europe/Berlin', starts: later, writtenAt: () => Date.UTC(2199, 0, 1) });
  one.scan();
  expect(clockOf(one)).toMatchObject({ verdict: 'agrees', looked: 40 });
});

test('what was found stays found by scans that find nothing new, and is looked at again when files change', () => {
  const one = open('UTC');
  write(one, { nameZone: 'Asia/Kolkata', starts: startsOf(60) });
  one.scan();
  const before = clockOf(one);
  one.scan();
  expect(clockOf(one)).toEqual(before);
  expect(wholeSource(one)).toHaveLength(1);
  // Somebody copied the archive anew, without its times.
  for (const [n, start] of startsOf(60).entries()) {
    const filePath = path.join(one.dir, nameOf(start, 'Asia/Kolkata'));
    utimesSync(filePath, 1_700_000_000 + n, 1_700_000_000 + n);
    one.touch(path.dirname(filePath));
  }
  one.scan();
  expect(clockOf(one)?.verdict).toBe('unsaid');
  expect(wholeSource(one)).toEqual([]);
});

test('where the phone system counts seconds itself, hours between file and name are the fault of the drive', () => {
  const one = open('Europe/Berlin');
  for (const start of startsOf(60)) {
    const wall = wallOf(start, 'Europe/Berlin');
    const stamp = `${wall.slice(0, 8)}-${wall.slice(8)}-${start.getTime() / 1000}.7`;
    const written = start.getTime() + SECONDS * 1000 - HOUR_MS;
    one.write(`monitor/external-201-15550100-${stamp}.wav`, SOUND, new Date(written));
  }
  one.scan();
  expect(clockOf(one)).toMatchObject({ verdict: 'clock', offsetsMs: [-HOUR_MS], fittingZones: [] });
});
