/** People and recordings for tests of the policy: a person with no right at all, with what the test says otherwise. */
import type { OrganisationSettings, ServiceRight, UserSettings } from '../../shared/user-settings';
import { DEFAULT_ORGANISATION_SETTINGS, DEFAULT_USER_SETTINGS } from '../../shared/user-settings';
import type { Holds } from './directory';
import type { ExtensionHolding, RecordingFacts, Viewer } from './viewer';

export type Told = Partial<Omit<Viewer, 'settings' | 'organisation' | 'serviceRights'>> & {
  readonly settings?: Partial<UserSettings>;
  readonly organisation?: Partial<OrganisationSettings>;
  readonly rights?: readonly ServiceRight[];
};

export function person(told: Told = {}): Viewer {
  const { settings, organisation, rights, ...rest } = told;
  return {
    userId: 'u1',
    organisationId: 1,
    isActive: true,
    profile: 'normal',
    holdings: [],
    groups: [],
    otherNumbers: [],
    lines: [],
    sharedWithMe: [],
    sharedDuring: { fromSec: null, untilSec: null },
    ...rest,
    settings: { ...DEFAULT_USER_SETTINGS, portal: true, ...settings },
    organisation: { ...DEFAULT_ORGANISATION_SETTINGS, ...organisation },
    serviceRights: new Set(rights ?? []),
  };
}

/** Nothing is held, locked or being deleted. */
export const NO_HOLDS: Holds = {
  isHeld: () => false,
  isRetentionLocked: () => false,
  isBeingDeleted: () => false,
  listBeingDeleted: () => [],
};

export function holding(
  extension: string,
  fromSec: number | null = null,
  untilSec: number | null = null,
): ExtensionHolding {
  return { extension, fromSec, untilSec };
}

export function facts(told: Partial<RecordingFacts> = {}): RecordingFacts {
  return {
    organisationId: 1,
    kind: 'call',
    direction: 'inbound',
    startedAtSec: 1000,
    extensions: [],
    owner: null,
    groups: [],
    lines: [],
    accountCodes: [],
    wasUnavailable: false,
    hasScreen: false,
    isHeld: false,
    isRetentionLocked: false,
    isDeleted: false,
    ...told,
  };
}
