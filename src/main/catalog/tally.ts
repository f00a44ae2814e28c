/** Counts, days and facets from postings and from the search table; see [Note: postings]. */
import type { ReadableDb } from '../sqlite/database';
import { countDays } from './chunk-days';
import { countApart } from './count-apart';
import { LocalDays, QUARTER_SEC } from './local-days';
import { toMatchSql } from './match-sql';
import { CHUNK, TRAITS_END, clearBit, countBits, countBitsOfBoth, toDurationTrait } from './postings';
import type { ChunkSet } from './postings-union';
import { PostingUnions } from './postings-union';
import { toFirstKey, toSecondBounds } from './recording-key';
import { NumberTallies } from './tally-numbers';
import type {
  FacetTally,
  MatchTally,
  PostingsQuestion,
  Readable,
  Tallies,
  TallyAnswer,
  TallyQuestion,
} from './tally-question';
import type { TraitBits } from './trait-bits';
import { traitBitsOf, withCodes } from './trait-bits';

/** Matches that are counted one by one; at ten million recordings a common word has more. */
const MATCHES_MAX = 200_000;

/** The conditions that facets are about: each facet is counted with all conditions but its own. */
type Facet = 'kinds' | 'directions' | 'transcript' | 'screen' | 'group' | 'line';

export class Tally {
  readonly #db: ReadableDb;
  readonly #unions: PostingUnions;
  readonly #numbers: NumberTallies;
  #days: LocalDays | undefined;
  /** Of whole sets, which many questions share. */
  readonly #daysOf = new WeakMap<ChunkSet, ReadonlyMap<number, number>>();

  constructor(db: ReadableDb) {
    this.#db = db;
    this.#unions = new PostingUnions(db);
    this.#numbers = new NumberTallies(db);
  }

