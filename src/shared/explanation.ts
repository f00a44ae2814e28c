/** Why somebody may or may not, what would change that, and who hears a recording, as they cross the door: codes, never sentences. */
import type { Action, ActionDecision, SharedKind, Step } from './model';
import type { OrganisationSettings, ServiceRight } from './user-settings';

/** The settings that are on or off and by which a person may more or less. */
export type Switch =
  'portal' | 'replay' | 'replayAll' | 'replayOwn' | 'viewOutbound' | 'viewScreen' | 'download' | 'delete';

/** One setting that could be changed, whatever else stays as it is. */
export type Change =
  | { readonly change: 'active'; readonly isOn: boolean }
  | { readonly change: 'setting'; readonly setting: Switch; readonly isOn: boolean }
  /** Put into, or taken out of, 'Replay recordings for others'. */
  | { readonly change: 'otherNumber'; readonly number: string; readonly isOn: boolean }
  /**
   * Chosen, or no longer chosen, in 'Replay recordings for group'; `number` is the group's extension. `wasChosen`: it is in the list
   * already, and only the calls of its members come or go.
   */
  | {
      readonly change: 'group';
      readonly groupId: string;
      readonly number: string;
      readonly isOn: boolean;
      readonly withMembers: boolean;
      readonly wasChosen: boolean;
    }
  | { readonly change: 'line'; readonly number: string; readonly isOn: boolean }
  /** From agent to normal: his own settings count again. */
  | { readonly change: 'profileNormal' }
  | {
      readonly change: 'organisation';
      readonly setting: 'screenRecordings' | 'conversationAnalysis';
      readonly isOn: boolean;
    }
  | { readonly change: 'agentAccess'; readonly access: OrganisationSettings['agentAccess'] }
  | { readonly change: 'standardHears'; readonly hears: OrganisationSettings['standardHears'] }
  | { readonly change: 'right'; readonly right: ServiceRight; readonly isOn: boolean }
  /** What the owner of an extension shares with the person. */
  | {
      readonly change: 'share';
      readonly ownerId: string;
      readonly ownerName: string;
      readonly kind: SharedKind;
      readonly isOn: boolean;
    }
  | { readonly change: 'hold'; readonly isOn: boolean };

/** Who can make a change; where two rights are named, both are needed. */
export type ChangeMaker =
  'mediaManagerAdministrator' | 'webControlSecurity' | 'administratorWithSecurity' | 'sharer';

export interface ProposedChange {
  readonly change: Change;
  readonly madeBy: ChangeMaker;
}

export interface Explanation {
  /** Whom it is about. */
  readonly userId: string;
  readonly name: string;
  readonly decision: ActionDecision;
  /**
   * The changes that together turn the decision round and give, or take, the least; in the order in which to make them. Null where no
   * setting can (a call without a screen recording has no screen to see).
   */
  readonly smallestChange: readonly ProposedChange[] | null;
}

/** One of those who may list a recording. */
export interface Listener {
  readonly userId: string;
  readonly name: string;
  readonly actions: readonly Action[];
  /** The path by which he may play it, else by which it is in his list. */
  readonly path: Step;
}

export interface Listeners {
  readonly listeners: readonly Listener[];
  /** How many people were asked about, all of the organisation. */
  readonly people: number;
}
