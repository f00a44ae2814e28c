import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { listAudit, verifyAudit } from '../ledger/audit';
import { listGroups } from '../ledger/groups';
import { makeFolder, openEmptyLedger } from '../ledger/ledger.test-support';
import { listLines } from '../ledger/lines';
import { getOrganisation } from '../ledger/organisations';
import { listPersonRows } from '../ledger/person-rows';
import { SignInThrottle } from '../ledger/sign-in-failures';
import { listAllSources } from '../ledger/sources';
import { findUserBySignInName } from '../ledger/users';
import { toViewer } from '../ledger/viewers';
import { Credentials } from '../session/credentials';
import { hasherInThread } from '../session/passwords';
import { Sessions } from '../session/sessions';
import type { WritableDb } from '../sqlite/database';
import type { FirstRunInput } from './first-run';
import { completeSetUp, isFirstRun } from './first-run';
import { drawPassword } from './pronounceable-password';
import { completeSampleSetUp, parseSamplePeople } from './sample';

const hasher = hasherInThread({ memoryKib: 64, iterations: 1 });
const windowOne = { id: 'window 1', kind: 'window' } as const;

function inputOf(changed: Partial<FirstRunInput> = {}): FirstRunInput {
  return {
    organisation: 'Marrowby',
    administrator: { name: 'Ada Winter', signInName: 'ada', password: 'correct horse battery' },
    source: { name: 'Archive', archiveDir: makeFolder(), reader: 'auto', timeZone: 'Europe/Berlin' },
    client: 'window',
    ...changed,
  };
}

function sessionsOver(db: WritableDb): Sessions {
  return new Sessions(db, new Credentials(db, hasher, new SignInThrottle(db)));
}

describe('the first run', () => {
  it('makes an administrator who can sign in, change everything and save nothing as a file', async () => {
    const db = openEmptyLedger();
    expect(isFirstRun(db)).toBe(true);
    const source = await completeSetUp(db, hasher, inputOf());
    expect(isFirstRun(db)).toBe(false);
    expect(listAllSources(db)).toEqual([source]);
    expect(await sessionsOver(db).signIn(windowOne, 'ada', 'correct horse battery')).toMatchObject({
      view: 'administrator',
      mayChangeConfiguration: true,
      mayChangeSecurity: true,
      mayPlayAnything: true,
      mayDownload: false,
      organisation: 'Marrowby',
    });
    const viewer = toViewer(db, findUserBySignInName(db, 'ada')!.userId);
    expect(viewer.settings).toMatchObject({ portal: true, replay: true, download: false, delete: false });
    expect(viewer.serviceRights).toEqual(
      new Set(['mediaManagerAdministrator', 'webControlSecurity', 'managementApiRead', 'managementApiWrite']),
    );
  });

  it('is in the trail whole, in the name that was given, without the password', async () => {
    const db = openEmptyLedger();
    const { organisationId } = await completeSetUp(db, hasher, inputOf());
    const { rows } = listAudit(db, organisationId, {}, null);
    expect(rows.map((entry) => entry.action).reverse()).toEqual([
      'Add organisation',
      'Set up',
      'Add rights group',
      'Add rights group',
      'Add person',
      'Set password',
      'Change rights groups',
      'Add source',
    ]);
    expect(new Set(rows.map((entry) => entry.userName))).toEqual(new Set(['Ada Winter']));
    expect(rows.map((entry) => entry.details).join()).not.toMatch(/correct horse|argon2/);
    expect((await verifyAudit(db)).firstBroken).toBeNull();
  });

  it('happens once, also when it is asked for twice at the same time', async () => {
    const db = openEmptyLedger();
    const both = await Promise.allSettled([
      completeSetUp(db, hasher, inputOf()),
      completeSetUp(db, hasher, {
        ...inputOf({ organisation: 'Other' }),
        administrator: { name: 'Eve', signInName: 'eve', password: 'another password' },
      }),
    ]);
    expect(both.map((one) => one.status)).toEqual(['fulfilled', 'rejected']);
    await expect(completeSetUp(db, hasher, inputOf())).rejects.toMatchObject({
      code: 'conflict',
      reason: 'already-set-up',
    });
    expect(db.all('SELECT name FROM organisation')).toEqual([{ name: 'Marrowby' }]);
  });

  it('that fails half way leaves nothing: the next one is a first run again', async () => {
    const db = openEmptyLedger();
    const source = { ...inputOf().source, timeZone: 'Europe/Atlantis' };
    await expect(completeSetUp(db, hasher, inputOf({ source }))).rejects.toMatchObject({
      reason: 'zone-unknown',
    });
    expect(isFirstRun(db)).toBe(true);
    expect(db.get('SELECT count(*) AS rows FROM audit')).toEqual({ rows: 0 });
    expect(db.get('SELECT count(*) AS rows FROM user')).toEqual({ rows: 0 });
  });

  it.each([
    ['short', 'ada'],
    ['administrator', 'Administrator'],
  ])('refuses the weak password %j', async (password, signInName) => {
    const db = openEmptyLedger();
    const administrator = { name: 'Ada', signInName, password };
    await expect(completeSetUp(db, hasher, inputOf({ administrator }))).rejects.toMatchObject({
      reason: 'weak-password',
    });
    expect(isFirstRun(db)).toBe(true);
  });
});

