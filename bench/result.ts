/** What a line of the goals comes to. */

export interface LineResult {
  /** Number of the goal. */
  readonly line: number;
  readonly what: string;
  /** As it is printed, for example `≤ 1.5×`. */
  readonly goal: string;
  /** Medians, in `unit`; null where there is nothing to compare with. */
  readonly ours: number;
  readonly other: number | null;
  readonly unit: 'ms' | 's' | 'per s' | 'MB' | 'fps';
  readonly isReached: boolean;
  /** 99th percentile of ours, in ms. */
  readonly p99?: number;
  readonly note?: string;
}

/** A line that this machine cannot measure, and why. */
export interface Absent {
  readonly line: number;
  readonly what: string;
  readonly absent: string;
}

export type Outcome = LineResult | Absent;

export function toRatio({ ours, other }: LineResult): number | null {
  return other === null || other === 0 ? null : ours / other;
}

/** `ours` against `other`: reached where it takes at most `times` as long. */
export function atMost(
  told: Pick<LineResult, 'line' | 'what' | 'p99' | 'note'>,
  ours: number,
  other: number,
  times: number,
): LineResult {
  return { ...told, goal: `≤ ${times}×`, ours, other, unit: 'ms', isReached: ours <= other * times };
}

/** Reached where it takes at most so many milliseconds. */
export function within(
  told: Pick<LineResult, 'line' | 'what' | 'note' | 'p99'>,
  ours: number,
  ms: number,
): LineResult {
  return { ...told, goal: `≤ ${ms} ms`, ours, other: null, unit: 'ms', isReached: ours <= ms };
}
