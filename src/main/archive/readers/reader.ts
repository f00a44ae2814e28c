/**
 * What a reader is: it takes from a folder the files whose names it understands, and says of each what its name, its
 * sidecars and its header tell. It never throws for a bad file.
 */
import type { DraftRecording } from '../draft';
import type { MediaHeader } from '../media/header';
import type { ZoneClock } from '../zone';
import type { Party, ReaderId } from '../../../shared/model';
import type { FolderClaims } from './folder-claims';

/** What a reader knows of a recording; the rest comes from the file itself. */
export type RecordingFacts = Pick<
  DraftRecording,
  | 'identity'
  | 'kind'
  | 'direction'
  | 'startedAtMs'
  | 'isTimeDoubtful'
  | 'clockOffMs'
  | 'parties'
  | 'owner'
  | 'group'
  | 'line'
  | 'accountCode'
  | 'mailbox'
  | 'wasUnavailable'
  | 'callReference'
  | 'linkedReference'
  | 'foundBy'
>;

/** A file as the disk shows it, for a reader to add to. */
export interface MediaFile {
  readonly modifiedAtMs: number;
  readonly header: MediaHeader | null;
  /** Text of a sidecar by its name; null where it cannot be read or is too large. */
  readonly readText: (name: string) => string | null;
  /** SHA-512 of the whole file; null where it is too large to be summed on the way. Absent where nobody asks for findings. */
  readonly readSha512?: () => Buffer | null;
}

export type ReadFacts = (file: MediaFile) => RecordingFacts;

export interface Reader {
  readonly id: ReaderId;
  /** Takes what is its own out of the folder. The zone is that of the phone system's wall clock. */
  claim(claims: FolderClaims, zone: ZoneClock): void;
}

const NOBODY: readonly Party[] = [];

/** Facts in which all that is not given is unknown, so that a reader states only what it found. */
export function toFacts(
  found: Partial<RecordingFacts> & Pick<RecordingFacts, 'startedAtMs'>,
): RecordingFacts {
  // Field by field, here and wherever it is done for each file: to spread two objects leaves kilobytes to be collected.
  return {
    identity: found.identity ?? null,
    kind: found.kind ?? 'call',
    direction: found.direction ?? 'unknown',
    startedAtMs: found.startedAtMs,
    isTimeDoubtful: found.isTimeDoubtful ?? false,
    clockOffMs: found.clockOffMs ?? null,
    parties: found.parties ?? NOBODY,
    owner: found.owner ?? null,
    group: found.group ?? null,
    line: found.line ?? null,
    accountCode: found.accountCode ?? null,
    mailbox: found.mailbox ?? null,
    wasUnavailable: found.wasUnavailable ?? false,
    callReference: found.callReference ?? null,
    linkedReference: found.linkedReference ?? null,
    foundBy: found.foundBy ?? [],
  };
}
