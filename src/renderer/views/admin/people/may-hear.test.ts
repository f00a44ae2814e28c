import { describe, expect, it } from 'vitest';
import type { PersonInput } from '../../../../shared/people';
import type { ShareRow } from '../../../../shared/shares';
import type { ServiceRight, UserSettings } from '../../../../shared/user-settings';
import { DEFAULT_ORGANISATION_SETTINGS, DEFAULT_USER_SETTINGS } from '../../../../shared/user-settings';
import type { MayHearFacts } from './may-hear';
import { tellWhatMayBeHeard } from './may-hear';
import { NEW_PERSON } from './person-draft';

const GROUPS = [{ groupId: 'g1', name: 'Sales', extension: '700', members: [], revision: 1 }];
const LINES = [{ number: '49301', name: 'Main' }];

function keysOf(
  settings: Partial<UserSettings>,
  person: Partial<PersonInput> = {},
  rights: readonly ServiceRight[] = [],
  organisation = DEFAULT_ORGANISATION_SETTINGS,
) {
  const sentences = tellWhatMayBeHeard({
    person: { ...NEW_PERSON, ...person, settings: { ...DEFAULT_USER_SETTINGS, ...settings } },
    userId: 'u1',
    rights: new Set(rights),
    organisation,
    groups: GROUPS,
    lines: LINES,
    extensions: [],
    shares: [],
    nowSec: 1000,
  });
  return sentences.map((sentence) => sentence.key);
}

const entering = { portal: true, replay: true } as const;

describe('what a person may hear', () => {
  it('is nothing while the person is not active, whatever else is set', () => {
    expect(
      keysOf({ ...entering, replayAll: true }, { isActive: false }, ['mediaManagerAdministrator']),
    ).toEqual(['closed']);
  });

  it('is nothing for one who cannot sign in', () => {
    expect(keysOf({ replay: true, replayAll: true })).toEqual(['cannotSignIn']);
  });

  it('is everything for an administrator, whatever the gates say, but no download without its setting', () => {
    expect(keysOf({}, {}, ['mediaManagerAdministrator'])).toEqual([
      'administrator',
      'administratorOwned',
      'administratorHistory',
      'noDownload',
      'noDelete',
      'changesSettings',
    ]);
  });

  it('says that the master switch closes all', () => {
    expect(keysOf({ portal: true, replayAll: true })).toContain('replayOff');
  });

  it('says that groups and other numbers are closed while own recordings are off', () => {
    const keys = keysOf({
      ...entering,
      replayGroups: [{ groupId: 'g1', withMembers: true }],
      replayOthers: '201',
    });
    expect(keys).toEqual(expect.arrayContaining(['nothing', 'ownOff']));
    expect(keys).not.toContain('groupAndMembers');
  });

  it('names own calls, groups, others and lines, and says that outbound calls are left out', () => {
    const keys = keysOf(
      {
        ...entering,
        replayOwn: true,
        replayGroups: [{ groupId: 'g1', withMembers: true }],
        replayOthers: '201',
        replayLines: ['49301'],
      },
      { extensions: [{ extension: '200', fromSec: null, untilSec: null }] },
    );
    expect(keys).toEqual([
      'own',
      'groupAndMembers',
      'others',
      'lines',
      'noOutbound',
      'ownMail',
      'ownHistory',
      'noDownload',
      'noDelete',
    ]);
  });

  it('gives nothing by a group that was removed', () => {
    expect(
      keysOf({ ...entering, replayOwn: true, replayGroups: [{ groupId: 'gone', withMembers: false }] }),
    ).not.toContain('group');
  });

  it('is what the organisation says for an agent, and nothing wider', () => {
    const own = { ...DEFAULT_ORGANISATION_SETTINGS, agentAccess: 'own' as const };
    expect(keysOf({ ...entering, replayAll: true }, { profile: 'agent' })).toContain('agentNone');
    const keys = keysOf({ ...entering, replayAll: true }, { profile: 'agent' }, [], own);
    expect(keys).toContain('agentOwn');
    expect(keys).toContain('agentClosed');
    expect(keys).not.toContain('all');
  });

  it('speaks of screens where the organisation has them, and says where a setting waits for it', () => {
    const withScreens = { ...DEFAULT_ORGANISATION_SETTINGS, screenRecordings: true };
    const screen = { ...entering, replayAll: true, viewScreen: true };
    expect(keysOf(screen)).toContain('screenClosed');
    expect(keysOf(screen, {}, [], withScreens)).toContain('screen');
    expect(keysOf({ ...entering, replayAll: true }, {}, [], withScreens)).toContain('noScreen');
  });

  it('names what service rights give besides, each by itself', () => {
    expect(keysOf({}, {}, ['mediaManagerStandard', 'webControlSecurity', 'managementApiRead'])).toEqual(
      expect.arrayContaining(['readsSettings', 'changesSecurity', 'commandLine']),
    );
    expect(keysOf({ portal: true, callReporting: true })).toContain('reportsClosed');
  });
});

