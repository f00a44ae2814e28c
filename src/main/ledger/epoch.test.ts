import { expect, it, vi } from 'vitest';
import { DEFAULT_ORGANISATION_SETTINGS } from '../../shared/user-settings';
import { appendAudit } from './audit';
import { policyEpoch, watchPolicyEpoch } from './epoch';
import { createGroup, removeGroup } from './groups';
import { makeLedger, openAgain, personOf } from './ledger.test-support';
import { replaceLines } from './lines';
import { changeOrganisation } from './organisations';
import { playbackPosition, savePlaybackPosition } from './playback-positions';
import { savePreferences } from './preferences';
import { setRightsGroups } from './rights-groups';
import { SignInThrottle } from './sign-in-failures';
import { setPasswordHash } from './user-passwords';
import { changeUser, createUser, getUser } from './users';

it('the epoch moves with every change of a right', () => {
  const { db, actor, organisationId, standard } = makeLedger();
  const userId = createUser(db, actor, organisationId, personOf('ben'));
  const { groupId } = createGroup(db, actor, organisationId, {
    name: 'Sales',
    extension: '700',
    members: [],
  });
  const changes: readonly [string, () => void][] = [
    [
      'setting',
      () => changeUser(db, actor, organisationId, userId, 1, personOf('ben', { profile: 'nominee' })),
    ],
    [
      'extension',
      () =>
        changeUser(db, actor, organisationId, userId, 2, {
          ...personOf('ben', { profile: 'nominee' }),
          extensions: [{ extension: '201', fromSec: null, untilSec: null }],
        }),
    ],
    ['rights group', () => setRightsGroups(db, actor, organisationId, userId, [standard])],
    ['no rights group', () => setRightsGroups(db, actor, organisationId, userId, [])],
    ['group', () => removeGroup(db, actor, organisationId, groupId)],
    ['lines', () => replaceLines(db, actor, organisationId, [{ number: '300', name: 'Main' }])],
    [
      'organisation',
      () =>
        changeOrganisation(db, actor, organisationId, 1, {
          name: 'Marrowby',
          settings: { ...DEFAULT_ORGANISATION_SETTINGS, standardHears: 'all' },
        }),
    ],
    [
      "somebody else's password",
      () => setPasswordHash(db, actor, organisationId, userId, { passwordHash: 'x', mustChange: true }),
    ],
  ];
  for (const [what, change] of changes) {
    const before = policyEpoch(db);
    change();
    expect(policyEpoch(db), what).toBeGreaterThan(before);
  }
});

it('the epoch moves for whoever writes to a table of rights, in whatever way', () => {
  const { db, administratorId, administrators, organisationId } = makeLedger();
  for (const sql of [
    `INSERT INTO user_group (id, organisation_id, name, extension) VALUES ('g', ${String(organisationId)}, 'Sales', '700')`,
    `INSERT INTO group_membership (group_id, user_id) VALUES ('g', '${administratorId}')`,
    'UPDATE group_membership SET until_sec = 5',
    'DELETE FROM group_membership',
    `INSERT INTO extension_holding (user_id, extension) VALUES ('${administratorId}', '201')`,
    'UPDATE extension_holding SET until_sec = 5',
    `UPDATE rights_group SET rights = '[]' WHERE id = '${administrators}'`,
    'DELETE FROM rights_group_member',
    `INSERT INTO hold (organisation_id, recording_id, reason, set_by, set_at_ms) VALUES (1, 'r', '', '${administratorId}', 1)`,
  ]) {
    const before = policyEpoch(db);
    db.exec(sql);
    expect(policyEpoch(db), sql).toBeGreaterThan(before);
  }
});

it('the epoch stands still for what changes no right', () => {
  const { db, actor, administratorId } = makeLedger();
  const before = policyEpoch(db);
  appendAudit(db, actor, 'Replay', {});
  savePreferences(db, administratorId, { theme: 'dark' });
  savePlaybackPosition(db, administratorId, '0123456789abcdef', 1234);
  new SignInThrottle(db).begin('ada');
  expect(policyEpoch(db)).toBe(before);
});

it('a change that is undone leaves the epoch where it was', () => {
  const { db, actor, organisationId } = makeLedger();
  const before = policyEpoch(db);
  expect(() =>
    db.transaction(() => {
      createUser(db, actor, organisationId, personOf('ben'));
      throw new Error('crash');
    }),
  ).toThrowError('crash');
  expect(policyEpoch(db)).toBe(before);
});

it("a watch tells of another process's change, once, and of no entry in the trail", () => {
  const { db, actor, organisationId } = makeLedger();
  const other = openAgain(db.filePath);
  const onChanged = vi.fn();
  const onError = vi.fn();
  const watch = watchPolicyEpoch(db, 60_000, onChanged, onError);
  appendAudit(other, actor, 'Replay', {});
  watch.check();
  expect(onChanged).not.toHaveBeenCalled();
  createUser(other, actor, organisationId, personOf('ben'));
  watch.check();
  watch.check();
  expect(onChanged).toHaveBeenCalledOnce();
  watch.close();
  expect(onError).not.toHaveBeenCalled();
});

it('preferences keep what is not given, and survive a value that is no longer understood', () => {
  const { db, organisationId, administratorId } = makeLedger();
  savePreferences(db, administratorId, { theme: 'dark', density: undefined });
  savePreferences(db, administratorId, { playbackRate: 1.5 });
  expect(getUser(db, organisationId, administratorId).preferences).toEqual({
    theme: 'dark',
    language: null,
    density: 'compact',
    playbackRate: 1.5,
    skipsSilence: false,
  });
  db.run(`UPDATE user SET preferences = '{"theme":"sepia","playbackRate":2}'`);
  expect(getUser(db, organisationId, administratorId).preferences).toMatchObject({
    theme: 'system',
    playbackRate: 2,
  });
});

it('a position is kept a person and a recording, and the oldest make room', () => {
  const { db, administratorId } = makeLedger();
  savePlaybackPosition(db, administratorId, 'first', 1);
  db.run('UPDATE playback_position SET at_ms = 0');
  db.transaction(() => {
    for (let i = 0; i < 1000; i++) savePlaybackPosition(db, administratorId, `r${String(i)}`, i);
  });
  savePlaybackPosition(db, administratorId, 'r5', 55);
  expect(playbackPosition(db, administratorId, 'r5')).toBe(55);
  expect(playbackPosition(db, administratorId, 'first')).toBe(0);
});
