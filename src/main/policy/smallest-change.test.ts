import { describe, expect, test } from 'vitest';
import type { Action } from '../../shared/model';
import type { Prospects } from './directory';
import { facts, holding, person } from './people.test-support';
import { findSmallestChange } from './smallest-change';
import type { RecordingFacts, Viewer } from './viewer';

const NOBODY: Prospects = { listGroups: () => [], listSharers: () => [] };
const call = facts({ extensions: ['201'], groups: ['700'], lines: ['0930'], accountCodes: ['4711'] });

function proposed(
  viewer: Viewer,
  action: Action,
  recording: RecordingFacts = call,
  prospects: Prospects = NOBODY,
) {
  return findSmallestChange({ viewer, facts: recording }, action, prospects)?.map(({ change }) => change);
}

const hearing = { replay: true, replayOwn: true } as const;

describe('what is not allowed', () => {
  test('needs one switch where one switch is off', () => {
    const ann = person({ settings: hearing, holdings: [holding('201')] });
    expect(proposed(ann, 'play', { ...call, direction: 'outbound' })).toEqual([
      { change: 'setting', setting: 'viewOutbound', isOn: true },
    ]);
    expect(proposed(ann, 'download')).toEqual([{ change: 'setting', setting: 'download', isOn: true }]);
  });

  test('is given by the number that gives least: an account code before an extension, a group or a line', () => {
    const ann = person({ settings: hearing });
    expect(proposed(ann, 'play')).toEqual([{ change: 'otherNumber', number: '4711', isOn: true }]);
    expect(proposed(ann, 'play', { ...call, accountCodes: [] })).toEqual([
      { change: 'otherNumber', number: '201', isOn: true },
    ]);
    expect(proposed(ann, 'play', { ...call, accountCodes: [], extensions: [] })).toEqual([
      { change: 'otherNumber', number: '700', isOn: true },
    ]);
  });

  test('is never given by a number that would make the list too long, or that the list would read as two', () => {
    const others = '1'.repeat(125);
    const ann = person({ settings: { ...hearing, replayOthers: others }, otherNumbers: [others] });
    const short = { ...call, accountCodes: ['47;11'], groups: [], lines: ['0930'] };
    expect(proposed(ann, 'play', short)).toEqual([{ change: 'line', number: '0930', isOn: true }]);
  });

  test('takes every gate that is closed, and no other, from nothing at all to what is asked', () => {
    const nobody = person({ settings: { portal: false }, isActive: false });
    const outbound = { ...call, direction: 'outbound' as const };
    expect(proposed(nobody, 'download', outbound)).toEqual([
      { change: 'active', isOn: true },
      { change: 'setting', setting: 'portal', isOn: true },
      { change: 'setting', setting: 'replay', isOn: true },
      { change: 'setting', setting: 'replayOwn', isOn: true },
      { change: 'setting', setting: 'viewOutbound', isOn: true },
      { change: 'setting', setting: 'download', isOn: true },
      { change: 'otherNumber', number: '4711', isOn: true },
    ]);
  });

  test('says who can make each change', () => {
    const closed = person({ settings: { ...hearing, portal: false }, holdings: [holding('201')] });
    expect(findSmallestChange({ viewer: closed, facts: call }, 'play', NOBODY)).toMatchObject([
      { madeBy: 'administratorWithSecurity' },
    ]);
    const mail = facts({ kind: 'voicemail', owner: '201', extensions: ['201'] });
    expect(findSmallestChange({ viewer: person(), facts: mail }, 'play', NOBODY)).toEqual([
      {
        change: { change: 'right', right: 'mediaManagerAdministrator', isOn: true },
        madeBy: 'webControlSecurity',
      },
    ]);
  });

  test('comes through a group only where a group gives less than a line', () => {
    const sales = { groupId: 'g1', extension: '700', withMembers: false, memberHoldings: [holding('205')] };
    const groups: Prospects = { ...NOBODY, listGroups: () => [sales] };
    const ann = person({ settings: hearing });
    const long = '7'.repeat(126);
    const full = person({ settings: { ...hearing, replayOthers: long }, otherNumbers: [long] });
    expect(proposed(ann, 'play', { ...call, accountCodes: [], extensions: [] }, groups)).toEqual([
      { change: 'group', groupId: 'g1', number: '700', isOn: true, withMembers: false, wasChosen: false },
    ]);
    expect(proposed(full, 'play', facts({ extensions: ['205'], lines: ['0930'] }), groups)).toEqual([
      { change: 'group', groupId: 'g1', number: '700', isOn: true, withMembers: true, wasChosen: false },
    ]);
  });

  test('is shared by its owner rather than opened by a service right', () => {
    const mail = facts({ kind: 'voicemail', owner: '201', extensions: ['201'] });
    const share = { ownerId: 'u2', ownerName: 'Bob', kind: 'voicemail', holdings: [holding('201')] } as const;
    const sharing: Prospects = { ...NOBODY, listSharers: () => [share] };
    expect(findSmallestChange({ viewer: person(), facts: mail }, 'play', sharing)).toEqual([
      {
        change: { change: 'share', ownerId: 'u2', ownerName: 'Bob', kind: 'voicemail', isOn: true },
        madeBy: 'sharer',
      },
    ]);
  });

  test('keeps an agent an agent where a switch is enough, and asks the organisation for less before more', () => {
    const agent = (agentAccess: 'none' | 'own' | 'all') =>
      person({
        profile: 'agent',
        settings: { replay: true },
        organisation: { agentAccess },
        holdings: [holding('201')],
      });
    expect(proposed(agent('all'), 'play', { ...call, direction: 'unknown' })).toEqual([
      { change: 'setting', setting: 'viewOutbound', isOn: true },
    ]);
    expect(proposed(agent('none'), 'play')).toEqual([
      { change: 'profileNormal' },
      { change: 'setting', setting: 'replayOwn', isOn: true },
    ]);
  });

  test('has no change where no setting can: another organisation, no screen, a fax that has no download', () => {
    const all = person({ settings: { ...hearing, replayAll: true, viewScreen: true } });
    expect(proposed(all, 'play', { ...call, organisationId: 2 })).toBeUndefined();
    expect(proposed(all, 'seeScreen')).toBeUndefined();
    expect(proposed(all, 'download', facts({ kind: 'fax', owner: '201' }))).toBeUndefined();
  });

  test('is freed of its hold where that alone keeps it from being deleted', () => {
    const all = person({ settings: { ...hearing, replayAll: true, delete: true } });
    expect(proposed(all, 'delete', { ...call, isHeld: true })).toEqual([{ change: 'hold', isOn: false }]);
    // A retention lock is never taken away.
    expect(proposed(all, 'delete', { ...call, isRetentionLocked: true })).toBeUndefined();
  });
});

