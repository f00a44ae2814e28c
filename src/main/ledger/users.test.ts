import { describe, expect, it } from 'vitest';
import type { PersonInput } from '../../shared/people';
import { DEFAULT_USER_SETTINGS } from '../../shared/user-settings';
import { createGroup } from './groups';
import { addOrganisation, makeLedger, newestEntries, openAgain, personOf } from './ledger.test-support';
import { setRightsGroups } from './rights-groups';
import { setPasswordHash } from './user-passwords';
import { changesSignIn, changeUser, createUser, findUserBySignInName, getUser, toPersonInput } from './users';
import { toViewer } from './viewers';

function withNumbers(replayOthers: string): PersonInput {
  return personOf('ben', {
    settings: { ...DEFAULT_USER_SETTINGS, replay: true, replayOwn: true, replayOthers },
  });
}

describe('people', () => {
  it('are found by their sign-in name in any case, width or invisible dress', () => {
    const { db, actor, organisationId } = makeLedger();
    const userId = createUser(db, actor, organisationId, personOf('Zoë Ångström'));
    for (const typed of [
      'zoë ångström',
      'ZOE\u0308 ÅNGSTRO\u0308M',
      'Ｚoë  Ångström ',
      'Zo\u200Bë Ångström',
    ]) {
      expect(findUserBySignInName(db, typed)?.userId).toBe(userId);
    }
    expect(findUserBySignInName(db, 'zoe angstrom')).toBeUndefined();
  });

  it.each(['ADA', 'ａｄａ', '𝐀𝐃A', 'a\u200Bda', ' ada '])(
    'cannot take the look-alike %j of a sign-in name',
    (signInName) => {
      const { db, actor, organisationId } = makeLedger();
      expect(() => createUser(db, actor, organisationId, personOf(signInName))).toThrowError(
        expect.objectContaining({ code: 'conflict', reason: 'name-taken' }),
      );
    },
  );

  it('need a sign-in name that shows something', () => {
    const { db, actor, organisationId } = makeLedger();
    expect(() => createUser(db, actor, organisationId, personOf('\u200B\u2060'))).toThrowError(
      expect.objectContaining({ reason: 'invalid-input' }),
    );
  });

  it('keep their old name when a stale edit comes, and the editor is told', () => {
    const { db, actor, organisationId } = makeLedger();
    const userId = createUser(db, actor, organisationId, personOf('ben'));
    const { revision } = getUser(db, organisationId, userId);
    changeUser(db, actor, organisationId, userId, revision, personOf('ben', { name: 'Ben C.' }));
    expect(() =>
      changeUser(db, actor, organisationId, userId, revision, personOf('ben', { name: 'Benjamin' })),
    ).toThrowError(expect.objectContaining({ code: 'conflict', reason: 'stale-edit' }));
    expect(getUser(db, organisationId, userId).name).toBe('Ben C.');
  });

  it('are changed with a trail entry that holds only what differs, before and after', () => {
    const { db, actor, organisationId } = makeLedger();
    const userId = createUser(db, actor, organisationId, personOf('ben'));
    const before = getUser(db, organisationId, userId);
    const settings = { ...before.settings, replay: true, download: true };
    changeUser(db, actor, organisationId, userId, before.revision, personOf('ben', { settings }));
    expect(newestEntries(db, 1)).toEqual([
      {
        action: 'Change person',
        user_name: 'ada',
        details: {
          userId,
          name: 'ben',
          isOneself: false,
          before: { settings: { replay: false, download: false } },
          after: { settings: { replay: true, download: true } },
        },
      },
    ]);
  });

  it('who give a right to themselves are named as such in the trail', () => {
    const { db, actor, organisationId, administratorId } = makeLedger();
    const user = getUser(db, organisationId, administratorId);
    const person = toPersonInput(db, user);
    const settings = { ...person.settings, replay: true, delete: true };
    changeUser(db, actor, organisationId, administratorId, user.revision, { ...person, settings });
    expect(newestEntries(db, 1)[0]?.details).toMatchObject({
      isOneself: true,
      after: { settings: { delete: true } },
    });
  });

  it('saved without a change leave revision and trail alone', () => {
    const { db, actor, organisationId } = makeLedger();
    const userId = createUser(db, actor, organisationId, personOf('ben'));
    changeUser(db, actor, organisationId, userId, 1, personOf('ben'));
    expect(getUser(db, organisationId, userId).revision).toBe(1);
    expect(newestEntries(db, 1)[0]?.action).toBe('Add person');
  });

  it('of another organisation are not there', () => {
    const { db, actor, organisationId } = makeLedger();
    const other = addOrganisation(db, 'Elsewhere', 'eve');
    expect(() => getUser(db, organisationId, other.administratorId)).toThrowError(
      expect.objectContaining({
        code: 'not-found',
        message: 'There is no such item, or it is outside your rights.',
      }),
    );
    expect(() =>
      changeUser(db, actor, organisationId, other.administratorId, 1, personOf('eve', { name: 'Mallory' })),
    ).toThrowError(expect.objectContaining({ code: 'not-found' }));
  });

  it('keep settings whose gate is closed as they are', () => {
    const { db, actor, organisationId } = makeLedger();
    const settings = {
      ...DEFAULT_USER_SETTINGS,
      replay: false,
      replayOwn: false,
      replayOthers: '201',
      download: true,
    };
    const userId = createUser(db, actor, organisationId, personOf('ben', { settings }));
    expect(getUser(db, organisationId, userId).settings).toEqual(settings);
  });

  it('survive the program: what was saved is there when the ledger is opened again', () => {
    const { db, actor, organisationId } = makeLedger();
    const userId = createUser(db, actor, organisationId, withNumbers('201;202'));
    const filePath = db.filePath;
    db.close();
    expect(getUser(openAgain(filePath), organisationId, userId).settings.replayOthers).toBe('201;202');
  });
});

