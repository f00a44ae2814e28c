import { expect, test } from 'vitest';
import { policyEpoch } from './epoch';
import { makeLedger, personOf } from './ledger.test-support';
import { rehearse } from './rehearsal';
import { changeUser, createUser, listUsers } from './users';

test('shows the ledger as it would be after a change, and leaves no trace of it', () => {
  const { db, actor, organisationId } = makeLedger();
  const entries = () => db.all('SELECT * FROM audit');
  const before = { entries: entries(), epoch: policyEpoch(db), people: listUsers(db, organisationId) };
  const names = rehearse(
    db,
    () => void createUser(db, actor, organisationId, personOf('ben')),
    () => listUsers(db, organisationId).map((user) => user.name),
  );
  expect(names).toEqual(['ada', 'ben']);
  expect({ entries: entries(), epoch: policyEpoch(db), people: listUsers(db, organisationId) }).toEqual(
    before,
  );
});

test('fails as the change itself would, and leaves no trace of that either', () => {
  const { db, actor, organisationId, administratorId } = makeLedger();
  const deactivated = personOf('ada', { isActive: false });
  const attempt = () =>
    rehearse(
      db,
      () => changeUser(db, actor, organisationId, administratorId, 1, deactivated),
      () => 'looked',
    );
  expect(attempt).toThrow(expect.objectContaining({ reason: 'last-holder' }));
  expect(listUsers(db, organisationId)).toMatchObject([{ isActive: true }]);
});
