/** What the policy asks of the ledger besides the viewer: names, holds and sources. Plain interfaces, so that neither imports the other. */
import type { Period, RecordingFacts, Viewer, ViewerGroup } from './viewer';

/** The organisation's own names for numbers. A name belongs to whoever had the number when the call was made. */
export interface Directory {
  nameOfExtension(number: string, atSec: number): string | null;
  /** The seconds at which the extension passed to or from somebody, in no order. */
  changesOfExtension(number: string): readonly number[];
  nameOfGroup(number: string, atSec: number): string | null;
  nameOfLine(number: string): string | null;
  /**
   * The numbers of people, groups and lines of whose name a word begins with this, whatever its case and accents, each with the period
   * in which the name was the number's. At most a few hundred.
   */
  numbersOfName(prefix: string): readonly NamedNumber[];
  /** The viewer's own name for any number, whatever the number is; absent where the names are the organisation's alone. */
  ownNameOf?(number: string): string | null;
}

/** Whose names stand at numbers: on his own screen a person's own come first, and what leaves the house has the organisation's alone. */
export type NamesShown = 'own first' | "the organisation's";

export interface NamedNumber extends Period {
  readonly number: string;
}

/** What keeps a recording from being deleted, and what is being deleted. */
export interface Holds {
  /** A delete was intended and has not come to its end. */
  isBeingDeleted(recordingId: string): boolean;
  /** All of these, of the organisation: seldom any, and never many. */
  listBeingDeleted(): readonly string[];
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

/** What could be chosen or shared and is not yet: what the smallest change is looked for among. */
export interface Prospects {
  /** Groups of the organisation that have something to do with the recording, each with what its members had and when. */
  listGroups(facts: RecordingFacts): readonly ViewerGroup[];
  /** Shares of the recording that its owner could make with this person at once, and has not made. */
  listSharers(viewer: Viewer, facts: RecordingFacts): Viewer['sharedWithMe'];
}