describe('the list of other numbers', () => {
  it('may have 127 characters as typed', () => {
    const { db, actor, organisationId } = makeLedger();
    const typed = `${'20155;'.repeat(21)}1`;
    expect(typed).toHaveLength(127);
    const userId = createUser(db, actor, organisationId, withNumbers(typed));
    expect(toViewer(db, userId).otherNumbers).toEqual(['20155', '1']);
  });

  it('with 128 characters is refused with the count, and what was there stays', () => {
    const { db, actor, organisationId } = makeLedger();
    const userId = createUser(db, actor, organisationId, withNumbers('201'));
    const typed = `${'20155;'.repeat(21)}20`;
    expect(typed).toHaveLength(128);
    expect(() => changeUser(db, actor, organisationId, userId, 1, withNumbers(typed))).toThrowError(
      expect.objectContaining({
        code: 'invalid-input',
        reason: 'numbers-too-long',
        details: { count: 128, max: 127 },
      }),
    );
    expect(toViewer(db, userId).otherNumbers).toEqual(['201']);
  });

  it('drops empty entries and merges duplicates, and interprets nothing', () => {
    const { db, actor, organisationId } = makeLedger();
    const numbersOf = (typed: string, signInName: string) =>
      toViewer(db, createUser(db, actor, organisationId, { ...withNumbers(typed), signInName })).otherNumbers;
    expect(numbersOf(';;201; ;', 'a')).toEqual(['201']);
    expect(numbersOf('201;0201; 201 ;20?', 'b')).toEqual(['201', '0201', '20?']);
    expect(numbersOf(';; ;', 'c')).toEqual([]);
  });
});

describe('an extension', () => {
  const always = { extension: '201', fromSec: null, untilSec: null };

  it('belongs to one person at a time, and the refusal names who has it', () => {
    const { db, actor, organisationId } = makeLedger();
    createUser(db, actor, organisationId, personOf('ben', { name: 'Ben Castellan', extensions: [always] }));
    expect(() =>
      createUser(
        db,
        actor,
        organisationId,
        personOf('carla', { extensions: [{ ...always, fromSec: 1000 }] }),
      ),
    ).toThrowError(
      expect.objectContaining({
        reason: 'extension-taken',
        details: { extension: '201', name: 'Ben Castellan' },
      }),
    );
    expect(findUserBySignInName(db, 'carla')).toBeUndefined();
  });

  it('passes from one person to another at the exact second', () => {
    const { db, actor, organisationId } = makeLedger();
    const until = { extension: '201', fromSec: null, untilSec: 1000 };
    createUser(db, actor, organisationId, personOf('ben', { extensions: [until] }));
    createUser(db, actor, organisationId, personOf('carla', { extensions: [{ ...always, fromSec: 1000 }] }));
    expect(() =>
      createUser(db, actor, organisationId, personOf('dave', { extensions: [{ ...until, untilSec: 1 }] })),
    ).toThrowError(expect.objectContaining({ details: { extension: '201', name: 'ben' } }));
  });

  it('of another organisation is another extension', () => {
    const { db, actor, organisationId } = makeLedger();
    createUser(db, actor, organisationId, personOf('ben', { extensions: [always] }));
    const other = addOrganisation(db, 'Elsewhere', 'eve');
    createUser(db, other.actor, other.organisationId, personOf('mallory', { extensions: [always] }));
    expect(findUserBySignInName(db, 'mallory')).toBeDefined();
  });

  it('is not held backwards in time', () => {
    const { db, actor, organisationId } = makeLedger();
    const backwards = { extension: '201', fromSec: 10, untilSec: 10 };
    expect(() =>
      createUser(db, actor, organisationId, personOf('ben', { extensions: [backwards] })),
    ).toThrowError(expect.objectContaining({ reason: 'invalid-input' }));
  });
});

