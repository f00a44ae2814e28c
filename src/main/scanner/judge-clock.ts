/**
 * What the times of files say of a source's clock. A recording that is written while the call goes on bears the time of its end, so that
 * it is as much later than told as the clock or the zone of the source is off. Files that were copied bear the time of the copy: they are
 * later by as many different spans as there are recordings, and nothing can be said.
 */
import type { SourceClock } from '../../shared/source-model';
import type { ReaderId } from '../../shared/model';
import type { TimedFile } from '../catalog/clock-sample';
import { ZoneClock } from '../archive/zone';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Fewer agree by chance. */
const FEWEST = 20;
/** Within it lie the files of a system that writes as it records: a ringing is in the name and not in the sound. */
const WINDOW_MS = 2 * MINUTE_MS;
/** So little is no fault of a clock. */
const AGREEMENT_MS = 2 * MINUTE_MS;
/** A copy that is made every five minutes puts less into one window. */
const SHARE = 0.7;
/** Of clocks that are set twice a year the second window holds at least so many. */
const SEASON_SHARE = 0.1;
/** Calls of one hour that were copied together lie as near to each other as those that were never copied. */
const SPAN_MS = HOUR_MS;
const FITTING_SHARE = 0.95;
const ZONES_NAMED = 5;
/** Of those that are held against every zone of the world. */
const ZONE_SAMPLE = 60;

/** Their starts are read off a wall clock; those of the others are counted in UTC, or checked by such a count. */
const READERS_BY_ZONE: readonly ReaderId[] = [
  'three-cx',
  'oreka',
  'fusionpbx',
  'avaya',
  'pattern',
  'generic',
];

interface Lag {
  readonly file: TimedFile;
  /** How much later than the told end the file was written. */
  readonly lagMs: number;
}

/** `zone`: by which the files' names were read. */
export function judgeClock(files: readonly TimedFile[], zone: ZoneClock): SourceClock {
  const looked = files.length;
  const unsaid: SourceClock = { verdict: 'unsaid', offsetsMs: [], looked, agreeing: 0, fittingZones: [] };
  if (looked < FEWEST) return unsaid;
  const lags = files
    .map((file) => ({ file, lagMs: file.modifiedAtMs - file.startedAtMs - file.durationMs }))
    .sort((a, b) => a.lagMs - b.lagMs);
  const main = findDensest(lags);
  const season = findSeason(lags, main);
  const both = [...main, ...season];
  const offsetsMs = [main, season].filter((some) => some.length > 0).map(medianOf);
  const areOfZones = offsetsMs.every(isOfZones) && offsetsMs.some((ms) => toQuarters(ms) !== 0);
  const mayBeZone = areOfZones && both.length >= SHARE * looked && isSpread(both);
  const fittingZones = mayBeZone ? listFittingZones(both, zone) : [];
  if (fittingZones.length > 0) {
    const agreeing = both.filter(({ lagMs }) => toQuarters(lagMs) !== 0).length;
    const off = offsetsMs.map(toQuarters).filter((ms) => ms !== 0);
    return { verdict: 'zone', offsetsMs: off, looked, agreeing, fittingZones };
  }
  if (main.length < SHARE * looked || !isSpread(main)) return unsaid;
  const offMs = medianOf(main);
  const agreeing = main.length;
  return Math.abs(offMs) <= AGREEMENT_MS
    ? { ...unsaid, verdict: 'agrees', agreeing }
    : { ...unsaid, verdict: 'clock', offsetsMs: [offMs], agreeing };
}

/** Those of the window that holds most. `lags` in order. */
function findDensest(lags: readonly Lag[]): readonly Lag[] {
  let [from, until] = [0, 0];
  let first = 0;
  lags.forEach(({ lagMs }, last) => {
    while (lagMs - (lags[first]?.lagMs ?? lagMs) > WINDOW_MS) first += 1;
    if (last + 1 - first > until - from) [from, until] = [first, last + 1];
  });
  return lags.slice(from, until);
}

/** Those an hour beside, where they are more than a few: one of the two clocks is set twice a year. */
function findSeason(lags: readonly Lag[], main: readonly Lag[]): readonly Lag[] {
  const fromMs = main[0]?.lagMs ?? 0;
  const beside = [fromMs - HOUR_MS, fromMs + HOUR_MS].map((ms) =>
    lags.filter(({ lagMs }) => lagMs >= ms && lagMs <= ms + WINDOW_MS),
  );
  const [more = []] = beside.sort((a, b) => b.length - a.length);
  return more.length >= SEASON_SHARE * lags.length ? more : [];
}

function isSpread(lags: readonly Lag[]): boolean {
  const ends = lags.map(({ file }) => file.startedAtMs + file.durationMs).sort((a, b) => a - b);
  const tenth = Math.floor(ends.length / 10);
  return (ends.at(-1 - tenth) ?? 0) - (ends[tenth] ?? 0) >= SPAN_MS;
}

function medianOf(lags: readonly Lag[]): number {
  return lags[Math.floor(lags.length / 2)]?.lagMs ?? 0;
}

/** The clocks of two zones are whole quarters of an hour apart. */
function isOfZones(offMs: number): boolean {
  return Math.abs(offMs - toQuarters(offMs)) <= AGREEMENT_MS;
}

function toQuarters(ms: number): number {
  return Math.round(ms / QUARTER_MS) * QUARTER_MS;
}

/** Zones by whose clock the told times are those of the files, the likeliest first; none where it is not the zone that is wrong. */
function listFittingZones(lags: readonly Lag[], zone: ZoneClock): string[] {
  const byZone = lags.filter(({ file }) => READERS_BY_ZONE.includes(file.reader));
  if (byZone.length < FITTING_SHARE * lags.length) return [];
  const moments = pickEvenly(byZone, ZONE_SAMPLE).map((lag) => toMoment(lag, zone));
  const mostMisses = Math.floor((1 - FITTING_SHARE) * moments.length);
  const fits = (clock: ZoneClock): boolean => {
    let misses = 0;
    return moments.every(({ atMs, offsetMs }) => {
      if (clock.quarterOffsetMs(atMs) !== offsetMs) misses += 1;
      return misses <= mostMisses;
    });
  };
  if (fits(zone)) return [];
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const continents = [here, zone.timeZone].map((name) => name.slice(0, name.indexOf('/') + 1));
  const rank = (name: string): number =>
    [here, 'UTC'].includes(name) ? 0 : continents.some((one) => one !== '' && name.startsWith(one)) ? 1 : 2;
  return [...new Set([here, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
    .sort((a, b) => rank(a) - rank(b))
    .filter((name) => fits(new ZoneClock(name)))
    .slice(0, ZONES_NAMED);
}

/** By the time of the file: when the recording began, and how far its wall clock was ahead of UTC then. */
function toMoment({ file, lagMs }: Lag, zone: ZoneClock): { atMs: number; offsetMs: number } {
  const offMs = toQuarters(lagMs);
  return {
    atMs: file.startedAtMs + offMs,
    offsetMs: zone.quarterOffsetMs(file.startedAtMs) - offMs,
  };
}

function pickEvenly<Item>(items: readonly Item[], count: number): readonly Item[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, n) => items[Math.floor(n * step)]).filter(
    (item) => item !== undefined,
  );
}
