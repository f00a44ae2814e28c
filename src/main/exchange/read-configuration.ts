/** The configuration of one organisation as files hold it: without ids, without passwords, without what a group that is gone gave. */
import { SHARED_KINDS } from '../../shared/model';
import { readExtensions } from '../ledger/extension-features';
import { holdingsByUser } from '../ledger/extension-holdings';
import { listGroups } from '../ledger/groups';
import { listLines } from '../ledger/lines';
import { getOrganisation } from '../ledger/organisations';
import { listRightsGroups } from '../ledger/rights-groups';
import { listShares } from '../ledger/shares';
import { listUsers } from '../ledger/users';
import type { ReadableDb } from '../sqlite/database';
import type { Configuration } from './entries';

/** Each list in an order of its own that does not depend on ids, so that the same configuration is the same text. */
export function readConfiguration(db: ReadableDb, organisationId: number): Configuration {
  return db.snapshot(() => {
    const users = listUsers(db, organisationId);
    const groups = listGroups(db, organisationId);
    const signInNames = new Map(users.map((user) => [user.userId, user.signInName] as const));
    const groupExtensions = new Map(groups.map((group) => [group.groupId, group.extension] as const));
    const holdings = holdingsByUser(db, organisationId);
    const { name, settings } = getOrganisation(db, organisationId);
    const nameOf = (userId: string) => signInNames.get(userId) ?? [];
    return {
      organisation: [{ organisation: name, ...settings }],
      lines: listLines(db, organisationId).map((line) => ({ line: line.number, name: line.name })),
      people: users
        .map(({ userId, settings: given, signInName, name: fullName, email, profile, isActive }) => ({
          ...{ signInName, name: fullName, email, profile, isActive },
          extensions: (holdings.get(userId) ?? []).map(({ extension, ...period }) => ({
            extension,
            ...toTimes(period),
          })),
          ...given,
          replayGroups: given.replayGroups.flatMap(({ groupId, withMembers }) => {
            const group = groupExtensions.get(groupId);
            return group === undefined ? [] : [{ group, withMembers }];
          }),
        }))
        .sort(by((person) => person.signInName)),
      groups: groups
        .map((group) => ({
          groupExtension: group.extension,
          name: group.name,
          members: group.members.flatMap(({ userId, ...period }) =>
            [nameOf(userId)].flat().map((signInName) => ({ signInName, ...toTimes(period) })),
          ),
        }))
        .sort(by((group) => group.groupExtension)),
      rightsGroups: listRightsGroups(db, organisationId)
        .map((group) => ({
          rightsGroup: group.name,
          rights: [...group.rights],
          members: group.members.flatMap(nameOf).sort(),
        }))
        .sort(by((group) => group.rightsGroup)),
      extensions: readExtensions(db, organisationId).extensions.map(
        ({ extension, voicemail, fax, callRecording }) => ({ extension, voicemail, fax, callRecording }),
      ),
      shares: listShares(db, organisationId)
        .map(({ userId, kind, audience, groupIds }) => ({
          sharedBy: signInNames.get(userId) ?? '',
          kind,
          audience,
          groups: groupIds.flatMap((groupId) => groupExtensions.get(groupId) ?? []).sort(),
        }))
        .sort(by((share) => `${share.sharedBy} ${String(SHARED_KINDS.indexOf(share.kind))}`)),
    };
  });
}

function toTimes(period: { readonly fromSec: number | null; readonly untilSec: number | null }) {
  return { from: toInstant(period.fromSec), until: toInstant(period.untilSec) };
}

function toInstant(sec: number | null): string | null {
  return sec === null ? null : new Date(sec * 1000).toISOString().replace('.000Z', 'Z');
}

/** By code unit: not by a language, which differs from computer to computer. */
function by<Entry>(nameOf: (entry: Entry) => string): (one: Entry, other: Entry) => number {
  return (one, other) => (nameOf(one) < nameOf(other) ? -1 : Number(nameOf(one) > nameOf(other)));
}