describe('the last holder of a right that somebody must hold', () => {
  const lastHolder = expect.objectContaining({ code: 'conflict', reason: 'last-holder' }) as Error;

  it('cannot be deactivated', () => {
    const { db, actor, organisationId, administratorId } = makeLedger();
    const deactivated = personOf('ada', { isActive: false });
    expect(() => changeUser(db, actor, organisationId, administratorId, 1, deactivated)).toThrowError(
      lastHolder,
    );
    expect(getUser(db, organisationId, administratorId).isActive).toBe(true);
    expect(newestEntries(db, 1)[0]?.action).toBe('Change rights groups');
  });

  it('cannot leave the rights group', () => {
    const { db, actor, organisationId, administratorId, standard } = makeLedger();
    expect(() => setRightsGroups(db, actor, organisationId, administratorId, [standard])).toThrowError(
      lastHolder,
    );
    expect(toViewer(db, administratorId).serviceRights).toContain('webControlSecurity');
  });

  it('may go when another active holder can sign in, and not when that one has no password', () => {
    const { db, actor, organisationId, administratorId, administrators } = makeLedger();
    const second = createUser(db, actor, organisationId, personOf('bea'));
    setRightsGroups(db, actor, organisationId, second, [administrators]);
    const deactivated = personOf('ada', { isActive: false });
    expect(() => changeUser(db, actor, organisationId, administratorId, 1, deactivated)).toThrowError(
      lastHolder,
    );
    setPasswordHash(db, actor, organisationId, second, { passwordHash: 'a hash', mustChange: true });
    changeUser(db, actor, organisationId, administratorId, 1, deactivated);
    expect(getUser(db, organisationId, administratorId).isActive).toBe(false);
  });

  it('of another organisation does not count', () => {
    const { db, actor, organisationId, administratorId } = makeLedger();
    addOrganisation(db, 'Elsewhere', 'eve');
    expect(() => setRightsGroups(db, actor, organisationId, administratorId, [])).toThrowError(lastHolder);
  });
});

it('no rights group of another organisation can be given', () => {
  const { db, actor, organisationId } = makeLedger();
  const other = addOrganisation(db, 'Elsewhere', 'eve');
  const userId = createUser(db, actor, organisationId, personOf('ben'));
  expect(() => setRightsGroups(db, actor, organisationId, userId, [other.administrators])).toThrowError(
    expect.objectContaining({ code: 'not-found' }),
  );
});

it('no group of another organisation can be chosen', () => {
  const { db, actor, organisationId } = makeLedger();
  const other = addOrganisation(db, 'Elsewhere', 'eve');
  const group = createGroup(db, other.actor, other.organisationId, {
    name: 'Sales',
    extension: '700',
    members: [],
  });
  const settings = {
    ...DEFAULT_USER_SETTINGS,
    replayGroups: [{ groupId: group.groupId, withMembers: true }],
  };
  expect(() => createUser(db, actor, organisationId, personOf('ben', { settings }))).toThrowError(
    expect.objectContaining({ reason: 'invalid-input' }),
  );
});

it('portal, sign-in name and activity are matters of security, and a replay setting is none', () => {
  const person = personOf('ben');
  const closed = { ...person.settings, portal: false };
  expect(changesSignIn(person, { ...person, signInName: 'benjamin' })).toBe(true);
  expect(changesSignIn(person, { ...person, isActive: false })).toBe(true);
  expect(changesSignIn(person, { ...person, settings: closed })).toBe(true);
  expect(changesSignIn(null, person)).toBe(true);
  expect(changesSignIn(null, { ...person, settings: closed })).toBe(false);
  expect(
    changesSignIn(person, { ...person, name: 'Ben', settings: { ...person.settings, replay: true } }),
  ).toBe(false);
});
