import { expect, test } from 'vitest';
import { STEP_REASONS } from '../../shared/step-reasons';
import { defaultSettingsOf, toOtherNumbers } from '../../shared/user-settings';
import { facts, holding, person } from './people.test-support';
import type { Told } from './people.test-support';
import { decide } from './rules';

const hears = (told: Told, recording: Parameters<typeof facts>[0]) =>
  decide(person(told), 'play', facts(recording)).allowed;
const own = { replay: true, replayOwn: true } as const;

test('a person with no setting hears nothing', () => {
  expect(hears({ holdings: [holding('201')] }, { extensions: ['201'] })).toBe(false);
});

test('an extension in other digits, or with a zero before it, is another number', () => {
  const ann = { settings: own, holdings: [holding('201')] };
  expect(hears(ann, { extensions: ['201'] })).toBe(true);
  for (const other of ['２０１', '٢٠١', '0201', '2010', '20', ' 201', '201 ', '2?1', '20*']) {
    expect(hears(ann, { extensions: [other] }), other).toBe(false);
    expect(hears({ settings: own, holdings: [holding(other)] }, { extensions: ['201'] }), other).toBe(false);
  }
});

test('a number that is extension, group, line and account code is heard by whoever may hear one of these, in that part only', () => {
  const asWhat = [
    { extensions: ['555'] },
    { groups: ['555'] },
    { lines: ['555'] },
    { accountCodes: ['555'] },
  ] as const;
  const heard = (told: Told) => asWhat.map((recording) => hears(told, recording));
  const group = { groupId: 'g', extension: '555', withMembers: false, memberHoldings: [] };
  expect(heard({ settings: own, otherNumbers: ['555'] })).toEqual([true, true, true, true]);
  expect(heard({ settings: own, holdings: [holding('555')] })).toEqual([true, false, false, false]);
  expect(heard({ settings: own, groups: [group] })).toEqual([true, true, false, false]);
  expect(heard({ settings: { replay: true }, lines: ['555'] })).toEqual([false, false, true, false]);
});

test('a period begins with its first second and ends before its last', () => {
  const ann = { settings: own, holdings: [holding('201', 100, 200)] };
  const bob = { settings: own, holdings: [holding('201', 200, null)] };
  const heardAt = (who: Told, sec: number) => hears(who, { extensions: ['201'], startedAtSec: sec });
  expect([99, 100, 199, 200].map((sec) => heardAt(ann, sec))).toEqual([false, true, true, false]);
  expect([99, 100, 199, 200].map((sec) => heardAt(bob, sec))).toEqual([false, false, false, true]);
});

test('calls of a member count while he was one, and only where the group is chosen with its members', () => {
  const group = {
    groupId: 'g',
    extension: '700',
    withMembers: true,
    memberHoldings: [holding('301', 100, 200)],
  };
  const heardAt = (withMembers: boolean, sec: number) =>
    hears({ settings: own, groups: [{ ...group, withMembers }] }, { extensions: ['301'], startedAtSec: sec });
  expect([99, 100, 199, 200].map((sec) => heardAt(true, sec))).toEqual([false, true, true, false]);
  expect(heardAt(false, 150)).toBe(false);
});

test('a group that was removed and made again under the same number is not chosen any more', () => {
  // The ledger gives the policy the chosen groups that still exist, by id; the number alone opens nothing.
  const stored = { ...own, replayGroups: [{ groupId: 'old', withMembers: true }] };
  expect(hears({ settings: stored, groups: [] }, { groups: ['700'], extensions: ['700'] })).toBe(false);
});

test('the list of other numbers drops empty entries and keeps whole numbers', () => {
  const otherNumbers = toOtherNumbers(';;201; ;0202;201');
  expect(otherNumbers).toEqual(['201', '0202']);
  const who = { settings: own, otherNumbers };
  expect(hears(who, { extensions: ['201'] })).toBe(true);
  expect(hears(who, { extensions: ['202'] })).toBe(false);
  expect(hears(who, {})).toBe(false);
});

test('groups and other numbers that are stored have no effect while own is off, and lines do', () => {
  const group = { groupId: 'g', extension: '700', withMembers: true, memberHoldings: [holding('301')] };
  const who: Told = {
    settings: { replay: true },
    holdings: [holding('201')],
    groups: [group],
    otherNumbers: ['555'],
    lines: ['099'],
  };
  for (const recording of [
    { extensions: ['201'] },
    { groups: ['700'] },
    { extensions: ['301'] },
    { accountCodes: ['555'] },
  ]) {
    expect(hears(who, recording)).toBe(false);
    expect(hears({ ...who, settings: own }, recording)).toBe(true);
  }
  expect(hears(who, { lines: ['099'] })).toBe(true);
});

test('nothing crosses to another organisation, not even for an administrator', () => {
  const administrator = person({
    rights: ['mediaManagerAdministrator'],
    settings: { replay: true, replayAll: true, delete: true },
  });
  for (const action of ['list', 'play', 'delete'] as const) {
    expect(decide(administrator, action, facts({ organisationId: 2 })).allowed).toBe(false);
    expect(decide(administrator, action, facts()).allowed).toBe(true);
  }
});

