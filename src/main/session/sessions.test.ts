import { describe, expect, it } from 'vitest';
import { DEFAULT_USER_SETTINGS } from '../../shared/user-settings';
import { listAudit } from '../ledger/audit';
import { newestEntries, openAgain, personOf } from '../ledger/ledger.test-support';
import { setRightsGroups } from '../ledger/rights-groups';
import { SignInThrottle } from '../ledger/sign-in-failures';
import { setPasswordHash } from '../ledger/user-passwords';
import { changeUser, getUser } from '../ledger/users';
import { Credentials } from './credentials';
import { hasherInThread } from './passwords';
import { ADA_PASSWORD, makeSessions, QUICK, terminal, windowOne, windowTwo } from './session.test-support';
import { Sessions } from './sessions';

const wrong = expect.objectContaining({
  code: 'forbidden',
  reason: 'wrong-credentials',
  message: 'The name or the password is wrong.',
}) as Error;
const signedOut = expect.objectContaining({ code: 'signed-out', reason: 'signed-out' }) as Error;
const BEN_PASSWORD = 'a password of ben';

describe('signing in', () => {
  it('gives the window its person and his view', async () => {
    const { sessions, organisationId, administratorId } = await makeSessions();
    const signedIn = await sessions.signIn(windowOne, 'ADA', ADA_PASSWORD);
    expect(signedIn).toMatchObject({
      userId: administratorId,
      name: 'ada',
      organisation: 'Marrowby',
      view: 'administrator',
      mayReadConfiguration: true,
      mayChangeConfiguration: true,
      mayChangeSecurity: true,
      mayPlayAnything: true,
      mayDownload: false,
      mustChangePassword: false,
    });
    const session = sessions.current(windowOne);
    expect(session.viewer).toMatchObject({ userId: administratorId, organisationId });
    expect(session.sessionId).toMatch(/^[0-9a-f]{32}$/);
    expect(sessions.stateOf(windowTwo)).toBe('signed-out');
    expect(() => sessions.current(windowTwo)).toThrowError(signedOut);
  });

  it('gives somebody without a right of a service the standard view, and nothing to play where nothing is open', async () => {
    const { sessions, addPerson } = await makeSessions();
    await addPerson('erin', BEN_PASSWORD);
    expect(await sessions.signIn(windowOne, 'erin', BEN_PASSWORD)).toMatchObject({
      view: 'standard',
      mayReadConfiguration: false,
      mayChangeConfiguration: false,
      mayChangeSecurity: false,
      mayPlayAnything: false,
      mayDownload: false,
    });
  });

  it('refuses a wrong password, an unknown name and those who may not enter in the same words, after the same work', async () => {
    const quick = hasherInThread(QUICK);
    const checked: string[] = [];
    const hasher = {
      ...quick,
      verify: (password: string, passwordHash: string) => {
        checked.push(passwordHash.slice(0, quick.form.length));
        return quick.verify(password, passwordHash);
      },
    };
    const { sessions, addPerson } = await makeSessions(hasher);
    await addPerson('gone', BEN_PASSWORD, { isActive: false });
    await addPerson('shut', BEN_PASSWORD, { settings: DEFAULT_USER_SETTINGS });
    await addPerson('bare', null);
    const tries = [
      ['ada', 'wrong password'],
      ['nobody', BEN_PASSWORD],
      ['gone', BEN_PASSWORD],
      ['shut', BEN_PASSWORD],
      ['bare', ''],
    ] as const;
    for (const [name, password] of tries) {
      await expect(sessions.signIn(windowOne, name, password)).rejects.toThrowError(wrong);
    }
    // Each cost one check, with the same parameters.
    expect(checked).toEqual(tries.map(() => quick.form));
    expect(sessions.stateOf(windowOne)).toBe('signed-out');
  });

  it('is in the trail, good and bad, with the reason that the asker is not told', async () => {
    const { sessions, db, organisationId, addPerson } = await makeSessions();
    await addPerson('gone', BEN_PASSWORD, { isActive: false });
    await sessions.signIn(terminal, 'ada', ADA_PASSWORD);
    for (const name of ['ada', 'nobody', 'gone']) {
      await expect(sessions.signIn(windowOne, name, 'wrong password')).rejects.toThrowError(wrong);
    }
    await expect(sessions.signIn(windowOne, 'gone', BEN_PASSWORD)).rejects.toThrowError(wrong);
    const entries = listAudit(db, organisationId, {}, null).rows.slice(0, 5);
    expect(
      entries.map((entry) => [
        entry.client,
        entry.userName,
        entry.action,
        JSON.parse(entry.details) as unknown,
      ]),
    ).toEqual([
      ['window', 'gone', 'Sign-in failed', { signInName: 'gone', why: 'deactivated' }],
      ['window', 'gone', 'Sign-in failed', { signInName: 'gone', why: 'wrong password' }],
      ['window', 'nobody', 'Sign-in failed', { signInName: 'nobody', why: 'unknown name' }],
      ['window', 'ada', 'Sign-in failed', { signInName: 'ada', why: 'wrong password' }],
      ['command line', 'ada', 'Sign in', { signInName: 'ada' }],
    ]);
  });

  it('is slowed after the fourth failure, also with the right password, and a flood is one entry in the trail', async () => {
    const { sessions, db } = await makeSessions();
    for (let i = 0; i < 4; i++) {
      await expect(sessions.signIn(windowOne, 'ada', 'wrong password')).rejects.toThrowError(wrong);
    }
    for (let i = 0; i < 50; i++) {
      await expect(sessions.signIn(windowOne, 'ada', ADA_PASSWORD)).rejects.toMatchObject({
        code: 'forbidden',
        reason: 'too-many-tries',
        details: { seconds: 5 },
      });
    }
    expect(newestEntries(db, 2).map((entry) => entry.action)).toEqual(['Sign-in refused', 'Sign-in failed']);
  });

  it('of another person signs out the one who was there', async () => {
    const { sessions, addPerson } = await makeSessions();
    await addPerson('ben', BEN_PASSWORD);
    const ended: string[] = [];
    sessions.onEnded((clientId, reason, sessionId) => ended.push(`${clientId} ${reason} ${sessionId}`));
    await sessions.signIn(windowOne, 'ada', ADA_PASSWORD);
    const { sessionId } = sessions.current(windowOne);
    await sessions.signIn(windowOne, 'ben', BEN_PASSWORD);
    expect(ended).toEqual([`window 1 signed-out ${sessionId}`]);
    expect(sessions.describe(windowOne)?.name).toBe('ben');
  });

  it('comes to nothing where the window signed out or was closed meanwhile', async () => {
    const { sessions } = await makeSessions();
    const signingIn = sessions.signIn(windowOne, 'ada', ADA_PASSWORD);
    sessions.signOut(windowOne);
    await expect(signingIn).rejects.toThrowError(signedOut);
    expect(sessions.stateOf(windowOne)).toBe('signed-out');
  });

  it('refuses a person who is deactivated while his password is looked at', async () => {
    const { sessions, db, actor, organisationId, addPerson } = await makeSessions();
    const ben = await addPerson('ben', BEN_PASSWORD);
    const signingIn = sessions.signIn(windowOne, 'ben', BEN_PASSWORD);
    changeUser(db, actor, organisationId, ben, 1, personOf('ben', { isActive: false }));
    await expect(signingIn).rejects.toThrowError(wrong);
  });

  it('renews a hash that was made with older parameters', async () => {
    const { db, organisationId, administratorId } = await makeSessions(
      hasherInThread({ memoryKib: 32, iterations: 1 }),
    );
    const hashOf = () => getUser(db, organisationId, administratorId).passwordHash;
    expect(hashOf()).toContain('m=32,t=1,');
    const sessions = new Sessions(db, new Credentials(db, hasherInThread(QUICK), new SignInThrottle(db)));
    await sessions.signIn(windowOne, 'ada', ADA_PASSWORD);
    const renewed = hashOf();
    expect(renewed).toContain('m=64,t=1,');
    await sessions.signIn(windowOne, 'ada', ADA_PASSWORD);
    expect(hashOf()).toBe(renewed);
  });

  it('refuses a person who is deactivated, or given another password, while the hash is renewed', async () => {
    const old = hasherInThread({ memoryKib: 32, iterations: 1 });
    const { db, actor, organisationId, addPerson } = await makeSessions(old);
    const changes = [
      (userId: string) =>
        changeUser(db, actor, organisationId, userId, 1, personOf('ben', { isActive: false })),
      (userId: string) =>
        setPasswordHash(db, actor, organisationId, userId, { passwordHash: 'another', mustChange: true }),
    ];
    for (const [n, change] of changes.entries()) {
      const userId = await addPerson(`ben${String(n)}`, BEN_PASSWORD);
      const quick = hasherInThread(QUICK);
      const hasher = {
        ...quick,
        verify: quick.verify.bind(quick),
        hash: (password: string) => {
          change(userId);
          return quick.hash(password);
        },
      };
      const sessions = new Sessions(db, new Credentials(db, hasher, new SignInThrottle(db)));
      const signingIn = sessions.signIn(windowOne, `ben${String(n)}`, BEN_PASSWORD);
      await expect(signingIn).rejects.toThrowError(wrong);
      expect(sessions.stateOf(windowOne)).toBe('signed-out');
    }
  });
});