const people = {
  organisation: {
    name: 'Marrowby Home Supplies',
    screenRecordings: true,
    conversationAnalysis: true,
    agentAccess: 'own',
  },
  timeZone: 'Europe/Berlin',
  lines: [{ number: '4989200300', name: 'Main number' }],
  groups: [{ name: 'Sales', extension: '700', members: ['ben', 'dave'] }],
  people: [
    {
      name: 'Ada Winter',
      signInName: 'ada',
      email: 'ada@marrowby.example',
      profile: 'normal',
      extensions: ['212'],
      rightsGroups: ['Administrators'],
      settings: { portal: true, replay: true, replayAll: true },
    },
    {
      name: 'Ben Castellan',
      signInName: 'ben',
      email: '',
      profile: 'normal',
      extensions: ['201'],
      rightsGroups: [],
      settings: {
        portal: true,
        replay: true,
        replayOwn: true,
        replayGroups: [{ group: '700', withMembers: true }],
        viewOutbound: true,
        download: true,
      },
    },
    {
      name: 'Dave Lindqvist',
      signInName: 'dave',
      email: '',
      profile: 'agent',
      extensions: ['203'],
      rightsGroups: [],
      settings: { portal: true, replay: true, replayOwn: true },
    },
    {
      name: 'Erin Vale',
      signInName: 'erin',
      email: '',
      profile: 'normal',
      extensions: [],
      rightsGroups: [],
      settings: { portal: true },
    },
    {
      name: 'Omar Haddad',
      signInName: 'omar',
      email: '',
      profile: 'normal',
      extensions: ['209'],
      rightsGroups: [],
      settings: {},
    },
  ],
};

function setUpSample(db: WritableDb, text = JSON.stringify(people)) {
  const folder = { name: 'Sample archive', archiveDir: makeFolder(), reader: 'auto' } as const;
  return completeSampleSetUp(db, hasher, parseSamplePeople(text), folder, 'window');
}