test('an agent hears what the organisation lets agents hear, and no setting of his widens it', () => {
  const settings = { ...own, replayAll: true, viewOutbound: true };
  const agent = (agentAccess: 'none' | 'own' | 'all'): Told => ({
    profile: 'agent',
    settings,
    organisation: { agentAccess },
    holdings: [holding('201')],
    lines: ['099'],
    otherNumbers: ['555'],
  });
  const heard = (told: Told) =>
    [{ extensions: ['201'] }, { lines: ['099'] }, { extensions: ['555'] }, {}].map((recording) =>
      hears(told, recording),
    );
  expect(heard(agent('none'))).toEqual([false, false, false, false]);
  expect(heard(agent('own'))).toEqual([true, false, false, false]);
  expect(heard(agent('all'))).toEqual([true, true, true, true]);
});

test('outbound and unknown directions need their setting; internal calls do not', () => {
  const heard = (viewOutbound: boolean) =>
    (['inbound', 'outbound', 'internal', 'unknown'] as const).map((direction) =>
      hears(
        { settings: { ...own, viewOutbound }, holdings: [holding('201')] },
        { direction, extensions: ['201'] },
      ),
    );
  expect(heard(false)).toEqual([true, false, true, false]);
  expect(heard(true)).toEqual([true, true, true, true]);
});

test('of an internal, a transferred and a conference call each who took part hears it', () => {
  for (const extensions of [
    ['201', '202'],
    ['201', '202', '203'],
    ['201', '202', '203', '204', '205'],
  ]) {
    for (const extension of extensions) {
      expect(
        hears({ settings: own, holdings: [holding(extension)] }, { direction: 'internal', extensions }),
      ).toBe(true);
    }
    expect(hears({ settings: own, holdings: [holding('299')] }, { direction: 'internal', extensions })).toBe(
      false,
    );
  }
});

test('a voicemail is its owner’s and the administrator’s, whatever else anybody may hear', () => {
  const message = { kind: 'voicemail', owner: '201', extensions: ['201', '202'] } as const;
  const everything = { ...own, replayAll: true, viewOutbound: true, download: true, viewScreen: true };
  expect(hears({ settings: everything, holdings: [holding('202')], otherNumbers: ['201'] }, message)).toBe(
    false,
  );
  expect(hears({ holdings: [holding('201')] }, message)).toBe(true);
  expect(hears({ rights: ['mediaManagerAdministrator'] }, message)).toBe(true);
  expect(hears({ rights: ['mediaManagerStandard'], organisation: { standardHears: 'all' } }, message)).toBe(
    false,
  );
});

test('no right implies download, delete or the screen', () => {
  const rights = ['mediaManagerAdministrator'] as const;
  const recording = facts({ hasScreen: true });
  const organisation = { screenRecordings: true };
  for (const [action, setting] of [
    ['download', 'download'],
    ['delete', 'delete'],
    ['seeScreen', 'viewScreen'],
  ] as const) {
    const may = (settings: Told['settings']) =>
      decide(person({ rights, organisation, ...(settings ? { settings } : {}) }), action, recording).allowed;
    expect([
      may({}),
      may({ replay: true }),
      may({ [setting]: true }),
      may({ replay: true, [setting]: true }),
    ]).toEqual([false, false, false, true]);
  }
});

test('what is held or under a retention lock is deleted by nobody', () => {
  const who = person({ rights: ['mediaManagerAdministrator'], settings: { replay: true, delete: true } });
  expect(decide(who, 'delete', facts()).allowed).toBe(true);
  expect(decide(who, 'delete', facts({ isHeld: true })).allowed).toBe(false);
  expect(decide(who, 'delete', facts({ isRetentionLocked: true })).allowed).toBe(false);
});

test('a person who may not sign in may nothing, and says why', () => {
  const everything = { replay: true, replayAll: true } as const;
  const reason = (told: Told) =>
    decide(person(told), 'play', facts()).steps.find((step) => !step.passed)?.reason;
  expect(reason({ settings: { ...everything, portal: false } })).toBe('noWayIn');
  expect(reason({ settings: everything, isActive: false })).toBe('notActive');
  expect(
    reason({ settings: { ...everything, portal: false }, rights: ['webControlSecurity'] }),
  ).toBeUndefined();
  expect(reason({ settings: { ...everything, portal: false }, rights: ['voicemailProAdministrator'] })).toBe(
    'noWayIn',
  );
});

test('the nominee hears outbound calls as he starts, once he has a scope', () => {
  const settings = { ...defaultSettingsOf('nominee'), replayOwn: true, portal: true };
  const told = { profile: 'nominee', settings, holdings: [holding('201')] } as const;
  expect(hears(told, { direction: 'outbound', extensions: ['201'] })).toBe(true);
});

test('an explanation names the setting that denied, and its sentence has a word for each of its details', () => {
  const ann = person({ settings: own, holdings: [holding('201')] });
  const { allowed, steps } = decide(ann, 'play', facts({ direction: 'outbound', extensions: ['201'] }));
  expect(allowed).toBe(false);
  expect(steps.filter((step) => !step.passed)).toEqual([
    { name: 'outbound', passed: false, reason: 'outboundOff', setting: 'viewOutbound', value: 'off' },
  ]);
  expect(steps.map((step) => step.name)).toEqual([
    'organisation',
    'signIn',
    'kind',
    'master',
    'scope',
    'outbound',
  ]);
  for (const step of steps) {
    const placeholders = [...STEP_REASONS[step.reason].matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(Object.keys(step.details ?? {})).toEqual(expect.arrayContaining(placeholders));
  }
});
