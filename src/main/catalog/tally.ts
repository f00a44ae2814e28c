/** Counts, days and facets from postings and from the search table; see [Note: postings]. */
import type { ReadableDb } from '../sqlite/database';
import { LocalDays, QUARTER_SEC } from './local-days';
import { toMatchSql } from './matching-keys';
import {
  CHUNK,
  SCREEN_TRAIT,
  TRAITS_END,
  TRANSCRIPT_TRAIT,
  clearBit,
  countBits,
  forEachBit,
  toDirectionTrait,
  toDurationTrait,
  toKindTrait,
} from './postings';
import type { ChunkSet } from './postings-union';
import { PostingUnions } from './postings-union';
import { toFirstKey, toSecondBounds } from './recording-key';
import { tallyNumbers } from './tally-numbers';
import type {
  FacetTally,
  MatchTally,
  PostingsQuestion,
  Readable,
  Tallies,
  TallyAnswer,
  TallyQuestion,
} from './tally-question';

/** Matches that are counted one by one; at ten million recordings a common word has more. */
const MATCHES_MAX = 200_000;

/** The conditions that facets are about: each facet is counted with all conditions but its own. */
type Facet = 'kinds' | 'directions' | 'transcript' | 'screen' | 'group' | 'line';

export class Tally {
  readonly #db: ReadableDb;
  readonly #unions: PostingUnions;
  #days: LocalDays | undefined;
  /** Of whole sets, which many questions share. */
  readonly #daysOf = new WeakMap<ChunkSet, ReadonlyMap<number, number>>();

  constructor(db: ReadableDb) {
    this.#db = db;
    this.#unions = new PostingUnions(db);
  }

