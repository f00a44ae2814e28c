import { describe, expect, it } from 'vitest';
import {
  addOrganisation,
  appErrorOf,
  makeLedger,
  newestEntries,
  personOf,
} from '../ledger/ledger.test-support';
import { createGroup, listGroups } from '../ledger/groups';
import { listLines } from '../ledger/lines';
import { setPasswordHash } from '../ledger/user-passwords';
import { changeUser, createUser, findUserBySignInName, getUser, toPersonInput } from '../ledger/users';
import { policyEpoch } from '../ledger/epoch';
import { applyImport, checkImport } from './exchange';
import { bringIn, check, file, takeOut } from './exchange.test-support';
import { readConfiguration } from './read-configuration';

const held = (extension: string, fromSec: number | null = null, untilSec: number | null = null) => ({
  extension,
  fromSec,
  untilSec,
});

describe('the check of an import', () => {
  it('shows what would change, from what to what, and changes nothing', () => {
    const ledger = makeLedger();
    const { db, actor, organisationId } = ledger;
    createUser(db, actor, organisationId, personOf('ann', { extensions: [held('201')] }));
    const before = { epoch: policyEpoch(db), trail: newestEntries(db, 1) };
    const checked = check(ledger, [
      file(
        'people.csv',
        'signInName,name,viewOutbound,extensions\r\nann,Ann Ash,yes,"201|2026-01-01T00:00:00Z|"\r\nben,Ben,no,\r\n',
      ),
      file('hearback-lines.csv', 'line;name\n4989;Main number\n'),
    ]);
    expect(checked.problems).toEqual([]);
    expect(checked.changes).toMatchObject([
      { kind: 'lines', key: '4989', sort: 'added', place: { file: 'hearback-lines.csv', line: 2 } },
      {
        kind: 'people',
        key: 'ann',
        name: 'Ann Ash',
        sort: 'changed',
        isOneself: false,
        place: { file: 'people.csv', line: 2 },
        fields: [
          { field: 'name', before: 'ann', after: 'Ann Ash' },
          { field: 'extensions', before: '201', after: '201|2026-01-01T00:00:00Z|' },
          { field: 'viewOutbound', before: 'false', after: 'true' },
        ],
      },
      { kind: 'people', key: 'ben', sort: 'added', place: { file: 'people.csv', line: 3 } },
    ]);
    expect({ epoch: policyEpoch(db), trail: newestEntries(db, 1) }).toEqual(before);
    expect(listLines(db, organisationId)).toEqual([]);
  });

  it('names every error with its file and line', () => {
    const ledger = makeLedger();
    const { db, actor, organisationId } = ledger;
    createUser(db, actor, organisationId, personOf('ann', { extensions: [held('201')] }));
    const long = '2'.repeat(128);
    const people = [
      'signInName,name,replayOthers,replayGroups,extensions,portal',
      'ben,Ben,,,,true',
      `carl,Carl,${long},,,false`,
      'dora,Dora,,799,,false',
      'Ａｎｎ,Ann,,,201,true',
      'ann,Ann again,,,,true',
      'eve,Eve,,,201,true',
      'fay,Fay,,,"301|2026-02-01T00:00:00Z|2026-01-01T00:00:00Z",true',
      'gil,Gil,,,,perhaps',
      'hal,Hal,,',
      '"ida","Ida',
    ];
    const problems = check(ledger, [
      file('people.csv', people.slice(0, -1).join('\n')),
      file('cut.csv', [people[0], people[10]].join('\n')),
      file('rights.csv', 'rightsGroup,rights,members\nNew,mediaManagerKing,\nOther,,zoe\nAdministrators,,\n'),
      file('odd.csv', 'colour,name\nred,x\n'),
      file('fields.csv', 'line,colour\n1,red\n'),
      file('latin.csv', 'line,name\n'),
    ]).problems.map(({ file: name, line, field, reason, details }) => [name, line, field, reason, details]);
    expect(problems).toEqual([
      ['people.csv', 3, 'replayOthers', 'numbers-too-long', { count: 128, max: 127 }],
      ['people.csv', 4, 'replayGroups', 'unknown-group', { group: '799' }],
      ['people.csv', 6, null, 'entry-twice', { name: 'ann', file: 'people.csv', line: 5 }],
      [
        'people.csv',
        7,
        'extensions',
        'extension-taken',
        { extension: '201', name: expect.any(String) as string },
      ],
      [
        'people.csv',
        8,
        'extensions',
        'period-reversed',
        { value: '301 2026-02-01T00:00:00Z 2026-01-01T00:00:00Z' },
      ],
      ['people.csv', 9, 'portal', 'bad-value', { value: 'perhaps' }],
      ['people.csv', 10, null, 'row-length', { cells: 4, max: 6 }],
      ['cut.csv', 2, null, 'bad-syntax', {}],
      ['rights.csv', 2, 'rights', 'unknown-value', { value: 'mediaManagerKing' }],
      ['rights.csv', 3, 'members', 'unknown-person', { name: 'zoe' }],
      ['rights.csv', 4, null, 'last-holder', { right: 'mediaManagerAdministrator' }],
      ['odd.csv', 1, null, 'unknown-file', {}],
      ['fields.csv', 1, 'colour', 'unknown-field', { name: 'colour' }],
    ]);
  });

  it('refuses what is no text, what is too large, and JSON that is no export, with the line where there is one', () => {
    const ledger = makeLedger();
    const big = { name: 'big.csv', bytes: new Uint8Array(16 * 1024 * 1024 + 1) };
    const utf16 = {
      name: 'utf16.csv',
      bytes: new Uint8Array(Buffer.from('\uFEFFline,name\n1,x', 'utf16le')),
    };
    const head = '{"format":"hearback-configuration","version":1,';
    const found = check(ledger, [
      big,
      utf16,
      file('broken.json', '{\n"format": 1,\n]'),
      file('other.json', '{"people":[]}'),
      file('odd.json', `${head}\n"people":[\n{"signInName":"ann","__proto__":{"x":1}},\n7],"colour":1}`),
      file('nested.json', `${head}"lines":${'['.repeat(5000)}${']'.repeat(5000)}}`),
    ]).problems.map(({ file: name, line, reason }) => [name, line, reason]);
    expect(found).toEqual([
      ['big.csv', null, 'too-large'],
      ['utf16.csv', null, 'not-text'],
      ['broken.json', 3, 'bad-syntax'],
      ['other.json', null, 'unknown-file'],
      ['odd.json', 3, 'unknown-field'],
      ['odd.json', 4, 'unknown-field'],
      ['odd.json', 4, 'bad-value'],
      ['nested.json', 1, 'bad-value'],
    ]);
  });

  it('lets nobody change security who may not, and lets the rest through', () => {
    const ledger = makeLedger();
    const { db, actor, organisationId } = ledger;
    createUser(db, actor, organisationId, personOf('ann'));
    const look = (text: string) =>
      checkImport(db, { actor, mayChangeSecurity: false }, [file('x.csv', text)]).problems.map(
        ({ line, field, reason }) => [line, field, reason],
      );
    expect(look('signInName,replay\nann,true\n')).toEqual([]);
    expect(look('signInName,isActive\nann,false\n')).toEqual([[2, 'portal', 'needs-right']]);
    expect(look('signInName,name,portal\nben,Ben,true\n')).toEqual([[2, 'portal', 'needs-right']]);
    expect(look('signInName,name,portal\nben,Ben,false\n')).toEqual([]);
    expect(look('rightsGroup,members\nMedia Manager Standard,ann\n')).toEqual([
      [2, 'members', 'needs-right'],
    ]);
    expect(look('rightsGroup,rights\nNew,\n')).toEqual([[2, 'rightsGroup', 'needs-right']]);
    expect(look('rightsGroup,rights\nMedia Manager Standard,mediaManagerStandard\n')).toEqual([]);
  });
});

