import { expect, it } from 'vitest';
import { changeCallReporting, readCallReporting } from './call-reporting';
import { policyEpoch } from './epoch';
import { changeExtensions, readExtensions } from './extension-features';
import { addOrganisation, appErrorOf, makeLedger, newestEntries, personOf } from './ledger.test-support';
import { changeLines, readLines } from './lines';
import { changeOrganisation, getOrganisation } from './organisations';
import { createUser } from './users';

const held = (extension: string, fromSec: number | null = null, untilSec: number | null = null) => ({
  extension,
  fromSec,
  untilSec,
});

it('an extension is listed that somebody has or had, or that has a feature, with who has it now', () => {
  const { db, actor, organisationId } = makeLedger();
  createUser(
    db,
    actor,
    organisationId,
    personOf('ann', { extensions: [held('201'), held('202', null, 100)] }),
  );
  createUser(db, actor, organisationId, personOf('bob', { extensions: [held('202', 100)] }));
  createUser(db, actor, organisationId, personOf('cay', { extensions: [held('203', null, 100)] }));
  const other = addOrganisation(db, 'Elsewhere', 'eve');
  createUser(db, other.actor, other.organisationId, personOf('fay', { extensions: [held('999')] }));
  const { revision } = readExtensions(db, organisationId);
  const epoch = policyEpoch(db);
  const saved = changeExtensions(db, actor, organisationId, {
    revision,
    extensions: [
      { extension: '201', voicemail: true, fax: false, callRecording: false },
      { extension: '300', voicemail: false, fax: true, callRecording: true },
    ],
  });
  const none = { voicemail: false, fax: false, callRecording: false };
  expect(saved.extensions).toEqual([
    { ...none, extension: '201', holder: 'ann', voicemail: true },
    { ...none, extension: '202', holder: 'bob' },
    { ...none, extension: '203', holder: null },
    { extension: '300', holder: null, voicemail: false, fax: true, callRecording: true },
  ]);
  expect(policyEpoch(db)).toBeGreaterThan(epoch);
  expect(readExtensions(db, other.organisationId).extensions).toEqual([
    { ...none, extension: '999', holder: 'fay' },
  ]);
  expect(newestEntries(db, 1)).toMatchObject([
    {
      action: 'Change extensions',
      details: { before: { '201': { voicemail: false } }, after: { '201': { voicemail: true } } },
    },
  ]);
});

it('features, lines, organisation and call reporting are not saved over what somebody else saved', () => {
  const { db, actor, organisationId, administratorId } = makeLedger();
  const given = { extension: '201', voicemail: true, fax: false, callRecording: false };
  const features = readExtensions(db, organisationId);
  changeExtensions(db, actor, organisationId, { ...features, extensions: [given] });
  const lines = readLines(db, organisationId);
  changeLines(db, actor, organisationId, { ...lines, lines: [{ number: '1', name: 'One' }] });
  const organisation = getOrganisation(db, organisationId);
  const reporting = readCallReporting(db, organisationId);
  const people = [{ userId: administratorId, callReporting: true }];
  changeCallReporting(db, actor, organisationId, { ...reporting, isAvailable: true, people });
  for (const again of [
    () => changeExtensions(db, actor, organisationId, { ...features, extensions: [] }),
    () => changeLines(db, actor, organisationId, { ...lines, lines: [] }),
    () => changeOrganisation(db, actor, organisationId, organisation.revision, organisation),
    () => changeCallReporting(db, actor, organisationId, { ...reporting, people: [] }),
  ])
    expect(appErrorOf(again).reason).toBe('stale-edit');
  expect(readLines(db, organisationId).lines).toHaveLength(1);
  expect(getOrganisation(db, organisationId).settings.callReporting).toBe(true);
});

it('who configures call reporting changes that alone, and nobody of another organisation', () => {
  const { db, actor, organisationId, administratorId } = makeLedger();
  const other = addOrganisation(db, 'Elsewhere', 'eve');
  const { revision } = readCallReporting(db, organisationId);
  const foreign = [{ userId: other.administratorId, callReporting: true }];
  expect(
    appErrorOf(() =>
      changeCallReporting(db, actor, organisationId, { revision, isAvailable: true, people: foreign }),
    ).reason,
  ).toBe('invalid-input');
  expect(readCallReporting(db, organisationId)).toMatchObject({ revision, isAvailable: false });
  const people = [{ userId: administratorId, callReporting: true }];
  const saved = changeCallReporting(db, actor, organisationId, { revision, isAvailable: true, people });
  expect(saved).toMatchObject({ isAvailable: true, people: [{ name: 'ada', callReporting: true }] });
  expect(readCallReporting(db, other.organisationId)).toMatchObject({ isAvailable: false });
});
