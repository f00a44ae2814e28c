import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/errors';
import type { SharedKind } from '../../shared/model';
import type { Share, ShareChoice } from '../../shared/shares';
import { DEFAULT_USER_SETTINGS } from '../../shared/user-settings';
import { policyEpoch } from './epoch';
import { createGroup, removeGroup } from './groups';
import type { TestLedger } from './ledger.test-support';
import { addOrganisation, makeLedger, newestEntries, personOf } from './ledger.test-support';
import { endShare, getSharing, listShares, saveSharing } from './shares';
import { changeUser, createUser, getUser, listUsers, toPersonInput } from './users';
import { toViewer } from './viewers';

const NOW_SEC = 1_700_000_000;
const AWARE = { ...DEFAULT_USER_SETTINGS, portal: true, multiUserAware: true };

interface World extends TestLedger {
  readonly ben: string;
  readonly carla: string;
  readonly dave: string;
  readonly sales: string;
}

/** Ben (201) may share; Carla (202) is in Sales now and Dave (203) was; only 201 and 203 have voicemail. */
function makeWorld(): World {
  const ledger = makeLedger();
  const { db, actor, organisationId } = ledger;
  const person = (name: string, extension: string, settings = AWARE) =>
    createUser(
      db,
      actor,
      organisationId,
      personOf(name, { settings, extensions: [{ extension, fromSec: null, untilSec: null }] }),
    );
  const [ben, carla, dave] = [person('ben', '201'), person('carla', '202'), person('dave', '203')];
  const { groupId: sales } = createGroup(db, actor, organisationId, {
    name: 'Sales',
    extension: '700',
    members: [
      { userId: ben, fromSec: null, untilSec: null },
      { userId: carla, fromSec: null, untilSec: null },
      { userId: dave, fromSec: null, untilSec: NOW_SEC },
    ],
  });
  for (const extension of ['201', '203']) {
    db.run(
      'INSERT INTO extension_feature (organisation_id, extension, voicemail, fax, call_recording) VALUES (?, ?, 1, 0, 0)',
      [organisationId, extension],
    );
  }
  return { ...ledger, ben, carla, dave, sales };
}

function save(world: World, shares: readonly ShareChoice[], userId = world.ben): void {
  const { db, organisationId, actor } = world;
  const { revision } = getSharing(db, organisationId, userId, NOW_SEC);
  saveSharing(db, { ...actor, userId }, organisationId, userId, { revision, shares });
}

function shareOf(world: World, kind: SharedKind): Share {
  const share = getSharing(world.db, world.organisationId, world.ben, NOW_SEC).shares.find(
    (one) => one.kind === kind,
  );
  if (!share) throw new Error(`There is no ${kind}.`);
  return share;
}

