import { expect, it } from 'vitest';
import { DEFAULT_USER_SETTINGS } from '../../shared/user-settings';
import { createGroup } from './groups';
import { addOrganisation, makeLedger, personOf } from './ledger.test-support';
import { replaceLines } from './lines';
import { getPersonDetails, listPersonRows } from './person-rows';
import { setRightsGroups } from './rights-groups';
import { createUser } from './users';

const nowSec = Math.floor(Date.now() / 1000);
const replaying = { ...DEFAULT_USER_SETTINGS, replay: true, replayOwn: true };

it('the list says who may enter, what he hears in effect, and which extensions he has now', () => {
  const { db, actor, organisationId, standard } = makeLedger();
  createUser(
    db,
    actor,
    organisationId,
    personOf('ben', {
      extensions: [
        { extension: '201', fromSec: null, untilSec: nowSec - 60 },
        { extension: '202', fromSec: nowSec - 60, untilSec: null },
      ],
      settings: { ...replaying, portal: true, replayOthers: '209', replayLines: ['300'], download: true },
    }),
  );
  const carla = createUser(db, actor, organisationId, personOf('carla', { settings: replaying }));
  setRightsGroups(db, actor, organisationId, carla, [standard]);
  createUser(
    db,
    actor,
    organisationId,
    personOf('dave', { settings: { ...replaying, replayOwn: false, replayOthers: '209', replayAll: true } }),
  );
  createUser(db, actor, organisationId, personOf('erin', { isActive: false, settings: replaying }));
  createUser(
    db,
    actor,
    organisationId,
    personOf('finn', { profile: 'agent', settings: { ...replaying, replayAll: true } }),
  );
  addOrganisation(db, 'Elsewhere', 'eve');
  const rows = listPersonRows(db, organisationId);
  expect(rows.map((row) => [row.name, row.mayEnter, row.extensions, row.rightsGroups, row.grants])).toEqual([
    ['ada', true, [], ['Administrators'], []],
    ['ben', true, ['202'], [], ['replayOwn', 'replayOthers', 'replayLines']],
    ['carla', true, [], ['Media Manager Standard'], ['replayOwn']],
    ['dave', false, [], [], ['replayAll']],
    ['erin', false, [], [], ['replayOwn']],
    ['finn', false, [], [], ['replay']],
  ]);
});

it('the details say what each number of the list stands for, with all its meanings', () => {
  const { db, actor, organisationId, administrators, administratorId } = makeLedger();
  createUser(
    db,
    actor,
    organisationId,
    personOf('old', { name: 'Old Holder', extensions: [{ extension: '209', fromSec: 1, untilSec: 100 }] }),
  );
  createUser(
    db,
    actor,
    organisationId,
    personOf('new', { name: 'New Holder', extensions: [{ extension: '209', fromSec: 100, untilSec: null }] }),
  );
  createGroup(db, actor, organisationId, { name: 'Sales', extension: '700', members: [] });
  replaceLines(db, actor, organisationId, [
    { number: '209', name: 'Hotline' },
    { number: '700', name: '' },
  ]);
  const settings = { ...replaying, replayOthers: '209;700;4711' };
  const userId = createUser(db, actor, organisationId, personOf('ben', { settings }));
  const details = getPersonDetails(db, organisationId, userId);
  expect(details.otherNumbers).toEqual([
    {
      number: '209',
      meanings: [
        { kind: 'extension', name: 'New Holder' },
        { kind: 'line', name: 'Hotline' },
      ],
    },
    {
      number: '700',
      meanings: [
        { kind: 'group', name: 'Sales' },
        { kind: 'line', name: null },
      ],
    },
    { number: '4711', meanings: [] },
  ]);
  expect(details).toMatchObject({ revision: 1, hasPassword: false, rightsGroupIds: [] });
  expect(getPersonDetails(db, organisationId, administratorId)).toMatchObject({
    hasPassword: true,
    rightsGroupIds: [administrators],
  });
});
