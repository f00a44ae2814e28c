/** The signed-in person as the policy sees him: everything that a decision needs, and nothing that it must look up. */
import type { Kind, SharedKind } from '../../shared/model';
import type { OrganisationSettings, Profile, ServiceRight, UserSettings } from '../../shared/user-settings';

/** Seconds since the epoch, from inclusive, until exclusive; null is open. */
export interface Period {
  readonly fromSec: number | null;
  readonly untilSec: number | null;
}

/** An extension passes from person to person; a call belongs to whoever had it when the call was made. */
export interface ExtensionHolding extends Period {
  readonly extension: string;
}

export interface ViewerGroup {
  readonly groupId: string;
  readonly extension: string;
  /** 'And the calls of its members': each member's extensions, while both the membership and the holding lasted. */
  readonly withMembers: boolean;
  readonly memberHoldings: readonly ExtensionHolding[];
}

/** What somebody else shares with the viewer at this moment, of one kind; every condition of the share is fulfilled. */
export interface SharedWithMe {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly kind: SharedKind;
  /** The owner's extensions that have what the kind needs, as he had them when: what they owned then is what is shared. */
  readonly holdings: readonly ExtensionHolding[];
}

export interface Viewer {
  readonly userId: string;
  readonly organisationId: number;
  readonly isActive: boolean;
  readonly profile: Profile;
  readonly settings: UserSettings;
  readonly organisation: OrganisationSettings;
  readonly serviceRights: ReadonlySet<ServiceRight>;
  readonly holdings: readonly ExtensionHolding[];
  /** The groups chosen in 'Replay recordings for group' that still exist. */
  readonly groups: readonly ViewerGroup[];
  /** Whole numbers of 'Replay recordings for others'. */
  readonly otherNumbers: readonly string[];
  readonly lines: readonly string[];
  readonly sharedWithMe: readonly SharedWithMe[];
  /** While the clock is within, `sharedWithMe` stays as it is: people come into groups and leave them at set times. */
  readonly sharedDuring: Period;
}

/** What a decision needs to know of a recording, wherever it comes from. */
export interface RecordingFacts {
  readonly organisationId: number;
  /** `history`: a call of call history. It has parties and a time, and nothing that could be played. */
  readonly kind: Kind | 'history';
  readonly direction: 'inbound' | 'outbound' | 'internal' | 'unknown';
  /** The second of its start: periods are compared with it. */
  readonly startedAtSec: number;
  /** Extensions of the organisation's own people that were a party, and the owner if any. */
  readonly extensions: readonly string[];
  readonly owner: string | null;
  /** Group extensions that were a party, the owner, or the group the call was for. */
  readonly groups: readonly string[];
  readonly lines: readonly string[];
  readonly accountCodes: readonly string[];
  /** A voicemail left while its owner was unavailable: shared apart from the others. */
  readonly wasUnavailable: boolean;
  readonly hasScreen: boolean;
  readonly isHeld: boolean;
  readonly isRetentionLocked: boolean;
  /** A delete of it is under way: it is there for nobody any more. */
  readonly isDeleted: boolean;
}

/** True where the second lies in the period: from inclusive, until exclusive. */
export function isWithin(period: Period, sec: number): boolean {
  return (
    (period.fromSec === null || sec >= period.fromSec) && (period.untilSec === null || sec < period.untilSec)
  );
}

/** Summaries of everybody's calls: of whoever may come in by the portal, where the organisation has call reporting. */
export function maySeeReports(viewer: Pick<Viewer, 'isActive' | 'settings' | 'organisation'>): boolean {
  const { isActive, settings, organisation } = viewer;
  return isActive && settings.portal && settings.callReporting && organisation.callReporting;
}

/** The portal, or a right that needs a person at the console, lets an active person in. */
export function maySignIn(viewer: Pick<Viewer, 'isActive' | 'settings' | 'serviceRights'>): boolean {
  const { serviceRights } = viewer;
  return (
    viewer.isActive &&
    (viewer.settings.portal ||
      serviceRights.has('mediaManagerAdministrator') ||
      serviceRights.has('mediaManagerStandard') ||
      serviceRights.has('webControlSecurity'))
  );
}
