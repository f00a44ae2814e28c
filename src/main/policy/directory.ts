/** What the policy asks of the ledger besides the viewer: names, holds and sources. Plain interfaces, so that neither imports the other. */
import type { Period } from './viewer';

/** The organisation's own names for numbers. A name belongs to whoever had the number when the call was made. */
export interface Directory {
  nameOfExtension(number: string, atSec: number): string | null;
  nameOfGroup(number: string, atSec: number): string | null;
  nameOfLine(number: string): string | null;
  /**
   * The numbers of people, groups and lines of whose name a word begins with this, whatever its case and accents, each with the period
   * in which the name was the number's. At most a few hundred.
   */
  numbersOfName(prefix: string): readonly NamedNumber[];
}

export interface NamedNumber extends Period {
  readonly number: string;
}

/** What keeps a recording from being deleted. */
export interface Holds {
  isHeld(recordingId: string): boolean;
  /** The retention lock of its line or group has not passed yet. */
  isRetentionLocked(call: {
    readonly line: string | null;
    readonly group: string | null;
    readonly startedAtMs: number;
  }): boolean;
}

export interface SourceFacts {
  readonly uid: string;
  readonly name: string;
  readonly timeZone: string;
  /** `away`: its volume cannot be reached now. */
  readonly presence: 'present' | 'away';
}

export interface SourceBook {
  findSource(sourceId: number): SourceFacts | undefined;
}
