/** Ids by the names that files use, as they stand while an import makes new ones. */
import { listGroups } from '../ledger/groups';
import { toNameKey } from '../ledger/name-key';
import { listRightsGroups } from '../ledger/rights-groups';
import { listUsers } from '../ledger/users';
import type { ReadableDb } from '../sqlite/database';
import { EntryRefused } from './problems';

export class Names {
  readonly #users = new Map<string, string>();
  readonly #groups = new Map<string, string>();
  readonly #rightsGroups = new Map<string, string>();

  constructor(db: ReadableDb, organisationId: number) {
    for (const user of listUsers(db, organisationId)) this.addUser(user.signInName, user.userId);
    for (const group of listGroups(db, organisationId)) this.addGroup(group.extension, group.groupId);
    for (const group of listRightsGroups(db, organisationId))
      this.addRightsGroup(group.name, group.rightsGroupId);
  }

  addUser(signInName: string, userId: string): void {
    this.#users.set(toNameKey(signInName), userId);
  }
  addGroup(extension: string, groupId: string): void {
    this.#groups.set(extension, groupId);
  }
  addRightsGroup(name: string, rightsGroupId: string): void {
    this.#rightsGroups.set(toNameKey(name), rightsGroupId);
  }

  findUser(signInName: string): string | undefined {
    return this.#users.get(toNameKey(signInName));
  }
  findGroup(extension: string): string | undefined {
    return this.#groups.get(extension);
  }
  findRightsGroup(name: string): string | undefined {
    return this.#rightsGroups.get(toNameKey(name));
  }

  hasGroup(groupId: string): boolean {
    return [...this.#groups.values()].includes(groupId);
  }

  /** Throws EntryRefused, about the field that names him. */
  getUser(signInName: string, field: string): string {
    const userId = this.findUser(signInName);
    if (userId === undefined) throw new EntryRefused('unknown-person', field, { name: signInName });
    return userId;
  }
  getGroup(extension: string, field: string): string {
    const groupId = this.findGroup(extension);
    if (groupId === undefined) throw new EntryRefused('unknown-group', field, { group: extension });
    return groupId;
  }
}
