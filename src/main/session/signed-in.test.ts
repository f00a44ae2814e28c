import { expect, test } from 'vitest';
import type { UserSettings } from '../../shared/user-settings';
import { DEFAULT_USER_SETTINGS } from '../../shared/user-settings';
import { setExtensionFeatures } from '../ledger/extension-features';
import { createGroup } from '../ledger/groups';
import type { TestLedger } from '../ledger/ledger.test-support';
import { makeLedger, personOf } from '../ledger/ledger.test-support';
import { getSharing, saveSharing } from '../ledger/shares';
import type { PersonInput } from '../../shared/people';
import { createUser, getUser } from '../ledger/users';
import { toViewer } from '../ledger/viewers';
import { toSignedIn } from './signed-in';

function mayPlayAnything({ db, organisationId }: TestLedger, userId: string): boolean {
  return toSignedIn(db, getUser(db, organisationId, userId), toViewer(db, userId)).mayPlayAnything;
}

function add(
  ledger: TestLedger,
  name: string,
  settings: Partial<UserSettings>,
  person: Partial<PersonInput> = {},
): string {
  const input = personOf(name, {
    settings: { ...DEFAULT_USER_SETTINGS, portal: true, ...settings },
    ...person,
  });
  return createUser(ledger.db, ledger.actor, ledger.organisationId, input);
}

const extensions = [{ extension: '201', fromSec: null, untilSec: null }];

test('a person is told that nothing can be open to him just where no setting, extension or share opens anything', () => {
  const ledger = makeLedger();
  const may = (settings: Partial<UserSettings>, person?: Partial<PersonInput>) =>
    mayPlayAnything(ledger, add(ledger, `p${Math.random()}`, settings, person));
  expect(may({})).toBe(false);
  expect(may({ replayAll: true, replayOwn: true, replayLines: ['1'] })).toBe(false);
  expect(may({ replay: true, replayOwn: true, replayGroups: [] })).toBe(false);
  expect(may({ replay: true, replayAll: true })).toBe(true);
  expect(may({ replay: true, replayLines: ['1'] })).toBe(true);
  // The voicemails of one's own extension need no setting.
  expect(may({}, { extensions })).toBe(true);
  // To an agent nothing is open that the organisation has not opened to its agents.
  expect(may({ replay: true, replayAll: true }, { profile: 'agent' })).toBe(false);
  expect(mayPlayAnything(ledger, ledger.administratorId)).toBe(true);
});

test('a share opens something to one who has nothing else, and a shared call only to one who may hear calls', () => {
  const ledger = makeLedger();
  const { db, actor, organisationId } = ledger;
  const ann = add(ledger, 'ann', { multiUserAware: true }, { extensions });
  const deaf = add(ledger, 'deaf', {});
  const hearing = add(ledger, 'hearing', { replay: true });
  const members = [deaf, hearing].map((userId) => ({ userId, fromSec: null, untilSec: null }));
  const { groupId } = createGroup(db, actor, organisationId, { name: 'Team', extension: '700', members });
  setExtensionFeatures(db, actor, organisationId, [
    { extension: '201', voicemail: true, fax: false, callRecording: true },
  ]);
  const openTo = (...kinds: readonly ('call' | 'voicemail' | 'history')[]) => {
    const { revision } = getSharing(db, organisationId, ann);
    const shares = kinds.map((kind) => ({ kind, audience: 'groups' as const, groupIds: [groupId] }));
    saveSharing(db, actor, organisationId, ann, { revision, shares });
    return [deaf, hearing].map((userId) => mayPlayAnything(ledger, userId));
  };
  expect(openTo()).toEqual([false, false]);
  expect(openTo('history')).toEqual([false, false]);
  expect(openTo('call')).toEqual([false, true]);
  expect(openTo('voicemail')).toEqual([true, true]);
});
