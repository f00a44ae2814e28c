/** What a change of rights would bring, before it is saved: recordings gained and lost, person by person. */
import type { RecordingRow } from './model';

/** The calls whose effect can be seen beforehand: each with the very input that the call itself would be given. */
export const PREVIEWED_METHODS = [
  'people.save',
  'people.setRightsGroups',
  'groups.save',
  'groups.remove',
  'organisation.save',
  'rightsGroups.save',
  'rightsGroups.remove',
  'extensions.save',
  'shares.end',
] as const;
export type PreviewedMethod = (typeof PREVIEWED_METHODS)[number];

/** What a person may do with recordings, counted; `list` is to hear them too. */
export const COUNTED_ACTIONS = ['list', 'download', 'delete', 'seeScreen', 'readTranscript'] as const;
export type CountedAction = (typeof COUNTED_ACTIONS)[number];

/**
 * Exact. Screens and transcripts are counted where there is one. Deleting is counted as far as the right reaches, what a hold or a retention
 * lock keeps included: those end one day, and the right stays. Wherever it is shown, that is said.
 */
export type ActionCounts = Readonly<Record<CountedAction, number>>;

export function toActionCounts(countOf: (action: CountedAction) => number): ActionCounts {
  return {
    list: countOf('list'),
    download: countOf('download'),
    delete: countOf('delete'),
    seeScreen: countOf('seeScreen'),
    readTranscript: countOf('readTranscript'),
  };
}

export function isNothing(counts: ActionCounts): boolean {
  return COUNTED_ACTIONS.every((action) => counts[action] === 0);
}

export interface PersonEffect {
  /** Null for a person who does not exist yet. */
  readonly userId: string | null;
  readonly name: string;
  /** Null where so many people are concerned that this one was not counted any more. */
  readonly gained: ActionCounts | null;
  readonly lost: ActionCounts | null;
  /** The newest, a few of each; of the first people only. */
  readonly gainedSamples: readonly RecordingRow[];
  readonly lostSamples: readonly RecordingRow[];
}

export interface Preview {
  /** Those who gain or lose anything, or were not counted; by name. */
  readonly people: readonly PersonEffect[];
  /** People whose rights differ, also where no recording there is makes a difference. */
  readonly touched: number;
}

/** What the entry of a change says in the trail of the preview that it was made upon. */
export interface PreviewInTrail {
  /** The number of the preview's own entry. */
  readonly entry: number;
  /** People who gain anything, who lose anything, who were not counted. */
  readonly gaining: number;
  readonly losing: number;
  readonly uncounted: number;
  /** Added up over these people: a recording that two of them gain counts twice. */
  readonly gained: ActionCounts;
  readonly lost: ActionCounts;
}
