/** Counts what a person gains and loses where he becomes another viewer: differences of unions of postings, exact at any size. */
import type { ActionCounts, CountedAction } from '../../shared/preview';
import { COUNTED_ACTIONS, toActionCounts } from '../../shared/preview';
import type { ChunkFacts, ChunkSet } from '../catalog/postings-union';
import { PostingUnions } from '../catalog/postings-union';
import { CHUNK, SCREEN_TRAIT, TRANSCRIPT_TRAIT, countBits, forEachBit, setBit } from '../catalog/postings';
import { toFirstKey } from '../catalog/recording-key';
import { findRecordingById } from '../catalog/recordings';
import type { ReadableDb } from '../sqlite/database';
import { scopeOf } from './scope-plan';
import type { Viewer } from './viewer';

export interface ViewerChange {
  /** Null for a person who does not exist yet. */
  readonly before: Viewer | null;
  readonly after: Viewer;
}

export interface PreviewQuestion {
  readonly changes: readonly ViewerChange[];
  /** Ids that are there for nobody any more. */
  readonly beingDeleted: readonly string[];
}

export interface CountedEffect {
  readonly gained: ActionCounts;
  readonly lost: ActionCounts;
  /** Ids of recordings, newest first. */
  readonly gainedSampleIds: readonly string[];
  readonly lostSampleIds: readonly string[];
}

export const SAMPLES = 5;
/** Of more people than these only numbers are told. */
const PEOPLE_WITH_SAMPLES = 20;
/** A person is waiting: whoever is not counted by then is left uncounted, and said to be. */
const BUDGET_MS = 4000;

/** Takes a second or so the first time; then what it has read is kept until the catalog changes. */
export class PreviewCounter {
  readonly #db: ReadableDb;
  readonly #unions: PostingUnions;
  readonly #traitBits = new Map<string, { readonly version: number; readonly bits: Uint32Array }>();

  constructor(db: ReadableDb) {
    this.#db = db;
    this.#unions = new PostingUnions(db);
  }

