/** What a reader makes of a file, before the catalog knows it: the seam between reading an archive and indexing it. */
import type { Disposition } from '../../shared/calls';
import type { Direction, Kind, Party, ReaderId, Transcript } from '../../shared/model';
import type { FindingKind } from '../../shared/source-model';
import type { MediaHeader } from './media/header';

/** How time, parties or direction were found; shown to the user as 'found by'. */
export type FoundBy =
  | 'file name'
  | 'name pattern'
  | 'folder name'
  | 'call history'
  | 'message file'
  | 'tape list'
  | 'details file'
  | 'SIPREC'
  | 'vCon'
  | 'file time';

export interface DraftRecording {
  /** Relative to the source's folder, `/` between parts, as the file system spells it (NFC is only for the id). */
  readonly path: string;
  /**
   * What makes the recording itself where its path does not, because the phone system gives the same names again: unique within the
   * source. Absent where the path is the recording.
   */
  readonly identity?: string | null;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly startedAtMs: number;
  /** True where the local time was ambiguous (the repeated hour) or did not exist (the gap). */
  readonly isTimeDoubtful: boolean;
  /** By how much the time of its name is ahead of `startedAtMs`, which something surer told; null where both agree, or one is silent. */
  readonly clockOffMs: number | null;
  readonly durationMs: number | null;
  readonly parties: readonly Party[];
  /** Extension of the station that recorded or, for voicemail, of the mailbox. */
  readonly owner: string | null;
  /** Extension of the hunt group, ring group or queue that the call was for. */
  readonly group: string | null;
  /** Trunk or DDI number the call came in or went out by. */
  readonly line: string | null;
  readonly accountCode: string | null;
  /** Voicemail: mailbox/folder. */
  readonly mailbox: string | null;
  /** Voicemail: left while the owner was unavailable, a box of its own when it comes to sharing. False where the archive does not say. */
  readonly wasUnavailable: boolean;
  /** The phone system's id of this leg, and of the whole call where it knows one. */
  readonly callReference: string | null;
  readonly linkedReference: string | null;
  readonly reader: ReaderId;
  readonly foundBy: readonly FoundBy[];
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  /** Null for a fax or for a file whose header could not be read (it is then also a finding). */
  readonly header: MediaHeader | null;
  /** Relative path of the screen recording that belongs to it. */
  readonly screenPath: string | null;
  readonly transcript: Transcript | null;
  /** Relative paths of everything that belongs to it besides the file itself (sidecars, other formats of the same message). */
  readonly sidecars: readonly string[];
}

/** A line of call history. `fingerprint` is the same for the same leg told by two files. */
export interface DraftCallLeg {
  readonly uniqueReference: string;
  readonly linkedReference: string;
  readonly startedAtMs: number;
  readonly answeredAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly fromNumber: string;
  readonly fromName: string | null;
  readonly toNumber: string;
  /** Extension that answered, where the channel says so. */
  readonly answeredBy: string | null;
  /** The hunt group, ring group or queue that the leg was for, where the history says so. */
  readonly group: string | null;
  readonly line: string | null;
  readonly accountCode: string | null;
  /** Mailboxes, joined by `&`, whose caller was told that their owner was unavailable; null where it was not, or nobody says. */
  readonly absentMailboxes: string | null;
  readonly application: string;
  readonly disposition: string;
  readonly fingerprint: string;
}

/** Begins the unique reference of a leg whose line had no unique id: only time and numbers tie it to a recording. */
export const LINE_PREFIX = 'line-';

export function isLineReference(uniqueReference: string): boolean {
  return uniqueReference.startsWith(LINE_PREFIX);
}

/** A whole call, as its legs tell it. */
export interface DraftCall {
  readonly linkedReference: string;
  readonly startedAtMs: number;
  /** When somebody first answered; null where nobody did. */
  readonly answeredAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly direction: Direction;
  readonly parties: readonly Party[];
  readonly group: string | null;
  readonly line: string | null;
  readonly accountCode: string | null;
  readonly disposition: Disposition;
  readonly legs: number;
}

export interface DraftFinding {
  readonly path: string;
  readonly kind: FindingKind;
  readonly detail: string;
}
