import { expect, test } from 'vitest';
import type { RecordingFacts } from '../policy/viewer';
import { createGroup } from './groups';
import { makeLedger, personOf } from './ledger.test-support';
import { toProspects } from './prospects';
import { createUser } from './users';
import { readViewers } from './viewer-book';
import { toViewer } from './viewers';

const always = { fromSec: null, untilSec: null };

function voicemailOf(owner: string, startedAtSec = 1000): RecordingFacts {
  return {
    organisationId: 1,
    kind: 'voicemail',
    direction: 'inbound',
    startedAtSec,
    extensions: [owner],
    owner,
    groups: [],
    lines: [],
    accountCodes: [],
    wasUnavailable: false,
    hasScreen: false,
    isHeld: false,
    isRetentionLocked: false,
    isDeleted: false,
  };
}

function makePeople() {
  const ledger = makeLedger();
  const { db, actor, organisationId } = ledger;
  const aware = { ...personOf('x').settings, multiUserAware: true };
  const ann = createUser(db, actor, organisationId, personOf('ann'));
  const bob = createUser(db, actor, organisationId, {
    ...personOf('bob', { settings: aware }),
    extensions: [{ extension: '201', fromSec: null, untilSec: 5000 }],
  });
  const sales = createGroup(db, actor, organisationId, {
    name: 'Sales',
    extension: '700',
    members: [
      { userId: ann, ...always },
      { userId: bob, fromSec: 2000, untilSec: null },
    ],
  });
  return { ...ledger, ann, bob, sales };
}

function letExtension(db: ReturnType<typeof makeLedger>['db'], organisationId: number, voicemail: number) {
  db.run('INSERT OR REPLACE INTO extension_feature VALUES (?, ?, ?, 0, 0)', [
    organisationId,
    '201',
    voicemail,
  ]);
}

test('the groups of a recording are those of its numbers, and those whose members had one, while they were members', () => {
  const { db, organisationId, sales } = makePeople();
  const groupsOf = (told: Partial<RecordingFacts>) =>
    toProspects(db, organisationId).listGroups({ ...voicemailOf('999'), kind: 'call', ...told });
  expect(groupsOf({})).toEqual([]);
  expect(groupsOf({ groups: ['700'] })).toMatchObject([{ groupId: sales.groupId, extension: '700' }]);
  expect(groupsOf({ extensions: ['201'] })).toMatchObject([
    { memberHoldings: [{ extension: '201', fromSec: 2000, untilSec: 5000 }] },
  ]);
});

test('a voicemail can be shared by whoever had its extension then, once the extension has voicemail', () => {
  const { db, organisationId, ann, bob } = makePeople();
  const sharers = (atSec: number, who = ann) =>
    toProspects(db, organisationId, 3000).listSharers(toViewer(db, who), voicemailOf('201', atSec));
  expect(sharers(1000)).toEqual([]);
  letExtension(db, organisationId, 1);
  expect(sharers(1000)).toMatchObject([{ ownerId: bob, ownerName: 'bob', kind: 'voicemail' }]);
  expect(sharers(5000)).toEqual([]);
  // Nobody shares with himself.
  expect(sharers(1000, bob)).toEqual([]);
});

test('nobody can share with one who is in no group and has no voicemail', () => {
  const { db, organisationId, actor } = makePeople();
  letExtension(db, organisationId, 1);
  const carl = createUser(db, actor, organisationId, personOf('carl'));
  const sharers = toProspects(db, organisationId, 3000).listSharers(toViewer(db, carl), voicemailOf('201'));
  expect(sharers).toEqual([]);
});

test('everybody of the organisation is read, in order of names, each as the policy sees him alone', async () => {
  const { db, organisationId, ann } = makePeople();
  const people = await readViewers(db, organisationId);
  expect(people.map((one) => one.name)).toEqual(['ada', 'ann', 'bob']);
  expect(people[1]?.viewer).toEqual(toViewer(db, ann));
});