describe('a session', () => {
  it('sees a change of rights at the next decision, and keeps its id', async () => {
    const { sessions, db, actor, organisationId, addPerson } = await makeSessions();
    const ben = await addPerson('ben', BEN_PASSWORD);
    await sessions.signIn(windowOne, 'ben', BEN_PASSWORD);
    const before = sessions.current(windowOne);
    const settings = { ...DEFAULT_USER_SETTINGS, portal: true, replay: true };
    changeUser(db, actor, organisationId, ben, 1, personOf('ben', { settings }));
    const after = sessions.current(windowOne);
    expect(after.viewer.settings.replay).toBe(true);
    expect(after.epoch).toBeGreaterThan(before.epoch);
    expect(after.sessionId).toBe(before.sessionId);
  });

  it('ends at the next decision when its person is deactivated, by this process or another', async () => {
    const { sessions, db, actor, organisationId, addPerson } = await makeSessions();
    const ben = await addPerson('ben', BEN_PASSWORD);
    await sessions.signIn(windowOne, 'ben', BEN_PASSWORD);
    const ended: string[] = [];
    sessions.onEnded((clientId, reason) => ended.push(`${clientId} ${reason}`));
    const other = openAgain(db.filePath);
    changeUser(other, actor, organisationId, ben, 1, personOf('ben', { isActive: false }));
    expect(() => sessions.current(windowOne)).toThrowError(signedOut);
    expect(ended).toEqual(['window 1 deactivated']);
    expect(newestEntries(db, 1)[0]).toMatchObject({ action: 'Session ended', user_name: 'ben' });
  });

  it('ends without being asked when the rights are reviewed', async () => {
    const { sessions, db, actor, organisationId, addPerson } = await makeSessions();
    const ben = await addPerson('ben', BEN_PASSWORD, { settings: DEFAULT_USER_SETTINGS });
    setRightsGroups(db, actor, organisationId, ben, [
      db.get<{ id: string }>("SELECT id FROM rights_group WHERE name = 'Media Manager Standard'")!.id,
    ]);
    await sessions.signIn(windowOne, 'ben', BEN_PASSWORD);
    await sessions.signIn(windowTwo, 'ada', ADA_PASSWORD);
    const ended: string[] = [];
    sessions.onEnded((clientId, reason) => ended.push(`${clientId} ${reason}`));
    setRightsGroups(db, actor, organisationId, ben, []);
    sessions.review();
    expect(ended).toEqual(['window 1 deactivated']);
    expect(sessions.stateOf(windowTwo)).toBe('signed-in');
  });

  it('is over after signing out, once and with one entry', async () => {
    const { sessions, db } = await makeSessions();
    await sessions.signIn(windowOne, 'ada', ADA_PASSWORD);
    sessions.signOut(windowOne);
    sessions.signOut(windowOne);
    expect(() => sessions.current(windowOne)).toThrowError(signedOut);
    expect(sessions.findCurrent(windowOne)).toBeUndefined();
    expect(newestEntries(db, 2).map((entry) => entry.action)).toEqual(['Sign out', 'Sign in']);
  });

  it('has the privacy notice confirmed once, and anew after the next sign-in', async () => {
    const { sessions, db } = await makeSessions();
    await sessions.signIn(windowOne, 'ada', ADA_PASSWORD);
    expect(sessions.current(windowOne).hasAcceptedNotice).toBe(false);
    sessions.acceptNotice(windowOne);
    sessions.acceptNotice(windowOne);
    expect(sessions.current(windowOne).hasAcceptedNotice).toBe(true);
    expect(newestEntries(db, 2).map((entry) => entry.action)).toEqual(['Accept privacy notice', 'Sign in']);
    await sessions.signIn(windowOne, 'ada', ADA_PASSWORD);
    expect(sessions.current(windowOne).hasAcceptedNotice).toBe(false);
  });
});

