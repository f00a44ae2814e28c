import { describe, expect, it } from 'vitest';
import { appErrorOf, makeLedger, newestEntries, personOf } from './ledger.test-support';
import {
  changeRightsGroup,
  createRightsGroup,
  getRightsGroup,
  listRightsGroups,
  removeRightsGroup,
  serviceRightsOf,
  setRightsGroups,
} from './rights-groups';
import { setPasswordHash } from './user-passwords';
import { changeUser, createUser, getUser } from './users';

function makeOrganisation() {
  const ledger = makeLedger();
  const { db, actor, organisationId } = ledger;
  const benId = createUser(db, actor, organisationId, personOf('ben'));
  setPasswordHash(db, actor, organisationId, benId, { passwordHash: 'x', mustChange: false });
  const save = (rightsGroupId: string, changed: Partial<Parameters<typeof changeRightsGroup>[5]>) => {
    const { name, rights, members, revision } = getRightsGroup(db, organisationId, rightsGroupId);
    return changeRightsGroup(db, actor, organisationId, rightsGroupId, revision, {
      ...{ name, rights, members },
      ...changed,
    });
  };
  return { ...ledger, benId, save };
}

describe('a rights group', () => {
  it('is changed with its members, and the trail says from what to what', () => {
    const { db, standard, benId, save } = makeOrganisation();
    const saved = save(standard, {
      name: 'Readers',
      rights: ['reporterAdministrator', 'mediaManagerStandard'],
      members: [benId, benId],
    });
    expect(saved).toMatchObject({ name: 'Readers', members: [benId], revision: 2 });
    expect(serviceRightsOf(db, benId)).toEqual(new Set(['mediaManagerStandard', 'reporterAdministrator']));
    expect(newestEntries(db, 1)).toMatchObject([
      {
        action: 'Change rights group',
        details: {
          name: 'Media Manager Standard',
          isOneself: false,
          before: { members: [], name: 'Media Manager Standard', rights: ['mediaManagerStandard'] },
          after: {
            members: ['ben'],
            name: 'Readers',
            rights: ['mediaManagerStandard', 'reporterAdministrator'],
          },
        },
      },
    ]);
  });

  it('that gives its own editor a right is marked so in the trail', () => {
    const { db, administrators, save } = makeOrganisation();
    save(administrators, {
      rights: ['mediaManagerAdministrator', 'webControlSecurity', 'managementApiWrite'],
    });
    expect(newestEntries(db, 1)).toMatchObject([{ details: { isOneself: true } }]);
    save(administrators, { name: 'Bosses' });
    expect(newestEntries(db, 1)).toMatchObject([{ details: { isOneself: false } }]);
  });

  it('is not saved over what somebody else saved, of the group or of a member', () => {
    const { db, actor, organisationId, standard, benId } = makeOrganisation();
    const read = getRightsGroup(db, organisationId, standard);
    setRightsGroups(db, actor, organisationId, benId, [standard]);
    const save = () =>
      changeRightsGroup(db, actor, organisationId, standard, read.revision, { ...read, members: [] });
    expect(appErrorOf(save).reason).toBe('stale-edit');
    expect(serviceRightsOf(db, benId)).toEqual(new Set(['mediaManagerStandard']));
  });

  it('has a name of its own, however it is written', () => {
    const { db, actor, organisationId, standard, save } = makeOrganisation();
    expect(appErrorOf(() => save(standard, { name: 'ＡＤＭＩＮistrators ' })).reason).toBe('name-taken');
    expect(
      appErrorOf(() => createRightsGroup(db, actor, organisationId, { name: 'administrators', rights: [] }))
        .reason,
    ).toBe('name-taken');
    expect(appErrorOf(() => save(standard, { name: '\u200B' })).reason).toBe('invalid-input');
  });

  it('takes its rights away when it is removed, and its name may be used again', () => {
    const { db, actor, organisationId, standard, benId } = makeOrganisation();
    setRightsGroups(db, actor, organisationId, benId, [standard]);
    removeRightsGroup(db, actor, organisationId, standard);
    expect(serviceRightsOf(db, benId)).toEqual(new Set());
    const again = createRightsGroup(db, actor, organisationId, {
      name: 'Media Manager Standard',
      rights: [],
    });
    expect(again).not.toBe(standard);
    expect(listRightsGroups(db, organisationId).map((group) => group.members.length)).toEqual([1, 0]);
    expect(appErrorOf(() => getRightsGroup(db, organisationId, standard)).reason).toBe('not-found');
  });
});

describe('the last active holder of an essential right keeps it', () => {
  const routes: readonly [string, (made: ReturnType<typeof makeOrganisation>) => void][] = [
    [
      'when the right is taken out of the group',
      ({ administrators, save }) => void save(administrators, { rights: ['webControlSecurity'] }),
    ],
    [
      'when the members are changed',
      ({ administrators, benId, save }) => {
        void save(administrators, { members: [] });
        void benId;
      },
    ],
    [
      'when the group is removed',
      ({ db, actor, organisationId, administrators }) =>
        removeRightsGroup(db, actor, organisationId, administrators),
    ],
    [
      'when he is taken out on his own page',
      ({ db, actor, organisationId, administratorId }) =>
        setRightsGroups(db, actor, organisationId, administratorId, []),
    ],
    [
      'when he is deactivated',
      ({ db, actor, organisationId, administratorId }) =>
        changeUser(db, actor, organisationId, administratorId, 1, personOf('ada', { isActive: false })),
    ],
    [
      'when the other holder was never given a password',
      ({ db, actor, organisationId, administrators, save }) => {
        const carlId = createUser(db, actor, organisationId, personOf('carl'));
        void save(administrators, { members: [carlId] });
      },
    ],
    [
      'when the other holder is deactivated',
      ({ db, actor, organisationId, administrators, benId, save }) => {
        changeUser(db, actor, organisationId, benId, 1, personOf('ben', { isActive: false }));
        void save(administrators, { members: [benId] });
      },
    ],
  ];
  it.each(routes)('%s', (_, change) => {
    const made = makeOrganisation();
    expect(appErrorOf(() => change(made))).toMatchObject({ reason: 'last-holder' });
    expect(serviceRightsOf(made.db, made.administratorId).size).toBe(2);
    expect(getUser(made.db, made.organisationId, made.administratorId).isActive).toBe(true);
  });

  it('but may lose it to somebody who can sign in', () => {
    const { db, administratorId, administrators, benId, save } = makeOrganisation();
    save(administrators, { members: [benId] });
    expect(serviceRightsOf(db, administratorId).size).toBe(0);
  });

  it('and needs no portal to sign in with it', () => {
    const { db, actor, organisationId, administratorId } = makeOrganisation();
    const { settings, ...ada } = personOf('ada');
    changeUser(db, actor, organisationId, administratorId, 1, {
      ...ada,
      settings: { ...settings, portal: false },
    });
    expect(getUser(db, organisationId, administratorId).settings.portal).toBe(false);
  });
});
