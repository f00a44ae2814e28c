import { beforeEach, describe, expect, it } from 'vitest';
import type { SharedKind } from '../../shared/model';
import { SHARED_KINDS } from '../../shared/model';
import type { GroupInput, PersonInput } from '../../shared/people';
import type { ShareChoice } from '../../shared/shares';
import { DEFAULT_USER_SETTINGS } from '../../shared/user-settings';
import { setExtensionFeatures } from './extension-features';
import { changeGroup, createGroup, getGroup, removeGroup } from './groups';
import type { TestLedger } from './ledger.test-support';
import { addOrganisation, makeLedger, personOf } from './ledger.test-support';
import { getSharing, saveSharing } from './shares';
import { changeUser, createUser, getUser } from './users';
import { toViewer } from './viewers';

const NOW_SEC = 1_800_000_000;
const ALL_FEATURES = { voicemail: true, fax: true, callRecording: true };
const aware = { ...DEFAULT_USER_SETTINGS, portal: true, multiUserAware: true };

let ledger: TestLedger;
let ann: string;
let bob: string;

const add = (name: string, changed: Partial<PersonInput> = {}) =>
  createUser(ledger.db, ledger.actor, ledger.organisationId, personOf(name, changed));
const always = (extension: string) => ({ extension, fromSec: null, untilSec: null });
const features = (extension: string, given: Partial<typeof ALL_FEATURES>) =>
  setExtensionFeatures(ledger.db, ledger.actor, ledger.organisationId, [
    { extension, voicemail: false, fax: false, callRecording: false, ...given },
  ]);
const share = (userId: string, ...shares: readonly ShareChoice[]) => {
  const { revision } = getSharing(ledger.db, ledger.organisationId, userId);
  saveSharing(ledger.db, ledger.actor, ledger.organisationId, userId, { revision, shares });
};
const withEveryone = (kind: SharedKind): ShareChoice => ({ kind, audience: 'everyone', groupIds: [] });
const withGroup = (kind: SharedKind, ...groupIds: string[]): ShareChoice => ({
  kind,
  audience: 'groups',
  groupIds,
});
const group = (...members: GroupInput['members']) =>
  createGroup(ledger.db, ledger.actor, ledger.organisationId, { name: 'Team', extension: '700', members })
    .groupId;
const change = (userId: string, changed: Partial<PersonInput>) => {
  const { revision, name, signInName, email, profile, isActive, settings } = getUser(
    ledger.db,
    ledger.organisationId,
    userId,
  );
  const person = { name, signInName, email, profile, isActive, settings, extensions: [always('201')] };
  changeUser(ledger.db, ledger.actor, ledger.organisationId, userId, revision, { ...person, ...changed });
};
const sharedWith = (userId: string, nowSec = NOW_SEC) => toViewer(ledger.db, userId, nowSec).sharedWithMe;
const kindsFor = (userId: string, nowSec?: number) => sharedWith(userId, nowSec).map((each) => each.kind);

beforeEach(() => {
  ledger = makeLedger();
  ann = add('ann', { extensions: [always('201')], settings: aware });
  bob = add('bob', { extensions: [always('202')] });
  features('201', ALL_FEATURES);
  features('202', { voicemail: true });
});

describe('a share with everyone', () => {
  beforeEach(() => share(ann, ...SHARED_KINDS.map(withEveryone)));

  it('reaches whoever has an extension with voicemail, and not its owner', () => {
    expect(kindsFor(bob)).toEqual([...SHARED_KINDS]);
    expect(sharedWith(bob)[0]).toEqual({
      ownerId: ann,
      ownerName: 'ann',
      kind: 'call',
      holdings: [always('201')],
    });
    expect(kindsFor(ann)).toEqual([]);
  });

  it('does not reach one whose extension has no voicemail, or who has none', () => {
    expect(kindsFor(add('carl'))).toEqual([]);
    expect(kindsFor(add('dora', { extensions: [always('204')] }))).toEqual([]);
    features('202', { fax: true, callRecording: true });
    expect(kindsFor(bob)).toEqual([]);
  });

  it('reaches him while he has that extension, from its first second until before its last', () => {
    const eve = add('eve', { extensions: [{ extension: '205', fromSec: 100, untilSec: 200 }] });
    features('205', { voicemail: true });
    expect([99, 100, 199, 200].map((sec) => kindsFor(eve, sec).length)).toEqual([0, 5, 5, 0]);
  });

  it('ends where its owner stops being multi-user aware or is deactivated, and comes back with him', () => {
    change(ann, { settings: { ...aware, multiUserAware: false } });
    expect(kindsFor(bob)).toEqual([]);
    change(ann, { settings: aware, isActive: false });
    expect(kindsFor(bob)).toEqual([]);
    change(ann, { settings: aware, isActive: true });
    expect(kindsFor(bob)).toHaveLength(5);
  });

  it('does not cross to another organisation, also where the numbers are the same', () => {
    const other = addOrganisation(ledger.db, 'Elsewhere', 'zed');
    const stranger = createUser(
      ledger.db,
      other.actor,
      other.organisationId,
      personOf('stranger', { extensions: [always('202')] }),
    );
    setExtensionFeatures(ledger.db, other.actor, other.organisationId, [
      { extension: '202', ...ALL_FEATURES },
    ]);
    expect(kindsFor(stranger)).toEqual([]);
  });
});