describe('a locked window', () => {
  it('opens nothing until the same person gives his password, and keeps what he had confirmed', async () => {
    const { sessions } = await makeSessions();
    const ended: string[] = [];
    sessions.onEnded((clientId, reason) => ended.push(`${clientId} ${reason}`));
    await sessions.signIn(windowOne, 'ada', ADA_PASSWORD);
    sessions.acceptNotice(windowOne);
    sessions.lock(windowOne);
    sessions.lock(windowOne);
    expect(ended).toEqual(['window 1 locked']);
    expect(sessions.stateOf(windowOne)).toBe('locked');
    expect(sessions.describe(windowOne)).toBeNull();
    expect(sessions.findCurrent(windowOne)).toBeUndefined();
    expect(() => sessions.current(windowOne)).toThrowError(
      expect.objectContaining({ code: 'signed-out', reason: 'locked' }),
    );
    await expect(sessions.unlock(windowOne, 'wrong password')).rejects.toThrowError(wrong);
    expect(sessions.stateOf(windowOne)).toBe('locked');
    expect(await sessions.unlock(windowOne, ADA_PASSWORD)).toMatchObject({ name: 'ada' });
    expect(sessions.current(windowOne).hasAcceptedNotice).toBe(true);
  });

  it('counts wrong passwords as sign-in does', async () => {
    const { sessions } = await makeSessions();
    await sessions.signIn(windowOne, 'ada', ADA_PASSWORD);
    sessions.lock(windowOne);
    for (let i = 0; i < 4; i++) {
      await expect(sessions.unlock(windowOne, 'wrong password')).rejects.toThrowError(wrong);
    }
    await expect(sessions.unlock(windowOne, ADA_PASSWORD)).rejects.toMatchObject({
      reason: 'too-many-tries',
    });
  });

  it('signs out a person who was deactivated while it was locked', async () => {
    const { sessions, db, actor, organisationId, addPerson } = await makeSessions();
    const ben = await addPerson('ben', BEN_PASSWORD);
    await sessions.signIn(windowOne, 'ben', BEN_PASSWORD);
    sessions.lock(windowOne);
    changeUser(db, actor, organisationId, ben, 1, personOf('ben', { isActive: false }));
    expect(sessions.stateOf(windowOne)).toBe('signed-out');
    await expect(sessions.unlock(windowOne, BEN_PASSWORD)).rejects.toThrowError(signedOut);
  });

  it('is the only one that can be unlocked', async () => {
    const { sessions } = await makeSessions();
    await expect(sessions.unlock(windowOne, ADA_PASSWORD)).rejects.toThrowError(signedOut);
    await sessions.signIn(windowOne, 'ada', ADA_PASSWORD);
    await expect(sessions.unlock(windowOne, ADA_PASSWORD)).rejects.toThrowError(signedOut);
    expect(() => sessions.lock(windowTwo)).toThrowError(signedOut);
  });
});