describe('an import', () => {
  const files = [file('people.csv', 'signInName,name,replay\nann,Ann,true\n')];

  it('does what the check has shown, at once, and the trail has each change and the files', () => {
    const ledger = makeLedger();
    expect(bringIn(ledger, files)).toBe(1);
    const ann = findUserBySignInName(ledger.db, 'ann');
    expect(ann).toMatchObject({ name: 'Ann', passwordHash: null, settings: { replay: true } });
    const [last, first] = newestEntries(ledger.db, 2);
    expect(first).toMatchObject({ action: 'Add person', user_name: 'ada' });
    expect(last).toMatchObject({
      action: 'Import configuration',
      user_name: 'ada',
      details: { changes: ['added: people ann'], isOneself: false },
    });
    expect(JSON.stringify(last)).toMatch(/people\.csv \(SHA-256 [0-9a-f]{64}\)/);
    expect(check(ledger, files)).toMatchObject({ changes: [], problems: [] });
  });

  it('is refused where the configuration or the files have changed since, and leaves nothing behind', () => {
    const ledger = makeLedger();
    const { db, actor, organisationId } = ledger;
    const importer = { actor, mayChangeSecurity: true };
    const token = check(ledger, files).token ?? '';
    const others = [file('people.csv', 'signInName,name,replay\nann,Ann,false\n')];
    expect(appErrorOf(() => applyImport(db, importer, others, token, null)).reason).toBe('stale-edit');
    createUser(db, actor, organisationId, personOf('ben'));
    expect(appErrorOf(() => applyImport(db, importer, files, token, null)).reason).toBe('stale-edit');
    expect(findUserBySignInName(db, 'ann')).toBeUndefined();
    expect(newestEntries(db, 1)).toMatchObject([{ action: 'Add person', details: { name: 'ben' } }]);
  });

  it('is refused where a sign-in name was taken in another place, and does not say whose it is', () => {
    const ledger = makeLedger();
    const { db, actor } = ledger;
    const token = check(ledger, files).token ?? '';
    const other = makeOther(ledger.db);
    createUser(db, other.actor, other.organisationId, personOf('ann', { name: 'Zebedeus' }));
    const refused = appErrorOf(() => applyImport(db, { actor, mayChangeSecurity: true }, files, token, null));
    expect(refused.reason).toBe('invalid-input');
    expect(JSON.stringify([refused.message, check(ledger, files)])).not.toContain('Zebedeus');
    expect(check(ledger, files).problems).toMatchObject([{ line: 2, reason: 'name-taken' }]);
  });

  it('swaps extensions, and gives rights from one to another, in one go', () => {
    const ledger = makeLedger();
    const { db, actor, organisationId, administratorId } = ledger;
    createUser(db, actor, organisationId, personOf('ann', { extensions: [held('201')] }));
    const benId = createUser(db, actor, organisationId, personOf('ben', { extensions: [held('202')] }));
    setPasswordHash(db, actor, organisationId, benId, { passwordHash: 'x', mustChange: false });
    bringIn(ledger, [
      file('a.csv', 'signInName,extensions,isActive\nann,202,true\nben,201,true\nada,,false\n'),
      file('b.csv', 'rightsGroup,members\nAdministrators,ben\n'),
    ]);
    const people = readConfiguration(db, organisationId).people;
    expect(
      people.map(({ signInName, extensions }) => [signInName, extensions.map((one) => one.extension)]),
    ).toEqual([
      ['ada', []],
      ['ann', ['202']],
      ['ben', ['201']],
    ]);
    expect(getUser(db, organisationId, administratorId).isActive).toBe(false);
  });

  it('says so where it changes the very person who brings it in', () => {
    const ledger = makeLedger();
    const own = [
      file('a.csv', 'signInName,delete\nada,true\n'),
      file('b.csv', 'rightsGroup,members\nMedia Manager Standard,ada\n'),
    ];
    expect(check(ledger, own).changes.map((change) => change.isOneself)).toEqual([true, true]);
    bringIn(ledger, own);
    expect(newestEntries(ledger.db, 3).map((entry) => entry.details)).toMatchObject([
      { isOneself: true },
      { isOneself: true },
      { isOneself: true },
    ]);
  });

  it('takes what it leaves out as it is', () => {
    const ledger = makeLedger();
    const { db, actor, organisationId } = ledger;
    const userId = createUser(
      db,
      actor,
      organisationId,
      personOf('ann', { extensions: [held('201', 5, 9)] }),
    );
    const { groupId } = createGroup(db, actor, organisationId, {
      name: 'Sales',
      extension: '700',
      members: [{ userId, fromSec: 1, untilSec: null }],
    });
    const user = getUser(db, organisationId, userId);
    const person = toPersonInput(db, user);
    const chosen = { ...person.settings, replayOwn: true, replayGroups: [{ groupId, withMembers: true }] };
    changeUser(db, actor, organisationId, userId, user.revision, { ...person, settings: chosen });
    const before = readConfiguration(db, organisationId);
    bringIn(ledger, [
      file('a.csv', 'signInName,email\nANN,ann@example.org\n'),
      file('b.csv', 'groupExtension,name\n700,Sale\n'),
    ]);
    const after = readConfiguration(db, organisationId);
    expect(after.people).toEqual(
      before.people.map((one) => (one.signInName === 'ann' ? { ...one, email: 'ann@example.org' } : one)),
    );
    expect(listGroups(db, organisationId)).toMatchObject([
      { groupId, name: 'Sale', members: [{ userId, fromSec: 1 }] },
    ]);
  });
});

