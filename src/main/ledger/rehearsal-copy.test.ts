import { expect, test } from 'vitest';
import { createGroup, listGroups } from './groups';
import { addOrganisation, makeLedger, newestEntries, openAgain, personOf } from './ledger.test-support';
import { openRehearsalCopy } from './rehearsal-copy';
import { createUser, listUsers } from './users';

test('a copy has the people and their places, and what is done in it stays in it', () => {
  const ledger = makeLedger();
  const { db, actor, organisationId } = ledger;
  addOrganisation(db, 'Elsewhere', 'eve');
  const ann = createUser(db, actor, organisationId, personOf('ann'));
  const members = [{ userId: ann, fromSec: null, untilSec: null }];
  createGroup(db, actor, organisationId, { name: 'Team', extension: '700', members });
  const before = { people: listUsers(db, organisationId), trail: newestEntries(db, 5) };
  const copy = openRehearsalCopy(db.filePath);
  try {
    expect(listUsers(copy, organisationId)).toEqual(before.people);
    expect(listGroups(copy, organisationId)).toEqual(listGroups(db, organisationId));
    createUser(copy, actor, organisationId, personOf('ben'));
    expect(listUsers(copy, organisationId)).toHaveLength(before.people.length + 1);
  } finally {
    copy.close();
  }
  expect({ people: listUsers(db, organisationId), trail: newestEntries(db, 5) }).toEqual(before);
});

test('a copy is made, and used, while somebody writes', () => {
  const { db, actor, organisationId } = makeLedger();
  const known = listUsers(db, organisationId).length;
  const writer = openAgain(db.filePath);
  writer.transaction(() => {
    createUser(writer, actor, organisationId, personOf('ann'));
    const copy = openRehearsalCopy(db.filePath);
    createUser(copy, actor, organisationId, personOf('ben'));
    // Of what is not committed nothing is seen.
    expect(listUsers(copy, organisationId)).toHaveLength(known + 1);
    copy.close();
  });
  expect(listUsers(db, organisationId)).toHaveLength(known + 1);
});