function changeSettings(world: World, userId: string, changed: Partial<typeof AWARE>): void {
  const { db, actor, organisationId } = world;
  const user = getUser(db, organisationId, userId);
  const person = toPersonInput(db, user);
  changeUser(db, actor, organisationId, userId, user.revision, {
    ...person,
    settings: { ...person.settings, ...changed },
  });
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

describe('what a person shares', () => {
  it('is nothing at first, with what is missing named for each kind', () => {
    const world = makeWorld();
    const { shares, groups, extensions } = getSharing(world.db, world.organisationId, world.ben, NOW_SEC);
    expect(shares.map(({ kind, audience, obstacles }) => [kind, audience, obstacles])).toEqual([
      ['call', 'nobody', ['feature-off']],
      ['voicemail', 'nobody', []],
      ['unavailableVoicemail', 'nobody', []],
      ['fax', 'nobody', ['feature-off']],
      ['history', 'nobody', []],
    ]);
    expect(groups).toEqual([{ groupId: world.sales, name: 'Sales', members: 2 }]);
    expect(extensions).toEqual(['201']);
  });

  it('reaches the members of a group now, and not oneself nor one whose membership ended', () => {
    const world = makeWorld();
    save(world, [{ kind: 'voicemail', audience: 'groups', groupIds: [world.sales] }]);
    expect(shareOf(world, 'voicemail')).toMatchObject({ receivers: 1, obstacles: [] });
    expect(getSharing(world.db, world.organisationId, world.ben, NOW_SEC - 1).shares[1]?.receivers).toBe(2);
  });

  it('reaches as everyone those who have an extension with voicemail', () => {
    const world = makeWorld();
    save(world, [{ kind: 'voicemail', audience: 'everyone', groupIds: [] }]);
    // Dave; Carla's 202 has none.
    expect(shareOf(world, 'voicemail').receivers).toBe(1);
    world.db.run("UPDATE extension_feature SET voicemail = 0 WHERE extension = '203'");
    expect(shareOf(world, 'voicemail').obstacles).toEqual(['nobody-there']);
  });

  it('names the extensions that lack the feature where others have it', () => {
    const world = makeWorld();
    world.db.run("INSERT INTO extension_holding (user_id, extension) VALUES (?, '299')", [world.ben]);
    expect(shareOf(world, 'voicemail')).toMatchObject({ closedExtensions: ['299'], obstacles: [] });
    expect(shareOf(world, 'history').closedExtensions).toEqual([]);
  });

  it('is in the trail with the groups by name, before and after, and counts the epoch up', () => {
    const world = makeWorld();
    const epoch = policyEpoch(world.db);
    save(world, [{ kind: 'history', audience: 'groups', groupIds: [world.sales, world.sales] }]);
    expect(policyEpoch(world.db)).toBeGreaterThan(epoch);
    expect(newestEntries(world.db, 1)).toMatchObject([
      {
        action: 'Change sharing',
        details: {
          userId: world.ben,
          before: { history: { audience: 'nobody', groups: [] } },
          after: { history: { audience: 'groups', groups: [{ groupId: world.sales, name: 'Sales' }] } },
        },
      },
    ]);
    const after = policyEpoch(world.db);
    save(world, [{ kind: 'history', audience: 'groups', groupIds: [world.sales] }]);
    expect(policyEpoch(world.db)).toBe(after);
  });

  it('is not saved over what was saved meanwhile', () => {
    const world = makeWorld();
    const { db, organisationId, actor, ben } = world;
    const { revision } = getSharing(db, organisationId, ben, NOW_SEC);
    save(world, [{ kind: 'history', audience: 'everyone', groupIds: [] }]);
    const again = () => saveSharing(db, actor, organisationId, ben, { revision, shares: [] });
    expect(reasonOf(again)).toBe('stale-edit');
    expect(shareOf(world, 'history').audience).toBe('everyone');
  });

  it('takes no group of another organisation, no removed one, and no kind twice', () => {
    const world = makeWorld();
    const { db, actor, organisationId } = world;
    const other = addOrganisation(db, 'Elsewhere', 'eve');
    const foreign = createGroup(db, other.actor, other.organisationId, {
      name: 'Theirs',
      extension: '700',
      members: [],
    }).groupId;
    const gone = createGroup(db, actor, organisationId, { name: 'Gone', extension: '701', members: [] });
    removeGroup(db, actor, organisationId, gone.groupId);
    for (const groupId of [foreign, gone.groupId, 'no such group']) {
      const shares = [{ kind: 'fax', audience: 'groups', groupIds: [groupId] }] as const;
      expect(reasonOf(() => save(world, shares))).toBe('invalid-input');
    }
    const twice = { kind: 'fax', audience: 'everyone', groupIds: [] } as const;
    expect(reasonOf(() => save(world, [twice, twice]))).toBe('invalid-input');
    expect(shareOf(world, 'fax').audience).toBe('nobody');
  });

  it('goes with a group that is removed, and does not pass to one of the same name', () => {
    const world = makeWorld();
    const { db, actor, organisationId, sales, carla } = world;
    save(world, [{ kind: 'voicemail', audience: 'groups', groupIds: [sales] }]);
    removeGroup(db, actor, organisationId, sales);
    const members = [{ userId: carla, fromSec: null, untilSec: null }];
    createGroup(db, actor, organisationId, { name: 'Sales', extension: '700', members });
    expect(shareOf(world, 'voicemail')).toMatchObject({
      audience: 'groups',
      groupIds: [],
      receivers: 0,
      obstacles: ['no-group'],
    });
  });
});

describe('whom the pages name', () => {
  it('are those to whom the policy opens it, share by share, at any moment', () => {
    const world = makeWorld();
    const { db, organisationId, sales } = world;
    save(world, [
      { kind: 'voicemail', audience: 'groups', groupIds: [sales] },
      { kind: 'unavailableVoicemail', audience: 'everyone', groupIds: [] },
      { kind: 'fax', audience: 'everyone', groupIds: [] },
    ]);
    save(world, [{ kind: 'history', audience: 'groups', groupIds: [sales] }], world.dave);
    save(world, [{ kind: 'history', audience: 'everyone', groupIds: [] }], world.carla);
    changeSettings(world, world.carla, { multiUserAware: false });
    for (const nowSec of [NOW_SEC - 1, NOW_SEC]) {
      const opened = listUsers(db, organisationId).flatMap(({ userId }) =>
        toViewer(db, userId, nowSec).sharedWithMe.map(({ ownerId, kind }) => `${ownerId} ${kind}`),
      );
      for (const { userId, kind, obstacles, receivers } of listShares(db, organisationId, nowSec)) {
        const reached = opened.filter((one) => one === `${userId} ${kind}`).length;
        expect({ kind, reached }).toEqual({ kind, reached: obstacles.length === 0 ? receivers : 0 });
      }
      expect(opened.length).toBeGreaterThan(2);
    }
  });
});

describe('one who stops being multi-user aware', () => {
  it('can change nothing, and finds his shares again when he is aware once more', () => {
    const world = makeWorld();
    save(world, [{ kind: 'history', audience: 'everyone', groupIds: [] }]);
    changeSettings(world, world.ben, { multiUserAware: false });
    expect(reasonOf(() => save(world, []))).toBe('forbidden');
    const [row] = listShares(world.db, world.organisationId, NOW_SEC);
    expect(row).toMatchObject({ kind: 'history', audience: 'everyone', obstacles: ['not-aware'] });
    changeSettings(world, world.ben, { multiUserAware: true });
    expect(shareOf(world, 'history')).toMatchObject({ audience: 'everyone', obstacles: [] });
  });
});

describe("the administrator's overview", () => {
  it('has every share with its group, and the receivers whom the master switch keeps from hearing', () => {
    const world = makeWorld();
    changeSettings(world, world.carla, { replay: true });
    const calls = (userId: string) =>
      save(world, [{ kind: 'call', audience: 'groups', groupIds: [world.sales] }], userId);
    calls(world.ben);
    calls(world.dave);
    expect(listShares(world.db, world.organisationId, NOW_SEC)).toMatchObject([
      { name: 'ben', receivers: 1, receiversWithoutReplay: 0, obstacles: ['feature-off'] },
      // Dave is in the group no more, and shares with it all the same: with Ben, who may hear no call, and Carla.
      { name: 'dave', receivers: 2, receiversWithoutReplay: 1, groups: [{ name: 'Sales' }] },
    ]);
    const other = addOrganisation(world.db, 'Elsewhere', 'eve');
    expect(listShares(world.db, other.organisationId, NOW_SEC)).toEqual([]);
  });

  it('ends a share, once, and the trail says whose and what it was', () => {
    const world = makeWorld();
    const { db, actor, organisationId, ben } = world;
    save(world, [{ kind: 'voicemail', audience: 'groups', groupIds: [world.sales] }]);
    endShare(db, actor, organisationId, ben, 'voicemail');
    expect(listShares(db, organisationId, NOW_SEC)).toEqual([]);
    expect(newestEntries(db, 1)).toMatchObject([
      {
        action: 'End sharing',
        details: {
          name: 'ben',
          kind: 'voicemail',
          before: { audience: 'groups', groups: [{ name: 'Sales' }] },
        },
      },
    ]);
    expect(reasonOf(() => endShare(db, actor, organisationId, ben, 'voicemail'))).toBe('not-found');
    const other = addOrganisation(db, 'Elsewhere', 'eve');
    save(world, [{ kind: 'voicemail', audience: 'everyone', groupIds: [] }]);
    const foreign = () => endShare(db, other.actor, other.organisationId, ben, 'voicemail');
    expect(reasonOf(foreign)).toBe('not-found');
  });
});