describe("the sample archive's people", () => {
  it('get each a password of his own, shown once, with which they sign in', async () => {
    const db = openEmptyLedger();
    const { people: shown, administrator } = await setUpSample(db);
    expect(shown.map((person) => [person.signInName, person.role])).toEqual([
      ['ada', 'Administrator: hears, reads and changes everything.'],
      ['ben', 'Supervisor: hears own calls, group Sales with its members; outbound too; may download.'],
      ['dave', 'Agent: hears the calls of the own extension.'],
      ['erin', 'Auditor: may enter, hears no call.'],
    ]);
    expect(administrator).toEqual(shown[0]);
    expect(new Set(shown.map((person) => person.password)).size).toBe(4);
    const sessions = sessionsOver(db);
    for (const { signInName, password, name } of shown) {
      expect(await sessions.signIn(windowOne, signInName, password)).toMatchObject({
        name,
        mustChangePassword: false,
        isMultiUserAware: false,
        profileAccess: 'none',
        directoryAccess: 'none',
        mustRunWizard: false,
      });
    }
    expect(
      db
        .all('SELECT details FROM audit')
        .map((row) => JSON.stringify(row))
        .join(),
    ).not.toContain(administrator.password);
  });

  it('have their extensions, groups and rights, with what is not said denied', async () => {
    const db = openEmptyLedger();
    const { source } = await setUpSample(db);
    const { organisationId } = source;
    expect(getOrganisation(db, organisationId)).toMatchObject({
      name: 'Marrowby Home Supplies',
      settings: {
        screenRecordings: true,
        conversationAnalysis: true,
        agentAccess: 'own',
        standardHears: 'ownSettings',
        callReporting: false,
      },
    });
    const ben = toViewer(db, findUserBySignInName(db, 'ben')!.userId);
    const [sales] = listGroups(db, organisationId);
    expect(ben.groups).toEqual([
      {
        groupId: sales?.groupId,
        extension: '700',
        withMembers: true,
        memberHoldings: [
          { extension: '201', fromSec: null, untilSec: null },
          { extension: '203', fromSec: null, untilSec: null },
        ],
      },
    ]);
    expect(ben.settings).toMatchObject({
      download: true,
      delete: false,
      viewScreen: false,
      replayAll: false,
    });
    expect(listLines(db, organisationId)).toEqual([{ number: '4989200300', name: 'Main number' }]);
    expect(listPersonRows(db, organisationId).map((row) => [row.signInName, row.mayEnter])).toEqual([
      ['ada', true],
      ['ben', true],
      ['dave', true],
      ['erin', true],
      ['omar', false],
    ]);
    expect(source.timeZone).toBe('Europe/Berlin');
  });

  it('are made whole or not at all', async () => {
    const db = openEmptyLedger();
    const broken = JSON.stringify(people).replace('"members":["ben","dave"]', '"members":["ben","nobody"]');
    await expect(setUpSample(db, broken)).rejects.toThrowError(/nobody/);
    expect(isFirstRun(db)).toBe(true);
  });

  it('are refused with a setting that nobody knows', () => {
    expect(() =>
      parseSamplePeople(JSON.stringify(people).replace('"replayAll"', '"replayEverything"')),
    ).toThrowError();
  });

  it('of the archive that comes with the program can be made', async () => {
    const text = readFileSync(
      new URL('../../../resources/sample-archive/people.json', import.meta.url),
      'utf8',
    );
    const { people: shown, administrator } = await setUpSample(openEmptyLedger(), text);
    expect(shown.length).toBeGreaterThanOrEqual(5);
    expect(administrator.role).toMatch(/^Administrator/);
    expect(new Set(shown.map((person) => person.role.split(':')[0]))).toEqual(
      new Set(['Administrator', 'Supervisor', 'Agent', 'Auditor']),
    );
  });
});

it('a drawn password is four words that can be spoken, and no two are alike', () => {
  const drawn = Array.from({ length: 1000 }, drawPassword);
  for (const password of drawn) {
    expect(password).toMatch(
      /^([bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz](-([bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz]){3}$/,
    );
  }
  expect(new Set(drawn).size).toBe(1000);
  // Every letter that can stand at a place does: no bit of the 64 is lost.
  for (let place = 0; place < 23; place++) {
    const letters = new Set(drawn.map((password) => password[place]));
    expect(letters.size).toBe(place % 6 === 5 ? 1 : place % 6 === 1 || place % 6 === 3 ? 4 : 16);
  }
});