describe('what is shared with a person', () => {
  const share: ShareRow = {
    userId: 'u2',
    name: 'Bob',
    kind: 'voicemail',
    audience: 'groups',
    groupIds: ['g1'],
    groups: [{ groupId: 'g1', name: 'Sales' }],
    obstacles: [],
    closedExtensions: [],
    receivers: 1,
    receiversWithoutReplay: null,
  };
  const member = { userId: 'u1', fromSec: 500, untilSec: 2000 };
  const voicemail = { extension: '200', voicemail: true, fax: false, callRecording: false, holder: null };

  function sharedWith(told: Partial<MayHearFacts>, person: Partial<PersonInput> = {}) {
    const sentences = tellWhatMayBeHeard({
      userId: 'u1',
      person: { ...NEW_PERSON, ...person, settings: { ...DEFAULT_USER_SETTINGS, ...entering } },
      rights: new Set(),
      organisation: DEFAULT_ORGANISATION_SETTINGS,
      groups: [{ ...GROUPS[0]!, members: [member] }],
      lines: LINES,
      extensions: [voicemail],
      shares: [share],
      nowSec: 1000,
      ...told,
    });
    return sentences.flatMap((one) => (one.key === 'shared' ? [[one.kind, ...one.items]] : []));
  }

  it('is told with its kind and with who shares it, while he is a member', () => {
    expect(sharedWith({})).toEqual([['voicemail', 'Bob']]);
    expect(sharedWith({ nowSec: 2000 })).toEqual([]);
    expect(sharedWith({ userId: 'u2' })).toEqual([]);
    expect(sharedWith({ rights: new Set(['mediaManagerAdministrator']) })).toEqual([]);
  });

  it('is nothing where something stands in its way', () => {
    expect(sharedWith({ shares: [{ ...share, obstacles: ['not-aware'] }] })).toEqual([]);
    // That nobody receives it yet is what this page may change.
    expect(sharedWith({ shares: [{ ...share, obstacles: ['nobody-there'] }] })).toHaveLength(1);
  });

  it('with everyone reaches who has an extension with voicemail now', () => {
    const shares = [{ ...share, audience: 'everyone' as const, groups: [], groupIds: [] }];
    const having = (fromSec: number | null) => ({
      extensions: [{ extension: '200', fromSec, untilSec: null }],
    });
    expect(sharedWith({ shares })).toEqual([]);
    expect(sharedWith({ shares }, having(null))).toHaveLength(1);
    expect(sharedWith({ shares }, having(1001))).toEqual([]);
    expect(sharedWith({ shares, extensions: [{ ...voicemail, voicemail: false }] }, having(null))).toEqual(
      [],
    );
  });

  it('adds no calls for an agent, whom no share lets hear more', () => {
    const shares = [{ ...share, kind: 'call' as const }];
    expect(sharedWith({ shares })).toHaveLength(1);
    expect(sharedWith({ shares }, { profile: 'agent' })).toEqual([]);
  });
});