describe('a password', () => {
  it('is changed by whoever knows it, and the old one is worth nothing', async () => {
    const { sessions, db } = await makeSessions();
    await sessions.signIn(windowOne, 'ada', ADA_PASSWORD);
    await expect(
      sessions.changePassword(windowOne, 'wrong password', 'another password'),
    ).rejects.toThrowError(wrong);
    await sessions.changePassword(windowOne, ADA_PASSWORD, 'another password');
    expect(newestEntries(db, 2).map((entry) => entry.action)).toEqual([
      'Change own password',
      'Password change failed',
    ]);
    await expect(sessions.signIn(windowTwo, 'ada', ADA_PASSWORD)).rejects.toThrowError(wrong);
    expect(await sessions.signIn(windowTwo, 'ada', 'another password')).toMatchObject({ name: 'ada' });
    expect(sessions.stateOf(windowOne)).toBe('signed-in');
  });

  it.each(['', 'nine char', '１２３４５６７８９'])(
    'of fewer than ten characters is refused: %j',
    async (next) => {
      const { sessions } = await makeSessions();
      await sessions.signIn(windowOne, 'ada', ADA_PASSWORD);
      await expect(sessions.changePassword(windowOne, ADA_PASSWORD, next)).rejects.toMatchObject({
        code: 'invalid-input',
        reason: 'weak-password',
      });
    },
  );

  it('that its owner changes ends all his sessions but the one he changed it in, here and in another process', async () => {
    const { sessions, db, addPerson } = await makeSessions();
    await addPerson('ben', BEN_PASSWORD);
    const elsewhere = new Sessions(
      openAgain(db.filePath),
      new Credentials(db, hasherInThread(QUICK), new SignInThrottle(db)),
    );
    for (const [one, client] of [
      [sessions, windowOne],
      [sessions, windowTwo],
      [elsewhere, terminal],
    ] as const)
      await one.signIn(client, 'ben', BEN_PASSWORD);
    const ended: string[] = [];
    sessions.onEnded((clientId, reason) => ended.push(`${clientId} ${reason}`));
    await sessions.changePassword(windowOne, BEN_PASSWORD, 'chosen by ben himself');
    expect(ended).toEqual(['window 2 signed-out']);
    expect(sessions.stateOf(windowOne)).toBe('signed-in');
    expect(elsewhere.stateOf(terminal)).toBe('signed-out');
  });

  it('that an administrator sets for himself leaves him where he is', async () => {
    const { sessions, administratorId } = await makeSessions();
    await sessions.signIn(windowOne, 'ada', ADA_PASSWORD);
    await sessions.signIn(windowTwo, 'ada', ADA_PASSWORD);
    await sessions.setPassword(windowOne, administratorId, 'a new one for herself');
    expect(sessions.stateOf(windowOne)).toBe('signed-in');
    expect(sessions.stateOf(windowTwo)).toBe('signed-out');
  });

  it('cannot be the sign-in name, in whatever spelling', async () => {
    const { sessions, addPerson } = await makeSessions();
    await addPerson('ben.castellan', BEN_PASSWORD);
    await sessions.signIn(windowOne, 'ben.castellan', BEN_PASSWORD);
    await expect(sessions.changePassword(windowOne, BEN_PASSWORD, 'Ben.CASTELLAN')).rejects.toMatchObject({
      reason: 'weak-password',
    });
  });

  it('is the same whichever way its accents were typed', async () => {
    const { sessions, addPerson } = await makeSessions();
    await addPerson('zoe', 'caf\u00e9 au lait');
    expect(await sessions.signIn(windowOne, 'zoe', 'cafe\u0301 au lait')).toMatchObject({ name: 'zoe' });
  });

  it('that somebody else set ends the open sessions, and is good for choosing another only', async () => {
    const { sessions, db, addPerson } = await makeSessions();
    const ben = await addPerson('ben', BEN_PASSWORD);
    await sessions.signIn(windowOne, 'ben', BEN_PASSWORD);
    await sessions.signIn(windowTwo, 'ada', ADA_PASSWORD);
    await sessions.setPassword(windowTwo, ben, 'set by ada today');
    expect(newestEntries(db, 3).map((entry) => entry.action)).toContain('Set password');
    expect(sessions.stateOf(windowOne)).toBe('signed-out');

    expect(await sessions.signIn(windowOne, 'ben', 'set by ada today')).toMatchObject({
      mustChangePassword: true,
    });
    expect(() => sessions.current(windowOne)).toThrowError(
      expect.objectContaining({ code: 'forbidden', reason: 'password-change-needed' }),
    );
    expect(sessions.findCurrent(windowOne)).toBeUndefined();
    await sessions.changePassword(windowOne, 'set by ada today', 'chosen by ben himself');
    expect(sessions.current(windowOne).actor.userName).toBe('ben');
    expect(sessions.describe(windowOne)).toMatchObject({ mustChangePassword: false });
  });

  it('that could not be saved opens nothing, and the one that somebody else set is no choice of his own', async () => {
    const { sessions, db, addPerson } = await makeSessions();
    const ben = await addPerson('ben', BEN_PASSWORD);
    await sessions.signIn(windowTwo, 'ada', ADA_PASSWORD);
    await sessions.setPassword(windowTwo, ben, 'set by ada today');
    await sessions.signIn(windowOne, 'ben', 'set by ada today');
    const stillNeeded = expect.objectContaining({ reason: 'password-change-needed' }) as Error;

    db.exec(
      "CREATE TRIGGER full BEFORE UPDATE OF password_hash ON user BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    await expect(
      sessions.changePassword(windowOne, 'set by ada today', 'chosen by ben himself'),
    ).rejects.toThrowError('no room');
    expect(() => sessions.current(windowOne)).toThrowError(stillNeeded);
    db.exec('DROP TRIGGER full');

    await expect(
      sessions.changePassword(windowOne, 'set by ada today', 'set by ada today'),
    ).rejects.toMatchObject({ reason: 'weak-password' });
    expect(() => sessions.current(windowOne)).toThrowError(stillNeeded);
  });

  it('is set for nobody of another organisation, nor by somebody who lost the right while it was hashed', async () => {
    const { sessions, db, actor, organisationId, administrators, addPerson } = await makeSessions();
    const ben = await addPerson('ben', BEN_PASSWORD);
    setRightsGroups(db, actor, organisationId, ben, [administrators]);
    await sessions.signIn(windowOne, 'ben', BEN_PASSWORD);
    await expect(sessions.setPassword(windowOne, '0123456789abcdef', 'a new password')).rejects.toMatchObject(
      {
        code: 'not-found',
      },
    );
    const setting = sessions.setPassword(windowOne, actor.userId!, 'a new password');
    setRightsGroups(db, actor, organisationId, ben, []);
    await expect(setting).rejects.toMatchObject({ code: 'forbidden', reason: 'forbidden' });
    expect(await sessions.signIn(windowTwo, 'ada', ADA_PASSWORD)).toMatchObject({ name: 'ada' });
  });

  it('that is set anew opens a name that was shut by too many tries', async () => {
    const { sessions, addPerson } = await makeSessions();
    const ben = await addPerson('ben', BEN_PASSWORD);
    for (let i = 0; i < 4; i++) {
      await expect(sessions.signIn(windowOne, 'ben', 'wrong password')).rejects.toThrowError(wrong);
    }
    await sessions.signIn(windowTwo, 'ada', ADA_PASSWORD);
    await sessions.setPassword(windowTwo, ben, 'set by ada today');
    expect(await sessions.signIn(windowOne, 'ben', 'set by ada today')).toMatchObject({ name: 'ben' });
  });
});
