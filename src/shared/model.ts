/** The things that both sides of the door speak of. Plain readonly data; times are Unix milliseconds unless named otherwise. */
import type { StepReason } from './step-reasons';
import type { AccessLevel } from './user-settings';

export const KINDS = ['call', 'voicemail', 'fax'] as const;
export type Kind = (typeof KINDS)[number];

/** What a person shares of what his extensions own, each by itself. `history` is call history: no recording, but that there was a call. */
export const SHARED_KINDS = ['call', 'voicemail', 'unavailableVoicemail', 'fax', 'history'] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** `unknown` counts as outbound for the policy: what is not known is denied. */
export const DIRECTIONS = ['inbound', 'outbound', 'internal', 'unknown'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const PARTY_ROLES = ['caller', 'called', 'agent', 'other'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** What a party's number is. Only an extension or a group is ever matched by a right. */
export const PARTY_NUMBER_KINDS = ['extension', 'group', 'external', 'unknown'] as const;
export type PartyNumberKind = (typeof PARTY_NUMBER_KINDS)[number];

export interface Party {
  readonly role: PartyRole;
  /** Empty where the phone system did not know it (a withheld number). */
  readonly number: string;
  readonly numberKind: PartyNumberKind;
  /** As the archive says; null where it says nothing. */
  readonly name: string | null;
  /** Channel of the audio on which this party speaks, from 0; null where mixed or not known. */
  readonly channel: number | null;
}

/** `missing`: the file is gone from a volume that is there. `away`: the volume itself cannot be reached. */
export type Presence = 'present' | 'missing' | 'away';

export const READER_IDS = [
  'freepbx',
  'fusionpbx',
  'three-cx',
  'oreka',
  'avaya',
  'vonage-contact-center',
  'vonage-business',
  'siprec',
  'vcon',
  'trunk-recorder',
  'pattern',
  'generic',
] as const;
export type ReaderId = (typeof READER_IDS)[number];

/** One line of the Recordings list. */
export interface RecordingRow {
  /** 16 hex digits, stable for the life of the archive; says nothing about path or time. */
  readonly id: string;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly startedAtMs: number;
  /** IANA zone of the source, so that a row can say the time on the phone system's wall clock. */
  readonly timeZone: string;
  readonly durationMs: number | null;
  readonly from: PartyLabel;
  readonly to: PartyLabel;
  readonly group: NumberLabel | null;
  readonly line: NumberLabel | null;
  readonly hasTranscript: boolean;
  /** True only for a viewer who may see the screen part. */
  readonly hasScreen: boolean;
  /** Under legal hold: nobody can delete it. */
  readonly isHeld: boolean;
  /** Reaches the viewer by somebody's share alone. */
  readonly isShared: boolean;
  readonly presence: Presence;
}

export interface PartyLabel {
  readonly number: string;
  /** The organisation's own name for the number at the time of the call, else the archive's, else null. */
  readonly name: string | null;
}

export interface NumberLabel {
  readonly number: string;
  readonly name: string | null;
}

/** One piece of a call that the phone system wrote as several files. */
export interface Piece {
  readonly id: string;
  readonly startedAtMs: number;
  readonly durationMs: number | null;
  readonly isThis: boolean;
}

/** A leg of call history (CDR) that belongs to a recording. */
export interface CallLeg {
  readonly startedAtMs: number;
  readonly answeredAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly from: PartyLabel;
  readonly to: string;
  readonly disposition: string;
  readonly application: string;
}

export interface TechnicalData {
  readonly fileName: string;
  readonly source: string;
  readonly reader: ReaderId;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  readonly codec: string;
  readonly channels: number;
  readonly sampleRateHz: number;
  /** How time and parties were found: `file name`, `call history`, `message file`, `file time`. */
  readonly foundBy: readonly string[];
  readonly callReference: string | null;
}

export interface RecordingDetails extends RecordingRow {
  readonly parties: readonly Party[];
  readonly owner: NumberLabel | null;
  readonly accountCode: string | null;
  /** The wall clock showed the hour twice or never, or what tells the time does not go together. */
  readonly isTimeDoubtful: boolean;
  /** The start that the file's name tells, where something surer told another; else null. */
  readonly nameTimeMs: number | null;
  readonly pieces: readonly Piece[];
  readonly legs: readonly CallLeg[];
  readonly technical: TechnicalData;
  readonly access: readonly ActionDecision[];
}

export interface TranscriptSegment {
  readonly startMs: number;
  readonly endMs: number;
  /** As the transcript names him; null where it does not. */
  readonly speaker: string | null;
  /** Channel of the audio, from 0; null where the transcript does not tell it. */
  readonly channel: number | null;
  readonly text: string;
}

export const TRANSCRIPT_FORMATS = [
  'srt',
  'webvtt',
  'whisper-json',
  'deepgram-json',
  'aws-json',
  'text',
] as const;

export interface Transcript {
  /** In the order in which they were said. Those of `text` have no times: all start at 0. */
  readonly segments: readonly TranscriptSegment[];
  readonly format: (typeof TRANSCRIPT_FORMATS)[number];
  /** What the analysis filed the conversation under. */
  readonly categories: readonly string[];
}

/** A transcript for one who reads it: who spoke, where that can be told from the channel or from what the speaker is called. */
export interface NamedTranscript extends Transcript {
  readonly segments: readonly (TranscriptSegment & { readonly party: PartyLabel | null })[];
}

/** What a person may do with one recording. `seeScreen` and `readTranscript` are parts of playing it. */
export const ACTIONS = ['list', 'play', 'seeScreen', 'readTranscript', 'download', 'delete'] as const;
export type Action = (typeof ACTIONS)[number];

export type StepName =
  | 'organisation'
  | 'signIn'
  | 'deleted'
  | 'kind'
  | 'master'
  | 'scope'
  | 'outbound'
  | 'agent'
  | 'action'
  | 'hold';

/** One rung of the ladder by which a decision was made; the first that fails denies. */
export interface Step {
  readonly name: StepName;
  readonly passed: boolean;
  /** Key of the sentence (`policy.step.<reason>`), with the values for its placeholders. */
  readonly reason: StepReason;
  readonly details?: Readonly<Record<string, string | number>>;
  /**
   * The setting that decided it, and so where to change it: its name in `user-settings`, `organisation.<name>`, `serviceRights.<right>`,
   * `sharing.<kind>` (of whoever `details` name as `owner`) or `isActive`; null where none did.
   */
  readonly setting: string | null;
  /** The setting's value then, as the settings page shows it: `on`, `off`, a choice or a number; null without a setting. */
  readonly value: string | null;
}

export interface ActionDecision {
  readonly action: Action;
  readonly allowed: boolean;
  readonly steps: readonly Step[];
}

/** A page of a keyset-paged list. `nextCursor` is opaque, and null at the end. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

/** Not exact where recordings had to be looked at one by one and counting stopped: there are at least so many. */
export interface Count {
  readonly count: number;
  readonly isExact: boolean;
}

/** Recordings by day of the computer's calendar, in order of time; days without one are left out. */
export interface RecordingHistogram {
  readonly days: readonly { readonly day: string; readonly count: number }[];
  readonly isExact: boolean;
}

/** Null where it would take too long to count. */
export interface FacetValue<Value> {
  readonly value: Value;
  readonly count: number | null;
}

/** How many there would be with each value of a filter, all its other conditions kept. */
export interface RecordingFacets {
  readonly kinds: readonly FacetValue<Kind>[];
  readonly directions: readonly FacetValue<Direction>[];
  readonly withTranscript: number | null;
  readonly withScreen: number | null;
  /** Those of which there is a recording, most first, a hundred at most; null where something is searched for. */
  readonly groups: readonly (NumberLabel & { readonly count: number })[] | null;
  readonly lines: readonly (NumberLabel & { readonly count: number })[] | null;
}

/** Which view the signed-in person gets. Administrator may change configuration; Standard reads what he may. */
export type View = 'administrator' | 'standard';

export interface SignedIn {
  readonly userId: string;
  readonly name: string;
  readonly signInName: string;
  readonly organisation: string;
  readonly view: View;
  /** May open the administration pages at all: Media Manager Administrator or Standard. */
  readonly mayReadConfiguration: boolean;
  readonly mayChangeConfiguration: boolean;
  readonly mayChangeSecurity: boolean;
  /** May say whether there is call reporting, and who has it. */
  readonly mayConfigureReporting: boolean;
  readonly mayPlayAnything: boolean;
  /** Summaries of everybody's calls. */
  readonly maySeeReports: boolean;
  /** Somebody shares recordings with the person at this moment. */
  readonly receivesShares: boolean;
  readonly mayDownload: boolean;
  /** May delete at all: each recording then decides by itself. */
  readonly mayDelete: boolean;
  /** Someone else set his password: until he has chosen his own, nothing else is open to him. */
  readonly mustChangePassword: boolean;
  /** May share what is his; the sharing page is there for nobody else. */
  readonly isMultiUserAware: boolean;
  /** What the person may do on the pages about himself: nothing while the portal is closed to him. */
  readonly profileAccess: AccessLevel;
  readonly directoryAccess: AccessLevel;
  /** The walk through one's own settings is on and was not finished yet. */
  readonly mustRunWizard: boolean;
  readonly preferences: Preferences;
}

export const THEMES = ['system', 'light', 'dark'] as const;

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How a person likes his windows; kept with the person, not with the computer. */
export interface Preferences {
  readonly theme: (typeof THEMES)[number];
  /** Null: the one that the computer's windows have. */
  readonly language: Language | null;
  readonly density: 'compact' | 'comfortable';
  readonly playbackRate: number;
  readonly skipsSilence: boolean;
}

export interface AuditEntry {
  readonly sequence: number;
  readonly atMs: number;
  readonly userName: string;
  readonly client: 'window' | 'command line' | 'system';
  readonly action: string;
  /** Canonical JSON. */
  readonly details: string;
  readonly hash: string;
}
