/** People as the administration pages and the command line see them. */
import type { PersonDetails, PersonRow, RightsGroupRow } from '../../shared/people';
import type { Profile, UserSettingName, UserSettings } from '../../shared/user-settings';
import { findClosedGate } from '../../shared/user-settings';
import { isWithin, maySignIn } from '../policy/viewer';
import type { ReadableDb } from '../sqlite/database';
import type { Holding } from './extension-holdings';
import { holdingsByUser } from './extension-holdings';
import { resolveNumbers } from './number-meanings';
import { listRightsGroups, rightsGroupsOf } from './rights-groups';
import type { UserRecord } from './users';
import { getUser, listUsers, toPersonInput } from './users';

/** The settings that open a scope of recordings, in the order of the page. */
const SCOPE_SETTINGS = [
  'replayAll',
  'replayOwn',
  'replayGroups',
  'replayOthers',
  'replayLines',
] as const satisfies readonly UserSettingName[];

/** Everybody, also the deactivated, by name; `extensions` are those held now. */
export function listPersonRows(db: ReadableDb, organisationId: number): readonly PersonRow[] {
  return db.snapshot(() => {
    const holdings = holdingsByUser(db, organisationId);
    const groupsByUser = new Map<string, RightsGroupRow[]>();
    for (const group of listRightsGroups(db, organisationId)) {
      for (const userId of group.members) {
        groupsByUser.set(userId, [...(groupsByUser.get(userId) ?? []), group]);
      }
    }
    return listUsers(db, organisationId).map((user) =>
      toPersonRow(user, holdings.get(user.userId) ?? [], groupsByUser.get(user.userId) ?? []),
    );
  });
}

/** Throws AppError `not-found` for another organisation's person. */
export function getPersonDetails(db: ReadableDb, organisationId: number, userId: string): PersonDetails {
  return db.snapshot(() => {
    const user = getUser(db, organisationId, userId);
    return {
      ...toPersonInput(db, user),
      userId,
      revision: user.revision,
      rightsGroupIds: rightsGroupsOf(db, userId).map((group) => group.rightsGroupId),
      hasPassword: user.passwordHash !== null,
      otherNumbers: resolveNumbers(db, organisationId, user.settings.replayOthers),
    };
  });
}

function toPersonRow(
  user: UserRecord,
  holdings: readonly Holding[],
  rightsGroups: readonly RightsGroupRow[],
): PersonRow {
  const nowSec = Math.floor(Date.now() / 1000);
  const heldNow = holdings.filter((holding) => isWithin(holding, nowSec)).map((holding) => holding.extension);
  return {
    userId: user.userId,
    name: user.name,
    signInName: user.signInName,
    profile: user.profile,
    isActive: user.isActive,
    mayEnter: maySignIn({
      isActive: user.isActive,
      settings: user.settings,
      serviceRights: new Set(rightsGroups.flatMap((group) => group.rights)),
    }),
    extensions: [...new Set(heldNow)],
    rightsGroups: rightsGroups.map((group) => group.name),
    grants: grantsOf(user.profile, user.settings),
  };
}

/** For an agent the organisation decides how far, and nothing here widens it: only the master switch is his own. */
function grantsOf(profile: Profile, settings: UserSettings): readonly UserSettingName[] {
  if (profile === 'agent') return settings.replay ? ['replay'] : [];
  return SCOPE_SETTINGS.filter((name) => {
    const value = settings[name];
    const isGiven = typeof value === 'boolean' ? value : value.length > 0;
    return isGiven && findClosedGate(name, settings) === undefined;
  });
}
