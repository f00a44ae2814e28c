import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/errors';
import { PERSONAL_NAMES_AT_MOST } from '../../shared/own-profile';
import { DEFAULT_USER_SETTINGS } from '../../shared/user-settings';
import { readDirectory } from './directory';
import { policyEpoch } from './epoch';
import { createGroup } from './groups';
import { makeLedger, newestEntries, personOf } from './ledger.test-support';
import { withOwnNames } from './own-directory';
import { ownLookOf } from './own-look';
import { completeWizard, mustRunWizard, ownAccess, saveOwnProfile } from './own-profile';
import { listPersonalNames, removePersonalName, savePersonalNames } from './personal-names';
import { createUser, getUser } from './users';
import { toViewer } from './viewers';

function makePerson(changed: Partial<typeof DEFAULT_USER_SETTINGS>) {
  const ledger = makeLedger();
  const { db, organisationId } = ledger;
  const settings = { ...DEFAULT_USER_SETTINGS, portal: true, ...changed };
  const userId = createUser(db, ledger.actor, organisationId, personOf('ben', { settings }));
  const actor = { organisationId, userId, userName: 'ben', client: 'window' as const };
  return { ...ledger, actor, userId, read: () => getUser(db, organisationId, userId) };
}

function reasonOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error.reason;
    throw error;
  }
  return 'nothing';
}

describe("one's own profile", () => {
  it('is changed with its level alone, and by nobody over what was saved meanwhile', () => {
    const { db, actor, read } = makePerson({ profileAccess: 'write' });
    const given = { name: 'Ben Castellan', email: 'ben@marrowby.example' };
    expect(saveOwnProfile(db, actor, read().revision, given)).toMatchObject({ ...given, revision: 2 });
    expect(newestEntries(db, 1)).toMatchObject([
      { action: 'Change own profile', details: { before: { name: 'ben', email: '' }, after: given } },
    ]);
    expect(reasonOf(() => saveOwnProfile(db, actor, 1, given))).toBe('stale-edit');
  });

  it('is not changed by one who may only read it, or whose portal is closed', () => {
    for (const settings of [
      { profileAccess: 'read' },
      { profileAccess: 'none' },
      { profileAccess: 'write', portal: false },
    ] as const) {
      const { db, actor } = makePerson(settings);
      expect(reasonOf(() => saveOwnProfile(db, actor, 1, { name: 'x', email: '' }))).toBe('forbidden');
    }
  });

  it('has no level while the portal is closed', () => {
    expect(ownAccess(makePerson({ directoryAccess: 'write' }).read(), 'directoryAccess')).toBe('write');
    const closed = makePerson({ directoryAccess: 'write', portal: false }).read();
    expect(ownAccess(closed, 'directoryAccess')).toBe('none');
  });
});

describe('the walk at the first sign-in', () => {
  it('is over once it was walked to its end, and the trail says what the person said', () => {
    const { db, actor, read } = makePerson({ wizard: true });
    expect(mustRunWizard(read())).toBe(true);
    completeWizard(db, actor, { name: 'Ben', hasRightExtensions: false });
    expect(read()).toMatchObject({ name: 'Ben', hasFinishedWizard: true });
    expect(mustRunWizard(read())).toBe(false);
    expect(newestEntries(db, 1)).toMatchObject([
      { action: 'Complete wizard', details: { hasRightExtensions: false, after: { name: 'Ben' } } },
    ]);
    const again = () => completeWizard(db, actor, { name: 'Somebody', hasRightExtensions: true });
    expect(reasonOf(again)).toBe('forbidden');
  });

  it('is for nobody whose setting or portal is off', () => {
    expect(mustRunWizard(makePerson({ wizard: false }).read())).toBe(false);
    expect(mustRunWizard(makePerson({ wizard: true, portal: false }).read())).toBe(false);
  });
});

describe("one's own names for numbers", () => {
  it('are added, replaced and taken away, and are nobody else’s', () => {
    const { db, userId, administratorId } = makePerson({});
    const epoch = policyEpoch(db);
    savePersonalNames(db, userId, [
      { number: '0171', name: 'Plumber' },
      { number: '0172', name: 'Baker' },
    ]);
    savePersonalNames(db, userId, [{ number: '0171', name: 'Electrician' }]);
    expect(listPersonalNames(db, userId)).toEqual([
      { number: '0172', name: 'Baker' },
      { number: '0171', name: 'Electrician' },
    ]);
    removePersonalName(db, userId, '0172');
    expect(listPersonalNames(db, userId)).toHaveLength(1);
    expect(listPersonalNames(db, administratorId)).toEqual([]);
    // No right depends on them.
    expect(policyEpoch(db)).toBe(epoch);
  });

  it('are refused whole where there would be too many', () => {
    const { db, userId } = makePerson({});
    const many = Array.from({ length: PERSONAL_NAMES_AT_MOST }, (_, n) => ({ number: String(n), name: 'x' }));
    savePersonalNames(db, userId, many);
    const more = [{ number: 'one more', name: 'x' }];
    expect(reasonOf(() => savePersonalNames(db, userId, more))).toBe('too-many-names');
    expect(listPersonalNames(db, userId)).toHaveLength(PERSONAL_NAMES_AT_MOST);
  });
});

describe("a directory with one's own names", () => {
  it('shows one’s own name for any number before the organisation’s, and finds it by either', () => {
    const { db, actor, organisationId, userId } = makePerson({});
    createUser(
      db,
      actor,
      organisationId,
      personOf('Carla', { extensions: [{ extension: '202', fromSec: null, untilSec: null }] }),
    );
    const organisations = readDirectory(db, organisationId);
    const own = withOwnNames(organisations, db, userId);
    savePersonalNames(db, userId, [
      { number: '202', name: 'My chief' },
      { number: '01711234567', name: 'Zoë the plumber' },
    ]);
    expect(own.nameOfExtension('202', 0)).toBe('My chief');
    expect(own.ownNameOf?.('01711234567')).toBe('Zoë the plumber');
    expect(own.ownNameOf?.('0171')).toBeNull();
    for (const prefix of ['chief', 'Carla'])
      expect(own.numbersOfName(prefix).map(({ number }) => number)).toEqual(['202']);
    expect(own.numbersOfName('zoe').map(({ number }) => number)).toEqual(['01711234567']);
    expect(organisations.nameOfExtension('202', 0)).toBe('Carla');
    expect(organisations.numbersOfName('zoe')).toEqual([]);
  });
});

describe('what the pages about oneself show', () => {
  it('is another with each change on one of them, and the same with all else', () => {
    const { db, actor, organisationId, userId, read } = makePerson({
      multiUserAware: true,
      profileAccess: 'write',
      directoryAccess: 'read',
    });
    const look = () => ownLookOf(db, toViewer(db, userId));
    const seen = [look()];
    const changes = [
      () => savePersonalNames(db, userId, [{ number: '0171', name: 'Plumber' }]),
      () => saveOwnProfile(db, actor, read().revision, { name: 'Ben', email: '' }),
      () => createGroup(db, actor, organisationId, { name: 'Sales', extension: '700', members: [] }),
    ];
    for (const change of changes) {
      change();
      const now = look();
      expect(seen).not.toContain(now);
      seen.push(now);
    }
    createUser(db, actor, organisationId, personOf('carla'));
    expect(look()).toBe(seen.at(-1));
  });
});
