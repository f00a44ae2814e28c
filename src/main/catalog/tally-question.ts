/** What is asked about all recordings at once, in a form that crosses to the counting thread; its answers hold no recording. */
import type { Segment } from './matching-keys';
import type { KeyRange, ScopeRange } from './visible-keys';

/** A transcript or screen counts only where the person may read or see it. */
export interface Readable {
  readonly ranges: readonly ScopeRange[];
  /** Null: either. */
  readonly isWanted: boolean | null;
}

/** Conditions that the postings know; all must hold. */
export interface PostingsQuestion {
  readonly by: 'postings';
  readonly organisationId: number;
  /** What the person may list; all else is counted within it. */
  readonly listed: readonly ScopeRange[];
  /** Ordinals of what is being deleted at this moment. */
  readonly hidden: readonly number[];
  readonly window: KeyRange;
  /** Codes; null for any. */
  readonly kinds: readonly number[] | null;
  readonly directions: readonly number[] | null;
  readonly durationClasses: { readonly first: number; readonly last: number } | null;
  readonly transcript: Readable;
  readonly screen: Readable;
  /** Ids of the scopes that one group, and one line, is; null for any. */
  readonly group: readonly number[] | null;
  readonly line: readonly number[] | null;
}

/** What the search table says exactly. */
export interface MatchTally {
  readonly by: 'match';
  readonly segments: readonly Segment[];
  /** There is more than the segments cover. */
  readonly isCut: boolean;
}

export type TallyWants = 'count' | 'days' | 'facets';

export interface TallyQuestion {
  readonly wants: TallyWants;
  readonly about: PostingsQuestion | MatchTally;
}

/** Of a whole value of a filter: how many there would be with it, all other conditions kept. */
export interface NumberTally {
  readonly number: string;
  readonly count: number;
}

export interface FacetTally {
  /** By code. */
  readonly kinds: readonly number[];
  readonly directions: readonly number[];
  readonly withTranscript: number;
  readonly withScreen: number;
  /** Most first. */
  readonly groups: readonly NumberTally[];
  readonly lines: readonly NumberTally[];
}

export interface TallyAnswer {
  readonly count: number;
  /** False where counting stopped at a limit. */
  readonly isExact: boolean;
  /** In order of time; days of the computer's calendar without a recording are left out. */
  readonly days?: readonly (readonly [day: string, count: number])[];
  readonly facets?: FacetTally;
}

/** Who counts: a thread, so that no list waits for it, or, where nothing else is to be done meanwhile, the asker. */
export interface Tallies {
  /**
   * `askedBy` names one who has no use for an answer to what he asked long before, once he has asked the same kind of thing again and
   * again: rejects with `AppError` `superseded` then.
   */
  ask(question: TallyQuestion, askedBy?: string): Promise<TallyAnswer>;
}