  /** In the order of the changes; null for those that time did not reach. */
  count({ changes, beingDeleted }: PreviewQuestion, budgetMs = BUDGET_MS): (CountedEffect | null)[] {
    const untilMs = performance.now() + budgetMs;
    return this.#db.snapshot(() => {
      this.#unions.refresh();
      const gone = this.#ordinalsOf(beingDeleted);
      return changes.map((change, n) =>
        n > 0 && performance.now() > untilMs ? null : this.#countOne(change, gone, n < PEOPLE_WITH_SAMPLES),
      );
    });
  }

  #countOne({ before, after }: ViewerChange, gone: ReadonlySet<number>, withSamples: boolean): CountedEffect {
    const gained = new Map<CountedAction, ChunkBits[]>();
    const lost = new Map<CountedAction, ChunkBits[]>();
    // Most actions reach just what the list does, or nothing.
    const known = new Map<string, ChunkBits[]>();
    for (const action of COUNTED_ACTIONS) {
      const was = before === null ? NOTHING : this.#reachOf(before, action);
      const is = this.#reachOf(after, action);
      const differing = (one: Reach, other: Reach): ChunkBits[] => {
        const name = `${one.name} ${other.name}`;
        const all = known.get(name) ?? this.#differing(one.sets, other.sets, gone);
        known.set(name, all);
        return this.#narrowed(all, action);
      };
      gained.set(action, differing(is, was));
      lost.set(action, differing(was, is));
    }
    const samplesOf = (found: ReadonlyMap<CountedAction, ChunkBits[]>) =>
      withSamples ? this.#newest(found.get('list') ?? []) : [];
    return {
      gained: toCounts(gained),
      lost: toCounts(lost),
      gainedSampleIds: samplesOf(gained),
      lostSampleIds: samplesOf(lost),
    };
  }

  #reachOf(viewer: Viewer, action: CountedAction): Reach {
    const { ranges } = scopeOf(this.#db, viewer, action);
    if (ranges.length === 0) return NOTHING;
    return { name: JSON.stringify(ranges), sets: this.#unions.union(ranges) };
  }

  /** What is in the one and not in the other. */
  #differing(one: readonly ChunkSet[], other: readonly ChunkSet[], gone: ReadonlySet<number>): ChunkBits[] {
    const others = new Map(other.map((set) => [set.chunk.number, set.bits]));
    return one.flatMap(({ chunk, bits }) => {
      const without = others.get(chunk.number);
      // The same union is the same object.
      if (without === bits) return [];
      const left: Uint32Array = without ? bits.map((word, at) => word & ~(without[at] ?? 0)) : bits.slice();
      for (const ordinal of gone)
        if (Math.floor(ordinal / CHUNK) === chunk.number) clear(left, ordinal % CHUNK);
      return toCounted(chunk, left);
    });
  }

  /** To those that have what the action is about. */
  #narrowed(found: ChunkBits[], action: CountedAction): ChunkBits[] {
    const trait = TRAITS[action];
    if (trait === undefined) return found;
    return found.flatMap(({ chunk, bits }) => {
      const having = this.#bitsOf(chunk, trait);
      return toCounted(
        chunk,
        bits.map((word, at) => word & (having[at] ?? 0)),
      );
    });
  }

  /** Found once for everybody: hundreds of people are counted in one go. */
  #bitsOf(chunk: ChunkFacts, trait: number): Uint32Array {
    const name = `${String(chunk.number)} ${String(trait)}`;
    const kept = this.#traitBits.get(name);
    if (kept?.version === chunk.version) return kept.bits;
    const traits = this.#unions.contents.traitsOf(chunk);
    const bits = new Uint32Array(CHUNK / 32);
    traits.forEach((of, member) => {
      if ((of & trait) !== 0) setBit(bits, member);
    });
    this.#traitBits.set(name, { version: chunk.version, bits });
    return bits;
  }

  /** Ordinals tell no time: the seconds of each chunk do. */
  #newest(found: readonly ChunkBits[]): string[] {
    const newest: { readonly sec: number; readonly ordinal: number }[] = [];
    for (const { chunk, bits } of [...found].sort((a, b) => b.chunk.maxSec - a.chunk.maxSec)) {
      const last = newest.at(-1);
      if (newest.length === SAMPLES && last && chunk.maxSec < last.sec) break;
      const seconds = this.#unions.contents.secondsOf(chunk);
      forEachBit(bits, (member) => {
        const sec = seconds[member] ?? 0;
        const oldest = newest.at(-1);
        if (newest.length === SAMPLES && oldest && sec <= oldest.sec) return;
        newest.push({ sec, ordinal: chunk.number * CHUNK + member });
        newest.sort((a, b) => b.sec - a.sec);
        newest.length = Math.min(newest.length, SAMPLES);
      });
    }
    return newest.flatMap(({ sec, ordinal }) => this.#findId(sec, ordinal) ?? []);
  }

  #findId(sec: number, ordinal: number): string | undefined {
    return this.#db.get<{ id: string }>(
      'SELECT id FROM recording WHERE key >= ? AND key < ? AND ordinal = ?',
      [toFirstKey(sec), toFirstKey(sec + 1), ordinal],
    )?.id;
  }

  #ordinalsOf(ids: readonly string[]): ReadonlySet<number> {
    return new Set(ids.flatMap((id) => findRecordingById(this.#db, id)?.ordinal ?? []));
  }
}

/** What somebody may do something with. Of the same name is the same reach. */
interface Reach {
  readonly name: string;
  readonly sets: readonly ChunkSet[];
}

const NOTHING: Reach = { name: '', sets: [] };

const TRAITS: Readonly<Partial<Record<CountedAction, number>>> = {
  seeScreen: SCREEN_TRAIT,
  readTranscript: TRANSCRIPT_TRAIT,
};

interface ChunkBits {
  readonly chunk: ChunkFacts;
  readonly bits: Uint32Array;
  readonly count: number;
}

function toCounted(chunk: ChunkFacts, bits: Uint32Array): ChunkBits[] {
  const count = countBits(bits);
  return count === 0 ? [] : [{ chunk, bits, count }];
}

function clear(bits: Uint32Array, member: number): void {
  const word = member >>> 5;
  bits[word] = (bits[word] ?? 0) & ~(1 << (member & 31));
}

function toCounts(found: ReadonlyMap<CountedAction, readonly ChunkBits[]>): ActionCounts {
  return toActionCounts((action) => (found.get(action) ?? []).reduce((sum, { count }) => sum + count, 0));
}
