/** Deleting and what keeps from it, as it crosses the door: holds, retention locks, and what is left to tell of what was deleted. */
import { z } from 'zod';
import type { ErrorShape } from './errors';
import type { Direction, Kind, Party, RecordingRow } from './model';

/** The most recordings that one call deletes or holds. */
export const MAX_IDS_AT_ONCE = 500;
/** Characters of a reason. */
export const REASON_MAX_LENGTH = 1000;

export interface DeleteOutcome {
  /** In the order in which they went. */
  readonly deleted: readonly string[];
  /** Each is still there, whole. */
  readonly failed: readonly { readonly id: string; readonly error: ErrorShape }[];
  /** Somebody stopped it, or was signed out: those in neither list were not begun. */
  readonly isStopped: boolean;
}

/** What a deleted recording was. Numbers and names are those of the archive. */
export interface DeletedFacts {
  readonly kind: Kind;
  readonly direction: Direction;
  readonly startedAtMs: number;
  readonly durationMs: number | null;
  readonly parties: readonly Pick<Party, 'role' | 'number' | 'name'>[];
  readonly owner: string | null;
  readonly group: string | null;
  readonly line: string | null;
  readonly accountCode: string | null;
  /** Relative to the source's folder. */
  readonly path: string;
  readonly source: string;
}

export interface DeletedFile {
  /** Relative to the source's folder; the recording itself comes first. */
  readonly path: string;
  readonly sizeBytes: number;
  /** 64 hex digits. */
  readonly sha256: string;
}

/** `committed`: it is gone for everybody, and files of it wait to be removed. `undone`: it was taken back and nothing is missing. */
export const DELETION_STAGES = ['intended', 'committed', 'done', 'undone'] as const;
export type DeletionStage = (typeof DELETION_STAGES)[number];

/** One line of the list of what was deleted. */
export interface DeletionRow {
  readonly recordingId: string;
  readonly stage: DeletionStage;
  readonly atMs: number;
  readonly userName: string;
  readonly reason: string;
  readonly facts: DeletedFacts;
  readonly files: readonly DeletedFile[];
}

export interface HoldRow {
  /** For `holds.list`, not for any other call. */
  readonly holdId: number;
  readonly recordingId: string;
  readonly reason: string;
  readonly setBy: string;
  readonly setAtMs: number;
  /** Null where no scan has found it yet, or its source was taken away: the hold stands all the same. */
  readonly recording: RecordingRow | null;
}

export const LOCK_SUBJECTS = ['line', 'group'] as const;

/** Days of the presets of five and seven years, leap days included. */
export const LOCK_PRESET_DAYS = { fiveYears: 1826, sevenYears: 2557 } as const;
export const LOCK_MAX_DAYS = 36_525;

export const retentionLockSchema = z.strictObject({
  subject: z.enum(LOCK_SUBJECTS),
  number: z.string().trim().min(1).max(64),
  days: z.number().int().min(1).max(LOCK_MAX_DAYS),
});
/** Recordings of this line or group cannot be deleted before so many days after their start. */
export type RetentionLock = Readonly<z.infer<typeof retentionLockSchema>>;
