import { describe, expect, it } from 'vitest';
import type { PersonInput } from '../../../../shared/people';
import type { ServiceRight, UserSettings } from '../../../../shared/user-settings';
import { DEFAULT_ORGANISATION_SETTINGS, DEFAULT_USER_SETTINGS } from '../../../../shared/user-settings';
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
    rights: new Set(rights),
    organisation,
    groups: GROUPS,
    lines: LINES,
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
      'noDownload',
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
      'noDownload',
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
    expect(keys).not.toContain('all');
  });
});