describe('what is allowed', () => {
  test('ends with the number, group or line that lets it in, and not with the master switch', () => {
    const ann = person({ settings: hearing, otherNumbers: ['201'] });
    expect(proposed(ann, 'play')).toEqual([{ change: 'otherNumber', number: '201', isOn: false }]);
    const bea = person({ settings: hearing, lines: ['0930'] });
    expect(proposed(bea, 'play')).toEqual([{ change: 'line', number: '0930', isOn: false }]);
  });

  test('takes every path away where there are several, or one gate where that takes less', () => {
    const ann = person({ settings: hearing, otherNumbers: ['201', '4711'], lines: ['0930'] });
    expect(proposed(ann, 'play')).toEqual([
      { change: 'otherNumber', number: '201', isOn: false },
      { change: 'otherNumber', number: '4711', isOn: false },
      { change: 'line', number: '0930', isOn: false },
    ]);
    const all = person({ settings: { ...hearing, replayAll: true, download: true } });
    expect(proposed(all, 'download')).toEqual([{ change: 'setting', setting: 'download', isOn: false }]);
    const deleting = person({ settings: { ...hearing, replayAll: true, delete: true } });
    expect(proposed(deleting, 'delete')).toEqual([{ change: 'hold', isOn: true }]);
  });

  test('of an administrator ends with the right', () => {
    expect(proposed(person({ rights: ['mediaManagerAdministrator'] }), 'play')).toEqual([
      { change: 'right', right: 'mediaManagerAdministrator', isOn: false },
    ]);
  });
});
