import { describe, expect, it } from 'vitest';
import { Directories } from './directory';
import { createGroup, removeGroup } from './groups';
import { toHolds } from './holds';
import { addOrganisation, makeLedger, personOf } from './ledger.test-support';
import { replaceLines } from './lines';
import { changeUser, createUser } from './users';

function makeDirectory() {
  const ledger = makeLedger();
  const { db, actor, organisationId } = ledger;
  const ben = createUser(
    db,
    actor,
    organisationId,
    personOf('ben', {
      name: 'Ben Castellan',
      extensions: [{ extension: '201', fromSec: null, untilSec: 1000 }],
    }),
  );
  createUser(
    db,
    actor,
    organisationId,
    personOf('zoe', {
      name: 'Zoë Müller-Lüdenscheidt',
      extensions: [{ extension: '201', fromSec: 1000, untilSec: null }],
    }),
  );
  const group = createGroup(db, actor, organisationId, { name: 'Sales', extension: '700', members: [] });
  replaceLines(db, actor, organisationId, [
    { number: '4989200300', name: 'Main number' },
    { number: '4989200301', name: '' },
  ]);
  return { ...ledger, ben, group, directories: new Directories(db) };
}

describe('the directory', () => {
  it('names an extension after whoever had it at the second of the call', () => {
    const { directories, organisationId } = makeDirectory();
    const directory = directories.of(organisationId);
    expect(directory.nameOfExtension('201', 999)).toBe('Ben Castellan');
    expect(directory.nameOfExtension('201', 1000)).toBe('Zoë Müller-Lüdenscheidt');
    expect(directory.nameOfExtension('0201', 1000)).toBeNull();
  });

  it('names groups and lines, and leaves a line without a name nameless', () => {
    const { directories, organisationId } = makeDirectory();
    const directory = directories.of(organisationId);
    expect(directory.nameOfGroup('700', 5)).toBe('Sales');
    expect(directory.nameOfGroup('701', 5)).toBeNull();
    expect(directory.nameOfLine('4989200300')).toBe('Main number');
    expect(directory.nameOfLine('4989200301')).toBeNull();
  });

  it('finds the numbers of a name by the beginning of any word, without case or accents, in the time of the name', () => {
    const { directories, organisationId } = makeDirectory();
    const directory = directories.of(organisationId);
    const zoe = [{ number: '201', fromSec: 1000, untilSec: null }];
    for (const typed of ['zoe', 'ZOË', 'mull', 'Lüden', 'ｌｕｄ'])
      expect(directory.numbersOfName(typed)).toEqual(zoe);
    expect(directory.numbersOfName('castell')).toEqual([{ number: '201', fromSec: null, untilSec: 1000 }]);
    expect(directory.numbersOfName('sal')).toEqual([{ number: '700', fromSec: null, untilSec: null }]);
    expect(directory.numbersOfName('main')).toEqual([
      { number: '4989200300', fromSec: null, untilSec: null },
    ]);
    expect(directory.numbersOfName('denscheidt')).toEqual([]);
    expect(directory.numbersOfName(' \u0301')).toEqual([]);
  });

  it('is read anew when a name has changed, and only then', () => {
    const { db, actor, organisationId, directories, ben, group } = makeDirectory();
    const before = directories.of(organisationId);
    expect(directories.of(organisationId)).toBe(before);
    changeUser(db, actor, organisationId, ben, 1, {
      ...personOf('ben', { name: 'Ben Renamed' }),
      extensions: [{ extension: '201', fromSec: null, untilSec: 1000 }],
    });
    expect(directories.of(organisationId).nameOfExtension('201', 0)).toBe('Ben Renamed');
    removeGroup(db, actor, organisationId, group.groupId);
    expect(directories.of(organisationId).nameOfGroup('700', 0)).toBeNull();
  });

  it('of another organisation knows none of it', () => {
    const { db, directories } = makeDirectory();
    const other = addOrganisation(db, 'Elsewhere', 'eve');
    const directory = directories.of(other.organisationId);
    expect(directory.nameOfExtension('201', 0)).toBeNull();
    expect(directory.nameOfLine('4989200300')).toBeNull();
    expect(directory.numbersOfName('b')).toEqual([]);
  });
});

it('a hold is in force until it is released, and in its own organisation', () => {
  const { db, administratorId, organisationId } = makeLedger();
  const id = '0123456789abcdef';
  db.run(
    'INSERT INTO hold (organisation_id, recording_id, reason, set_by, set_at_ms) VALUES (?, ?, ?, ?, ?)',
    [organisationId, id, 'Court', administratorId, 1],
  );
  expect(toHolds(db, organisationId).isHeld(id)).toBe(true);
  expect(toHolds(db, organisationId + 1).isHeld(id)).toBe(false);
  expect(toHolds(db, organisationId).isHeld('fedcba9876543210')).toBe(false);
  db.run('UPDATE hold SET released_at_ms = 2');
  expect(toHolds(db, organisationId).isHeld(id)).toBe(false);
});