  answer({ wants, about }: TallyQuestion): TallyAnswer {
    return this.#db.snapshot(() => {
      if (about.by === 'match') return this.#answerByMatch(about, wants === 'days');
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
    const isAllowed = toAllowed(question, except);
    const transcript = except === 'transcript' ? null : this.#toReadable(question.transcript);
    const screen = except === 'screen' ? null : this.#toReadable(question.screen);
    const among = [
      except === 'group' ? null : question.group,
      except === 'line' ? null : question.line,
    ].flatMap((scopeIds) => (scopeIds === null ? [] : [this.#setsOf(scopeIds)]));
    return this.#unions.union(question.listed).flatMap((set) => {
      let bits = withoutHidden(this.#cut(set, question), set, question.hidden);
      for (const sets of among) bits = bits && both(bits, sets.get(set.chunk.number));
      if (bits && isAllowed) bits = this.#filter(bits, set, (traits) => isAllowed[traits] === 1);
      if (bits && transcript) bits = this.#narrow(bits, set, transcript, TRANSCRIPT_TRAIT);
      if (bits && screen) bits = this.#narrow(bits, set, screen, SCREEN_TRAIT);
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
    const { seconds } = this.#unions.load(set.chunk);
    return kept(set.bits, (member) => {
      const sec = seconds[member] ?? 0;
      return sec >= fromSec && sec < untilSec;
    });
  }

  #filter(bits: Uint32Array, set: ChunkSet, isWanted: (traits: number) => boolean): Uint32Array {
    const { traits } = this.#unions.load(set.chunk);
    return kept(bits, (member) => isWanted(traits[member] ?? 0));
  }

  #narrow(bits: Uint32Array, set: ChunkSet, readable: ReadableSets, trait: number): Uint32Array {
    const readableBits = readable.sets.get(set.chunk.number);
    const having = this.#filter(bits, set, (traits) => (traits & trait) !== 0);
    return having.map((word, at) => {
      const has = word & (readableBits?.[at] ?? 0);
      return readable.isWanted ? has : (bits[at] ?? 0) & ~has;
    });
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
    const { seconds } = this.#unions.load(set.chunk);
    const firstDay = days.dayOf(set.chunk.minSec);
    const counts = new Uint32Array(days.dayOf(set.chunk.maxSec) - firstDay + 1);
    forEachBit(set.bits, (member) => {
      const at = days.dayOf(seconds[member] ?? 0) - firstDay;
      counts[at] = (counts[at] ?? 0) + 1;
    });
    const byDay = new Map<number, number>();
    counts.forEach((count, at) => count > 0 && byDay.set(firstDay + at, count));
    this.#daysOf.set(set, byDay);
    return byDay;
  }

  #toFacets(question: PostingsQuestion): FacetTally {
    const whole = this.#select(question, null);
    const without = (facet: Facet): ChunkSet[] =>
      isSet(question, facet) ? this.#select(question, facet) : whole;
    const kinds = this.#countTraits(without('kinds'));
    const directions = this.#countTraits(without('directions'));
    const numbers = (subject: 'group' | 'line') =>
      tallyNumbers(this.#db, question.organisationId, subject, without(subject));
    return {
      kinds: grouped(kinds, toKindTrait),
      directions: grouped(directions, toDirectionTrait),
      withTranscript: this.#countReadable(without('transcript'), question.transcript, TRANSCRIPT_TRAIT),
      withScreen: this.#countReadable(without('screen'), question.screen, SCREEN_TRAIT),
      groups: numbers('group'),
      lines: numbers('line'),
    };
  }

  #countTraits(found: readonly ChunkSet[]): Uint32Array {
    const counts = new Uint32Array(TRAITS_END);
    for (const set of found) {
      const { traits } = this.#unions.load(set.chunk);
      forEachBit(set.bits, (member) => {
        const of = traits[member] ?? 0;
        counts[of] = (counts[of] ?? 0) + 1;
      });
    }
    return counts;
  }

  #countReadable(found: readonly ChunkSet[], { ranges }: Readable, trait: number): number {
    const sets = new Map(this.#unions.union(ranges).map((set) => [set.chunk.number, set.bits]));
    let count = 0;
    for (const set of found) {
      const bits = both(set.bits, sets.get(set.chunk.number));
      if (bits) count += countBits(this.#filter(bits, set, (traits) => (traits & trait) !== 0));
    }
    return count;
  }

  #answerByMatch({ segments, isCut }: MatchTally, wantsDays: boolean): TallyAnswer {
    let count = 0;
    const byQuarter = new Map<number, number>();
    const quarter = wantsDays ? `key / ${toFirstKey(QUARTER_SEC)}` : '0';
    for (const { matches, fromKey, untilKey } of segments) {
      const rows = this.#db.all<{ quarter: number; count: number }>(
        `SELECT ${quarter} AS quarter, count(*) AS count FROM (
           ${toMatchSql('newest', 'search', matches.length)}
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

/** For each traits whether kind, direction and length are asked for; undefined where all are. */
function toAllowed(question: PostingsQuestion, except: Facet | null): Uint8Array | undefined {
  const kinds = except === 'kinds' ? null : question.kinds;
  const directions = except === 'directions' ? null : question.directions;
  const { durationClasses } = question;
  if (kinds === null && directions === null && durationClasses === null) return undefined;
  return new Uint8Array(TRAITS_END).map((_, traits) => {
    const duration = toDurationTrait(traits);
    const isLong =
      durationClasses === null ||
      (duration !== null && duration >= durationClasses.first && duration <= durationClasses.last);
    const isKind = kinds === null || kinds.includes(toKindTrait(traits));
    return isLong && isKind && (directions === null || directions.includes(toDirectionTrait(traits))) ? 1 : 0;
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

function kept(bits: Uint32Array, isKept: (member: number) => boolean): Uint32Array {
  const left = new Uint32Array(bits.length);
  forEachBit(bits, (member) => {
    if (isKept(member)) left[member >>> 5] = (left[member >>> 5] ?? 0) | (1 << (member & 31));
  });
  return left;
}

function both(bits: Uint32Array, other: Uint32Array | undefined): Uint32Array | undefined {
  return other && bits.map((word, at) => word & (other[at] ?? 0));
}

function grouped(byTraits: Uint32Array, codeOf: (traits: number) => number): number[] {
  const counts = [0, 0, 0, 0];
  byTraits.forEach((count, traits) => (counts[codeOf(traits)] = (counts[codeOf(traits)] ?? 0) + count));
  return counts;
}

function toNamedDays(counts: ReadonlyMap<number, number>, days: LocalDays): [string, number][] {
  return [...counts].sort(([a], [b]) => a - b).map(([day, count]) => [days.nameOf(day), count]);
}
