/** Who shares what of his own with whom, as the sharing page, the administrator's overview and the command line see it. */
import type { SharedKind } from './model';

/** `nobody`: not shared. `groups`: the members of chosen user groups. `everyone`: all who have an extension with voicemail. */
export const SHARE_AUDIENCES = ['nobody', 'groups', 'everyone'] as const;
export type ShareAudience = (typeof SHARE_AUDIENCES)[number];

/** What an extension must have been given for what it owns to be shared; call history needs nothing. */
export const SHARE_FEATURES = ['voicemail', 'fax', 'callRecording'] as const;
export type ShareFeature = (typeof SHARE_FEATURES)[number];

export const FEATURE_OF_SHARE: Readonly<Record<SharedKind, ShareFeature | null>> = {
  call: 'callRecording',
  voicemail: 'voicemail',
  unavailableVoicemail: 'voicemail',
  fax: 'fax',
  history: null,
};

/** Why nobody receives a share, in the order in which one would put it right. */
export type ShareObstacle =
  /** The person is deactivated. */
  | 'inactive'
  /** 'Multi-user aware' is off in the person's settings. */
  | 'not-aware'
  /** The person has never had an extension, so nothing is his to share. */
  | 'no-extension'
  /** None of his extensions has the feature. */
  | 'feature-off'
  /** Some users only, and none of the chosen groups is there (any more). */
  | 'no-group'
  /** The chosen groups have no other member now, or nobody else has an extension with voicemail. */
  | 'nobody-there';

export interface ShareChoice {
  readonly kind: SharedKind;
  readonly audience: ShareAudience;
  /** Of user groups that exist; empty unless the audience is `groups`. */
  readonly groupIds: readonly string[];
}

export interface Share extends ShareChoice {
  /** What stands in its way now, also where it is not shared yet: empty where it is, or would be, in force. */
  readonly obstacles: readonly ShareObstacle[];
  /** Extensions of the person that lack the feature: what they own is not in the share. */
  readonly closedExtensions: readonly string[];
  /** How many people receive it at this moment. */
  readonly receivers: number;
}

/** A group that one may share with: its name and its size, and not who is in it. */
export interface ShareGroup {
  readonly groupId: string;
  readonly name: string;
  /** Members now. */
  readonly members: number;
}

export interface Sharing {
  /** Of what is stored; a save names the one that was read. */
  readonly revision: string;
  /** Each kind once, in the order of SHARED_KINDS. */
  readonly shares: readonly Share[];
  readonly groups: readonly ShareGroup[];
  /** All extensions that the person has or had, by number. */
  readonly extensions: readonly string[];
}

/** One line of the administrator's overview: a share that somebody has set, in force or not. */
export interface ShareRow extends Share {
  readonly userId: string;
  readonly name: string;
  readonly groups: readonly { readonly groupId: string; readonly name: string }[];
  /** Of the receivers of call recordings, those whose own master switch is off: they get none. Null for other kinds. */
  readonly receiversWithoutReplay: number | null;
}
