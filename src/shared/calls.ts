/** Call history and its summaries, as they cross the door. */
import { z } from 'zod';
import type { CallLeg, Direction, NumberLabel, Party, PartyLabel, RecordingRow } from './model';
import { DIRECTIONS } from './model';

/** How a call ended. A message left on voicemail is a call that was not answered. */
export const DISPOSITIONS = ['answered', 'notAnswered', 'busy', 'failed'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** One line of the list of calls. */
export interface CallRow {
  /** 16 hex digits, stable for the life of the archive. */
  readonly id: string;
  readonly startedAtMs: number;
  /** IANA zone of the source. */
  readonly timeZone: string;
  readonly direction: Direction;
  readonly disposition: Disposition;
  /** From the first ring to the end; null where the history does not tell the end. */
  readonly durationMs: number | null;
  /** From the answer to the end; null where nobody answered or the end is not told. */
  readonly talkMs: number | null;
  readonly from: PartyLabel;
  readonly to: PartyLabel;
  readonly group: NumberLabel | null;
  readonly line: NumberLabel | null;
  /** Has a recording that the viewer may list; nothing is told of others. */
  readonly isRecorded: boolean;
  /** Reaches the viewer by somebody's share alone. */
  readonly isShared: boolean;
}

export interface CallDetails extends CallRow {
  readonly answeredAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly parties: readonly Party[];
  readonly accountCode: string | null;
  /** In order of time; the first 200. */
  readonly legs: readonly CallLeg[];
  /** Those that the viewer may list, in order of time. */
  readonly recordings: readonly RecordingRow[];
}

const atMs = z.number().int().min(0).max(4_102_444_800_000);

export const callFilterSchema = z.strictObject({
  /** As typed: names and parts of numbers; all must match. */
  text: z.string().max(300).optional(),
  directions: z.array(z.enum(DIRECTIONS)).max(DIRECTIONS.length).optional(),
  dispositions: z.array(z.enum(DISPOSITIONS)).max(DISPOSITIONS.length).optional(),
  /** Start of the call: from inclusive, until exclusive. */
  fromMs: atMs.optional(),
  untilMs: atMs.optional(),
  /** A whole number that took part or was called, exactly. */
  party: z.string().min(1).max(64).optional(),
  group: z.string().min(1).max(64).optional(),
  line: z.string().min(1).max(64).optional(),
  /** Of the recordings that the person may list. */
  isRecorded: z.boolean().optional(),
});
export type CallFilter = z.infer<typeof callFilterSchema>;

export const REPORT_GROUPINGS = [
  'day',
  'hour',
  'weekday',
  'person',
  'group',
  'line',
  'disposition',
  'direction',
] as const;
export type ReportGrouping = (typeof REPORT_GROUPINGS)[number];

/** A calendar day on the wall clock of the telephone systems, `YYYY-MM-DD`. */
const day = z.string().regex(/^(?:19[7-9]\d|20\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);

export const reportInputSchema = z.strictObject({
  /** First and last day, both inclusive. */
  fromDay: day,
  untilDay: day,
  by: z.enum(REPORT_GROUPINGS),
});
export type ReportInput = z.infer<typeof reportInputSchema>;

export interface ReportSums {
  readonly calls: number;
  readonly answered: number;
  /** Together, of the answered calls. */
  readonly talkMs: number;
  /** Together, of all calls: until the answer or, without one, until the end. */
  readonly waitMs: number;
}

export interface ReportRow extends ReportSums {
  /** A day `YYYY-MM-DD`, an hour `0`–`23`, a weekday `1` (Monday) – `7`, a number, a disposition or a direction. */
  readonly key: string;
  /** Of a person, group or line: the organisation's own name for the number at the time; null where there is none. */
  readonly name: string | null;
}

export interface Report {
  readonly rows: readonly ReportRow[];
  /** Of all calls in the period, each counted once; a call may be in several rows of people, groups and lines. */
  readonly total: ReportSums;
}