describe('an export', () => {
  it('has no password, no id and nothing of another organisation in it', () => {
    const ledger = makeLedger('$argon2id$secret');
    const { db, organisationId } = ledger;
    makeOther(db);
    for (const format of ['json', 'csv'] as const) {
      const text = takeOut(db, organisationId, format).map((one) => Buffer.from(one.bytes).toString());
      expect(text.join()).not.toMatch(/argon2|Elsewhere|eve|[0-9a-f]{16}/);
      expect(text.join()).toContain('ada');
    }
  });

  it('of numbers that look like formulas comes back as it was', () => {
    const ledger = makeLedger();
    bringIn(ledger, [file('a.csv', `line,name\n+4989201,"=HYPERLINK(""x"")"\n'-1,"'t Hart, \n; |"\n`)]);
    const { db, organisationId } = ledger;
    const before = readConfiguration(db, organisationId);
    expect(before.lines).toEqual([
      { line: '+4989201', name: '=HYPERLINK("x")' },
      { line: '-1', name: "'t Hart, \n; |" },
    ]);
    const csv = takeOut(db, organisationId, 'csv').find((one) => one.name.includes('lines'));
    expect(Buffer.from(csv?.bytes ?? []).toString()).not.toMatch(/(^|,)"?[=+@-]/m);
    const again = makeLedger();
    for (const one of takeOut(db, organisationId, 'csv'))
      if (one.name.includes('lines')) bringIn(again, [one]);
    expect(readConfiguration(again.db, again.organisationId).lines).toEqual(before.lines);
  });
});

function makeOther(db: ReturnType<typeof makeLedger>['db']) {
  return addOrganisation(db, 'Elsewhere', 'eve');
}
