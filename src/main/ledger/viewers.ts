/** A person as the policy sees him: everything that a decision needs, read once for an epoch. */
import type { ExtensionHolding, Period, Viewer, ViewerGroup } from '../policy/viewer';
import { toOtherNumbers } from '../../shared/user-settings';
import type { ReadableDb } from '../sqlite/database';
import { holdingsOf } from './extension-holdings';
import { getOrganisation } from './organisations';
import { serviceRightsOf } from './rights-groups';
import { findSharedDuring, listSharedWith } from './shared-with';
import type { UserRecord } from './users';
import { findUser } from './users';

interface MemberHoldingRow {
  readonly extension: string;
  readonly member_from: number | null;
  readonly member_until: number | null;
  readonly holding_from: number | null;
  readonly holding_until: number | null;
}

/**
 * The person as of this second: what is shared with him holds for `sharedDuring`, all else until the epoch moves. Throws where the ledger
 * has no such person; a deactivated one is a viewer who may do nothing.
 */
export function toViewer(
  db: ReadableDb,
  userId: string,
  nowSec: number = Math.floor(Date.now() / 1000),
): Viewer {
  return db.snapshot(() => {
    const user = findUser(db, userId);
    if (!user) throw new Error(`There is no person ${userId}.`);
    const { organisationId } = user;
    return {
      userId,
      organisationId,
      isActive: user.isActive,
      profile: user.profile,
      settings: user.settings,
      organisation: getOrganisation(db, organisationId).settings,
      serviceRights: serviceRightsOf(db, userId),
      holdings: holdingsOf(db, userId),
      groups: chosenGroups(db, user),
      otherNumbers: toOtherNumbers(user.settings.replayOthers),
      lines: [...new Set(user.settings.replayLines)],
      sharedWithMe: listSharedWith(db, { organisationId, userId, nowSec }),
      sharedDuring: findSharedDuring(db, userId, nowSec),
    };
  });
}

/** By the group's id, and only one that is not removed: a group made again under the same name inherits nothing. */
function chosenGroups(db: ReadableDb, user: UserRecord): readonly ViewerGroup[] {
  const chosen = new Map<string, boolean>();
  for (const { groupId, withMembers } of user.settings.replayGroups) {
    // A group that is there twice is granted by either: grants are joined by OR.
    chosen.set(groupId, withMembers || chosen.get(groupId) === true);
  }
  return [...chosen].flatMap(([groupId, withMembers]) => {
    const group = db.get<{ extension: string }>(
      'SELECT extension FROM user_group WHERE id = ? AND organisation_id = ? AND is_removed = 0',
      [groupId, user.organisationId],
    );
    if (!group) return [];
    const memberHoldings = withMembers ? memberHoldingsOf(db, groupId) : [];
    return [{ groupId, extension: group.extension, withMembers, memberHoldings }];
  });
}

/** Each member's extensions, while both the membership and the holding lasted. */
export function memberHoldingsOf(db: ReadableDb, groupId: string): readonly ExtensionHolding[] {
  const rows = db.all<MemberHoldingRow>(
    `SELECT h.extension, m.from_sec AS member_from, m.until_sec AS member_until,
       h.from_sec AS holding_from, h.until_sec AS holding_until
     FROM group_membership m JOIN extension_holding h ON h.user_id = m.user_id WHERE m.group_id = ? ORDER BY m.id, h.id`,
    [groupId],
  );
  return rows.flatMap((row) => {
    const both = intersect(
      { fromSec: row.member_from, untilSec: row.member_until },
      { fromSec: row.holding_from, untilSec: row.holding_until },
    );
    return both ? [{ extension: row.extension, ...both }] : [];
  });
}

function intersect(a: Period, b: Period): Period | undefined {
  const fromSec = a.fromSec === null || (b.fromSec !== null && b.fromSec > a.fromSec) ? b.fromSec : a.fromSec;
  const untilSec =
    a.untilSec === null || (b.untilSec !== null && b.untilSec < a.untilSec) ? b.untilSec : a.untilSec;
  return fromSec !== null && untilSec !== null && fromSec >= untilSec ? undefined : { fromSec, untilSec };
}