  answer({ wants, about }: TallyQuestion): TallyAnswer {
    return this.#db.snapshot(() => {
      if (about.by === 'match') return this.#answerByMatch(about, wants === 'days');
      const apart = wants === 'count' ? countApart(this.#db, about) : undefined;
      if (apart !== undefined) return { count: apart, isExact: true };
      this.#unions.refresh();
      const found = this.#select(about, null);
      const count = found.reduce((sum, set) => sum + set.count, 0);
      if (wants === 'days') return { count, isExact: true, days: this.#toDays(found) };
      if (wants === 'facets') return { count, isExact: true, facets: this.#toFacets(about) };
      return { count, isExact: true };
    });
  }

  /** The recordings that satisfy all conditions but one. */
  #select(question: PostingsQuestion, except: Facet | null): ChunkSet[] {
    const isLong = toLengths(question);
    const kinds = except === 'kinds' ? null : question.kinds;
    const directions = except === 'directions' ? null : question.directions;
    const transcript = except === 'transcript' ? null : this.#toReadable(question.transcript);
    const screen = except === 'screen' ? null : this.#toReadable(question.screen);
    const among = [
      except === 'group' ? null : question.group,
      except === 'line' ? null : question.line,
    ].flatMap((scopeIds) => (scopeIds === null ? [] : [this.#setsOf(scopeIds)]));
    return this.#unions.union(question.listed).flatMap((set) => {
      let bits = withoutHidden(this.#cut(set, question), set, question.hidden);
      for (const sets of among) bits = bits && both(bits, sets.get(set.chunk.number));
      if (bits && kinds) bits = withCodes(bits, this.#traitsOf(set).kinds, kinds);
      if (bits && directions) bits = withCodes(bits, this.#traitsOf(set).directions, directions);
      if (bits && isLong) bits = keptByTraits(bits, this.#unions.contents.traitsOf(set.chunk), isLong);
      if (bits && transcript) bits = narrowed(bits, set, transcript, this.#traitsOf(set).withTranscript);
      if (bits && screen) bits = narrowed(bits, set, screen, this.#traitsOf(set).withScreen);
      if (bits === set.bits) return [set];
      const count = bits ? countBits(bits) : 0;
      return bits && count > 0 ? [{ chunk: set.chunk, bits, count }] : [];
    });
  }

  #toReadable({ ranges, isWanted }: Readable): ReadableSets | null {
    if (isWanted === null) return null;
    return { isWanted, sets: new Map(this.#unions.union(ranges).map((set) => [set.chunk.number, set.bits])) };
  }

  #setsOf(scopeIds: readonly number[]): Map<number, Uint32Array> {
    const ranges = scopeIds.map((scopeId) => ({
      scopeId,
      fromKey: Number.MIN_SAFE_INTEGER,
      untilKey: Number.MAX_SAFE_INTEGER,
    }));
    return new Map(this.#unions.union(ranges).map((set) => [set.chunk.number, set.bits]));
  }

  /** What lies in the window of time. The set's own bits where all does. */
  #cut(set: ChunkSet, { window }: PostingsQuestion): Uint32Array | undefined {
    const { fromSec, untilSec } = toSecondBounds(window);
    const { minSec, maxSec } = set.chunk;
    if (minSec >= fromSec && maxSec < untilSec) return set.bits;
    if (minSec >= untilSec || maxSec < fromSec) return undefined;
    return keptWithin(set.bits, this.#unions.contents.secondsOf(set.chunk), fromSec, untilSec);
  }

  #traitsOf({ chunk }: ChunkSet): TraitBits {
    return traitBitsOf(this.#unions.contents.traitsOf(chunk));
  }

  #toDays(found: readonly ChunkSet[]): [string, number][] {
    const days = (this.#days ??= new LocalDays());
    const counts = new Map<number, number>();
    for (const set of found) {
      for (const [day, count] of this.#countDays(set, days)) counts.set(day, (counts.get(day) ?? 0) + count);
    }
    return toNamedDays(counts, days);
  }

  #countDays(set: ChunkSet, days: LocalDays): ReadonlyMap<number, number> {
    const known = this.#daysOf.get(set);
    if (known) return known;
    const byDay = countDays(set, this.#unions.contents, days);
    this.#daysOf.set(set, byDay);
    return byDay;
  }

  #toFacets(question: PostingsQuestion): FacetTally {
    const whole = this.#select(question, null);
    const without = (facet: Facet): ChunkSet[] =>
      isSet(question, facet) ? this.#select(question, facet) : whole;
    const numbers = (subject: 'group' | 'line') =>
      this.#numbers.list(question.organisationId, subject, without(subject));
    return {
      kinds: this.#countCodes(without('kinds'), 'kinds'),
      directions: this.#countCodes(without('directions'), 'directions'),
      withTranscript: this.#countReadable(without('transcript'), question.transcript, 'withTranscript'),
      withScreen: this.#countReadable(without('screen'), question.screen, 'withScreen'),
      groups: numbers('group'),
      lines: numbers('line'),
    };
  }

  #countCodes(found: readonly ChunkSet[], facet: 'kinds' | 'directions'): number[] {
    const counts = [0, 0, 0, 0];
    for (const set of found) {
      const byCode = this.#traitsOf(set)[facet];
      byCode.forEach((having, code) => {
        counts[code] = (counts[code] ?? 0) + countBitsOfBoth(set.bits, having);
      });
    }
    return counts;
  }

  #countReadable(
    found: readonly ChunkSet[],
    { ranges }: Readable,
    having: 'withTranscript' | 'withScreen',
  ): number {
    const sets = new Map(this.#unions.union(ranges).map((set) => [set.chunk.number, set.bits]));
    let count = 0;
    for (const set of found) {
      const bits = both(set.bits, sets.get(set.chunk.number));
      if (bits) count += countBitsOfBoth(bits, this.#traitsOf(set)[having]);
    }
    return count;
  }

  #answerByMatch({ segments, isCut }: MatchTally, wantsDays: boolean): TallyAnswer {
    let count = 0;
    const byQuarter = new Map<number, number>();
    const quarter = wantsDays ? `key / ${toFirstKey(QUARTER_SEC)}` : '0';
    // See [Note: backwards]; where it is too much to count, the newest days are told.
    const order = wantsDays ? 'newest' : 'oldest';
    for (const { matches, fromKey, untilKey } of segments) {
      const rows = this.#db.all<{ quarter: number; count: number }>(
        `SELECT ${quarter} AS quarter, count(*) AS count FROM (
           ${toMatchSql(order, 'search', matches.length)}
         )${wantsDays ? ' GROUP BY 1' : ''}`,
        [...matches.flatMap((match) => [match, fromKey, untilKey]), MATCHES_MAX - count],
      );
      for (const row of rows) {
        count += row.count;
        byQuarter.set(row.quarter, (byQuarter.get(row.quarter) ?? 0) + row.count);
      }
      if (count >= MATCHES_MAX) break;
    }
    const isExact = count < MATCHES_MAX && !isCut;
    if (!wantsDays) return { count, isExact };
    const days = (this.#days ??= new LocalDays());
    const counts = new Map<number, number>();
    for (const [quarter, some] of byQuarter) {
      const day = days.dayOf(quarter * QUARTER_SEC);
      counts.set(day, (counts.get(day) ?? 0) + some);
    }
    return { count, isExact, days: toNamedDays(counts, days) };
  }
}

/** Counts at once, in the thread that asks: for the command line, and for tests. */
export class TalliesHere implements Tallies {
  readonly #tally: Tally;

  constructor(db: ReadableDb) {
    this.#tally = new Tally(db);
  }

  ask(question: TallyQuestion): Promise<TallyAnswer> {
    return new Promise((resolve) => resolve(this.#tally.answer(question)));
  }
}

interface ReadableSets {
  readonly isWanted: boolean;
  readonly sets: ReadonlyMap<number, Uint32Array>;
}

/** For each traits whether the length is asked for; undefined where all are. */
function toLengths({ durationClasses }: PostingsQuestion): Uint8Array | undefined {
  if (durationClasses === null) return undefined;
  return Uint8Array.from({ length: TRAITS_END }, (_, traits) => {
    const duration = toDurationTrait(traits);
    return duration !== null && duration >= durationClasses.first && duration <= durationClasses.last ? 1 : 0;
  });
}

function withoutHidden(
  bits: Uint32Array | undefined,
  { chunk }: ChunkSet,
  hidden: readonly number[],
): Uint32Array | undefined {
  const members = hidden.filter((ordinal) => Math.floor(ordinal / CHUNK) === chunk.number);
  if (!bits || members.length === 0) return bits;
  const left = bits.slice();
  for (const member of members) clearBit(left, member % CHUNK);
  return left;
}

function isSet(question: PostingsQuestion, facet: Facet): boolean {
  const value = question[facet];
  return Array.isArray(value) || (value !== null && 'isWanted' in value && value.isWanted !== null);
}

// The loops are written out: a call for each of ten million bits takes four times as long.
function keptByTraits(bits: Uint32Array, traits: Uint16Array, isKept: Uint8Array): Uint32Array {
  const left = new Uint32Array(bits.length);
  for (let at = 0; at < bits.length; at += 1) {
    let some = 0;
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) {
      const bit = word & -word;
      if (isKept[traits[(at << 5) + 31 - Math.clz32(bit)] ?? 0] === 1) some |= bit;
    }
    left[at] = some;
  }
  return left;
}

function keptWithin(bits: Uint32Array, seconds: Uint32Array, fromSec: number, untilSec: number): Uint32Array {
  const left = new Uint32Array(bits.length);
  for (let at = 0; at < bits.length; at += 1) {
    let some = 0;
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) {
      const bit = word & -word;
      const sec = seconds[(at << 5) + 31 - Math.clz32(bit)] ?? 0;
      if (sec >= fromSec && sec < untilSec) some |= bit;
    }
    left[at] = some;
  }
  return left;
}

/** With, or without, what the person may read of the set and has the trait. */
function narrowed(
  bits: Uint32Array,
  { chunk }: ChunkSet,
  { sets, isWanted }: ReadableSets,
  having: Uint32Array,
): Uint32Array {
  const readable = sets.get(chunk.number);
  const left = new Uint32Array(bits.length);
  for (let at = 0; at < bits.length; at += 1) {
    const has = (having[at] ?? 0) & (readable?.[at] ?? 0);
    left[at] = (bits[at] ?? 0) & (isWanted ? has : ~has);
  }
  return left;
}

function both(bits: Uint32Array, other: Uint32Array | undefined): Uint32Array | undefined {
  if (!other) return undefined;
  const left = new Uint32Array(bits.length);
  for (let at = 0; at < bits.length; at += 1) left[at] = (bits[at] ?? 0) & (other[at] ?? 0);
  return left;
}

function toNamedDays(counts: ReadonlyMap<number, number>, days: LocalDays): [string, number][] {
  return [...counts].sort(([a], [b]) => a - b).map(([day, count]) => [days.nameOf(day), count]);
}
