/** What the list is narrowed to, as the person chose it, and what that means for the door. */
import type { CallFilter, Disposition } from '../../../shared/calls';
import type { RecordingFilter } from '../../../shared/contract';
import type { Direction, Kind } from '../../../shared/model';

export const TIME_PRESETS = ['today', 'last7Days', 'last30Days', 'thisMonth'] as const;
export type TimePreset = (typeof TIME_PRESETS)[number];

/** A preset moves with the days; a range of one's own has days as `2026-09-14`, both inclusive, either empty for open. */
export type TimeChoice =
  | { readonly preset: TimePreset }
  | { readonly preset: 'own'; readonly fromDay: string; readonly untilDay: string };

/** Minutes, either null for open. */
export interface LengthChoice {
  readonly minMinutes: number | null;
  readonly maxMinutes: number | null;
}

export interface ListFilter {
  readonly text: string;
  readonly time: TimeChoice | null;
  readonly directions: readonly Direction[];
  readonly kinds: readonly Kind[];
  readonly party: string;
  readonly group: string;
  readonly line: string;
  readonly length: LengthChoice | null;
  readonly hasTranscript: boolean;
  readonly hasScreen: boolean;
  /** Of calls of call history. */
  readonly dispositions: readonly Disposition[];
  readonly recorded: RecordedChoice;
}

export type RecordedChoice = 'yes' | 'no' | null;

export const NO_FILTER: ListFilter = {
  text: '',
  time: null,
  directions: [],
  kinds: [],
  party: '',
  group: '',
  line: '',
  length: null,
  hasTranscript: false,
  hasScreen: false,
  dispositions: [],
  recorded: null,
};

/** Each part that can be narrowed and opened again by itself. */
export type FilterPart = Exclude<keyof ListFilter, 'text'>;

export const PARTS = (Object.keys(NO_FILTER) as (keyof ListFilter)[]).filter((key) => key !== 'text');

export function withoutPart(filter: ListFilter, part: FilterPart): ListFilter {
  return { ...filter, [part]: NO_FILTER[part] };
}

export function isPartSet(filter: ListFilter, part: FilterPart): boolean {
  const value = filter[part];
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** In the order of the chips. */
export const RECORDING_PARTS: readonly FilterPart[] = [
  'time',
  'directions',
  'party',
  'group',
  'kinds',
  'line',
  'length',
  'hasTranscript',
  'hasScreen',
];
export const CALL_PARTS: readonly FilterPart[] = [
  'time',
  'directions',
  'dispositions',
  'party',
  'group',
  'line',
  'recorded',
];

/** True where anything narrows the list, the search included. `parts` are those of the page. */
export function isNarrowed(filter: ListFilter, parts: readonly FilterPart[]): boolean {
  return filter.text.trim() !== '' || parts.some((part) => isPartSet(filter, part));
}

/** As the door takes it. Days are days of the computer's clock, and may have 23 or 25 hours. */
export function toRecordingFilter(filter: ListFilter, nowMs: number): RecordingFilter {
  return {
    ...toSharedParts(filter, nowMs),
    ...(filter.kinds.length > 0 ? { kinds: [...filter.kinds] } : {}),
    ...(filter.length ? toLengthBounds(filter.length) : {}),
    ...(filter.hasTranscript ? { hasTranscript: true } : {}),
    ...(filter.hasScreen ? { hasScreen: true } : {}),
  };
}

/** As the door takes it for call history. */
export function toCallFilter(filter: ListFilter, nowMs: number): CallFilter {
  return {
    ...toSharedParts(filter, nowMs),
    ...(filter.dispositions.length > 0 ? { dispositions: [...filter.dispositions] } : {}),
    ...(filter.recorded === null ? {} : { isRecorded: filter.recorded === 'yes' }),
  };
}

function toSharedParts(filter: ListFilter, nowMs: number) {
  const text = filter.text.trim();
  return {
    ...(text === '' ? {} : { text }),
    ...(filter.directions.length > 0 ? { directions: [...filter.directions] } : {}),
    ...(filter.time ? toTimeBounds(filter.time, nowMs) : {}),
    ...(filter.party === '' ? {} : { party: filter.party }),
    ...(filter.group === '' ? {} : { group: filter.group }),
    ...(filter.line === '' ? {} : { line: filter.line }),
  };
}

/** From inclusive, until exclusive. A preset has no end: what is recorded while one looks belongs to it. */
export function toTimeBounds(time: TimeChoice, nowMs: number): Pick<RecordingFilter, 'fromMs' | 'untilMs'> {
  if (time.preset === 'own') {
    const fromMs = findStartOfDay(time.fromDay, 0);
    const untilMs = findStartOfDay(time.untilDay, 1);
    return { ...(fromMs === undefined ? {} : { fromMs }), ...(untilMs === undefined ? {} : { untilMs }) };
  }
  const now = new Date(nowMs);
  const daysBack = { today: 0, last7Days: 6, last30Days: 29, thisMonth: now.getDate() - 1 }[time.preset];
  // By the calendar, not by 24 hours: a day may be shorter or longer.
  return { fromMs: new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBack).getTime() };
}

/** The first millisecond of a day, or of the day so many days later; undefined where none is given or it is no day. */
function findStartOfDay(day: string, daysLater: number): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return undefined;
  const atMs = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + daysLater).getTime();
  return Number.isNaN(atMs) || atMs < 0 ? undefined : atMs;
}

/** Up to five minutes means up to 5:00 and no second more; the door's upper bound is inclusive. */
function toLengthBounds(length: LengthChoice): Pick<RecordingFilter, 'minDurationMs' | 'maxDurationMs'> {
  return {
    ...(length.minMinutes === null ? {} : { minDurationMs: Math.round(length.minMinutes * 60_000) }),
    ...(length.maxMinutes === null ? {} : { maxDurationMs: Math.round(length.maxMinutes * 60_000) }),
  };
}
