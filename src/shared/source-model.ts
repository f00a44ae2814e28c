/** What crosses the door about the sources of an archive: how they stand, what was found in them, and how a scan goes. */
import type { Direction, ReaderId } from './model';
import type { SourceReading } from './source-reading';

/** What the samples of a recording say, which only listening to the whole of it can tell: known some time after a scan. */
export const SOUND_FINDING_KINDS = ['silent', 'one-sided'] as const;
export type SoundFindingKind = (typeof SOUND_FINDING_KINDS)[number];

export const FINDING_KINDS = [
  'empty',
  'cut-off',
  'not-media',
  'unreadable',
  'not-understood',
  'unsupported',
  'clock-off',
  'orphan-sidecar',
  'bad-sidecar',
  'bad-call-history',
  'unsafe-name',
  'greeting',
  'unverified',
  'duplicate',
  'changed',
  ...SOUND_FINDING_KINDS,
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What the scanner could not take in as a recording, or took in with a doubt. Nothing is dropped silently. */
export interface Finding {
  readonly kind: FindingKind;
  /** Relative to the source's folder, made safe to show. Findings go to those who may read the configuration only. */
  readonly path: string;
  readonly detail: string;
  /** Of the sound that is listed from this file; null where none is. */
  readonly recordingId: string | null;
}

/** How the times that a source tells of its recordings go with the times of their files, by a sample of them. */
export interface SourceClock {
  /**
   * `zone`: the source's zone is probably wrong. `clock`: the phone system's clock is, or that of the drive. `unsaid`: too few were
   * found, or the files bear other times, as copies do, so that nothing can be said.
   */
  readonly verdict: 'agrees' | 'zone' | 'clock' | 'unsaid';
  /** How much later than told the files were written; two where the clocks of two zones are set on other days. None is 0. */
  readonly offsetsMs: readonly number[];
  /** Recordings that were looked at, and how many of them say so. */
  readonly looked: number;
  readonly agreeing: number;
  /** By which told times and file times would agree, the likeliest first. */
  readonly fittingZones: readonly string[];
}

/** How a source is: every file that is in it, and what became of it. */
export interface SourceHealth {
  /** `seen` is the sum of the others: recordings, what belongs to them, call history, and what is no recording (each a finding). */
  readonly files: {
    readonly seen: number;
    readonly recordings: number;
    readonly attached: number;
    readonly histories: number;
    readonly others: number;
  };
  /** Kinds that were found, with the first few of each. */
  readonly kinds: readonly {
    readonly kind: FindingKind;
    readonly count: number;
    readonly examples: readonly Finding[];
  }[];
  /** Listed, but gone from the source. */
  readonly missing: number;
  /** Calls of call history that were answered and have no recording; recordings of calls of which call history tells nothing. */
  readonly callsWithoutRecording: number;
  readonly recordingsWithoutHistory: number;
  /** Recordings whose sound was looked at from beginning to end, which goes on quietly after a scan. */
  readonly soundChecked: number;
  /** Null before the first scan has come to its end. */
  readonly clock: SourceClock | null;
  /** As of the end of this scan; null where there was none. */
  readonly asOfMs: number | null;
}

export type ScanState = 'waiting' | 'surveying' | 'reading' | 'joining' | 'done' | 'stopped' | 'failed';

export interface ScanProgress {
  readonly sourceId: string;
  readonly state: ScanState;
  readonly filesSeen: number;
  /** Known after the survey; null before. */
  readonly filesTotal: number | null;
  readonly recordings: number;
  readonly findings: number;
  /** While files are read, of these alone: folders that have not changed are passed over much faster. */
  readonly perSecond: number;
  /** Until the last file is read, by how fast they have been read so far; null where nobody can know. */
  readonly leftMs: number | null;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  /** Why it failed, when it did. */
  readonly failure: { readonly reason: string; readonly message: string } | null;
}

export interface SourceSummary {
  readonly id: string;
  readonly name: string;
  readonly archiveDir: string;
  readonly reader: ReaderId | 'auto';
  readonly timeZone: string;
  /** What the administrator says of its names and details files. */
  readonly reading: SourceReading;
  readonly presence: 'present' | 'away';
  readonly isReadOnlyMedia: boolean;
  /** Null, as the findings and the last scan are, for one who may not list every recording: a count tells of the others. */
  readonly recordings: number | null;
  readonly findings: number | null;
  readonly lastScan: ScanProgress | null;
}

/** What a look at a folder found, before it becomes a source. */
export interface FolderInspection {
  readonly archiveDir: string;
  readonly filesLooked: number;
  /** False where the look stopped at its limit and the folder holds more. */
  readonly isWhole: boolean;
  readonly systems: readonly InspectedSystem[];
  readonly fromMs: number | null;
  readonly untilMs: number | null;
  /** Share of the media files whose names were understood, 0…1. */
  readonly understoodShare: number;
  readonly examples: readonly InspectedExample[];
  readonly suggestedTimeZone: string;
}

export interface InspectedSystem {
  readonly reader: ReaderId;
  readonly files: number;
}

export interface InspectedExample {
  readonly fileName: string;
  readonly reader: ReaderId;
  readonly startedAtMs: number | null;
  readonly from: string;
  readonly to: string;
  readonly direction: Direction;
}