describe('of each kind', () => {
  it('only what an extension with its feature owns is shared', () => {
    share(ann, ...SHARED_KINDS.map(withEveryone));
    features('201', { voicemail: true });
    expect(kindsFor(bob)).toEqual(['voicemail', 'unavailableVoicemail', 'history']);
    features('201', { fax: true });
    expect(kindsFor(bob)).toEqual(['fax', 'history']);
    features('201', { callRecording: true });
    expect(kindsFor(bob)).toEqual(['call', 'history']);
    features('201', {});
    expect(kindsFor(bob)).toEqual(['history']);
  });

  it('the extensions that lack the feature are left out, and those that were hers once are not', () => {
    const old = { extension: '211', fromSec: 10, untilSec: 20 };
    change(ann, { extensions: [always('201'), old, always('221')] });
    features('211', ALL_FEATURES);
    share(ann, withEveryone('fax'));
    expect(sharedWith(bob).map((each) => each.holdings)).toEqual([[always('201'), old]]);
  });

  it('what is not chosen is not shared', () => {
    share(ann, withEveryone('fax'));
    expect(kindsFor(bob)).toEqual(['fax']);
    share(ann);
    expect(kindsFor(bob)).toEqual([]);
  });
});

describe('a share with some users only', () => {
  it('reaches who is a member of a chosen group at this moment, whatever he has himself', () => {
    const carl = add('carl');
    const groupId = group({ userId: carl, fromSec: 100, untilSec: 200 });
    share(ann, withGroup('voicemail', groupId));
    expect([99, 100, 199, 200].map((sec) => kindsFor(carl, sec))).toEqual([
      [],
      ['voicemail'],
      ['voicemail'],
      [],
    ]);
    expect(kindsFor(bob)).toEqual([]);
  });

  it('ends with the group, and a group made again under the same name does not bring it back', () => {
    const groupId = group({ userId: bob, fromSec: null, untilSec: null });
    share(ann, withGroup('call', groupId));
    expect(kindsFor(bob)).toEqual(['call']);
    removeGroup(ledger.db, ledger.actor, ledger.organisationId, groupId);
    expect(kindsFor(bob)).toEqual([]);
    group({ userId: bob, fromSec: null, untilSec: null });
    expect(kindsFor(bob)).toEqual([]);
  });

  it('stays where the group is renamed, and ends for one who is taken out of it', () => {
    const groupId = group({ userId: bob, fromSec: null, untilSec: null });
    share(ann, withGroup('call', groupId));
    const save = (changed: Partial<GroupInput>) => {
      const { revision, name, extension, members } = getGroup(ledger.db, ledger.organisationId, groupId);
      changeGroup(ledger.db, ledger.actor, ledger.organisationId, groupId, revision, {
        ...{ name, extension, members },
        ...changed,
      });
    };
    save({ name: 'Crew' });
    expect(kindsFor(bob)).toEqual(['call']);
    save({ members: [] });
    expect(kindsFor(bob)).toEqual([]);
  });
});

describe('the time for which it holds', () => {
  it('is bounded by the nearest moments at which the person’s own extensions or memberships change', () => {
    const carl = add('carl', { extensions: [{ extension: '203', fromSec: 50, untilSec: 400 }] });
    group({ userId: carl, fromSec: 100, untilSec: 200 });
    const during = (sec: number) => {
      const { fromSec, untilSec } = toViewer(ledger.db, carl, sec).sharedDuring;
      return [fromSec, untilSec];
    };
    expect([0, 50, 99, 100, 250, 400].map(during)).toEqual([
      [null, 50],
      [50, 100],
      [50, 100],
      [100, 200],
      [200, 400],
      [400, null],
    ]);
    expect(toViewer(ledger.db, bob, NOW_SEC).sharedDuring).toEqual({ fromSec: null, untilSec: null });
  });
});
