import { describe, expect, it } from 'vitest';
import { DEFAULT_USER_SETTINGS } from '../../shared/user-settings';
import { changeGroup, createGroup, listGroups, removeGroup } from './groups';
import { addOrganisation, makeLedger, newestEntries, personOf } from './ledger.test-support';
import { listLines, replaceLines } from './lines';
import { createUser } from './users';
import { toViewer } from './viewers';

const sales = { name: 'Sales', extension: '700', members: [] };
const always = { fromSec: null, untilSec: null };

describe('a group', () => {
  it('made again under the same name has a new id and inherits no right', () => {
    const { db, actor, organisationId } = makeLedger();
    const first = createGroup(db, actor, organisationId, sales);
    const settings = {
      ...DEFAULT_USER_SETTINGS,
      replayGroups: [{ groupId: first.groupId, withMembers: false }],
    };
    const userId = createUser(db, actor, organisationId, personOf('ben', { settings }));
    expect(toViewer(db, userId).groups).toEqual([
      { groupId: first.groupId, extension: '700', withMembers: false, memberHoldings: [] },
    ]);
    removeGroup(db, actor, organisationId, first.groupId);
    const second = createGroup(db, actor, organisationId, sales);
    expect(second.groupId).not.toBe(first.groupId);
    expect(toViewer(db, userId).groups).toEqual([]);
    expect(listGroups(db, organisationId).map((group) => group.groupId)).toEqual([second.groupId]);
  });

  it('keeps its rights when it is renamed or gets another extension', () => {
    const { db, actor, organisationId } = makeLedger();
    const { groupId } = createGroup(db, actor, organisationId, sales);
    const settings = { ...DEFAULT_USER_SETTINGS, replayGroups: [{ groupId, withMembers: false }] };
    const userId = createUser(db, actor, organisationId, personOf('ben', { settings }));
    changeGroup(db, actor, organisationId, groupId, 1, { name: 'Selling', extension: '701', members: [] });
    expect(toViewer(db, userId).groups[0]?.extension).toBe('701');
    expect(newestEntries(db, 1)[0]).toMatchObject({
      action: 'Change group',
      details: { before: { name: 'Sales', extension: '700' }, after: { name: 'Selling', extension: '701' } },
    });
  });

  it('refuses the name or the extension of another, and names it', () => {
    const { db, actor, organisationId } = makeLedger();
    createGroup(db, actor, organisationId, sales);
    expect(() =>
      createGroup(db, actor, organisationId, { ...sales, name: 'ＳALES', extension: '701' }),
    ).toThrowError(expect.objectContaining({ reason: 'name-taken', details: { name: 'Sales' } }));
    expect(() => createGroup(db, actor, organisationId, { ...sales, name: 'Support' })).toThrowError(
      expect.objectContaining({ reason: 'extension-taken', details: { extension: '700', name: 'Sales' } }),
    );
  });

  it('is not changed by a stale edit', () => {
    const { db, actor, organisationId } = makeLedger();
    const { groupId } = createGroup(db, actor, organisationId, sales);
    changeGroup(db, actor, organisationId, groupId, 1, { ...sales, name: 'Selling' });
    expect(() => changeGroup(db, actor, organisationId, groupId, 1, { ...sales, name: 'Sold' })).toThrowError(
      expect.objectContaining({ reason: 'stale-edit' }),
    );
  });

  it('takes no member of another organisation, and is not there for it', () => {
    const { db, actor, organisationId } = makeLedger();
    const other = addOrganisation(db, 'Elsewhere', 'eve');
    const members = [{ userId: other.administratorId, ...always }];
    expect(() => createGroup(db, actor, organisationId, { ...sales, members })).toThrowError(
      expect.objectContaining({ reason: 'invalid-input' }),
    );
    const { groupId } = createGroup(db, actor, organisationId, sales);
    expect(() => removeGroup(db, other.actor, other.organisationId, groupId)).toThrowError(
      expect.objectContaining({ code: 'not-found' }),
    );
    expect(listGroups(db, organisationId)).toHaveLength(1);
  });
});

describe("the calls of a group's members", () => {
  it('are those of their extensions, while both the membership and the holding lasted', () => {
    const { db, actor, organisationId } = makeLedger();
    const member = createUser(
      db,
      actor,
      organisationId,
      personOf('dave', {
        extensions: [
          { extension: '203', fromSec: 100, untilSec: 200 },
          { extension: '204', fromSec: 200, untilSec: null },
          { extension: '205', fromSec: null, untilSec: 150 },
        ],
      }),
    );
    const { groupId } = createGroup(db, actor, organisationId, {
      ...sales,
      members: [{ userId: member, fromSec: 150, untilSec: 300 }],
    });
    const settings = { ...DEFAULT_USER_SETTINGS, replayGroups: [{ groupId, withMembers: true }] };
    const userId = createUser(db, actor, organisationId, personOf('ben', { settings }));
    expect(toViewer(db, userId).groups[0]?.memberHoldings).toEqual([
      { extension: '203', fromSec: 150, untilSec: 200 },
      { extension: '204', fromSec: 200, untilSec: 300 },
    ]);
  });

  it('are heard where the group is chosen twice, once with and once without its members', () => {
    const { db, actor, organisationId } = makeLedger();
    const { groupId } = createGroup(db, actor, organisationId, sales);
    for (const [first, second] of [
      [true, false],
      [false, true],
    ] as const) {
      const replayGroups = [
        { groupId, withMembers: first },
        { groupId, withMembers: second },
      ];
      const settings = { ...DEFAULT_USER_SETTINGS, replayGroups };
      const userId = createUser(db, actor, organisationId, personOf(`ben${String(first)}`, { settings }));
      expect(toViewer(db, userId).groups).toHaveLength(1);
      expect(toViewer(db, userId).groups[0]?.withMembers).toBe(true);
    }
  });
});

describe('lines', () => {
  it('are replaced as a whole, with a trail of what came, went and was renamed', () => {
    const { db, actor, organisationId } = makeLedger();
    replaceLines(db, actor, organisationId, [
      { number: '300', name: 'Main' },
      { number: '301', name: 'Sales' },
    ]);
    replaceLines(db, actor, organisationId, [
      { number: '301', name: 'Shop' },
      { number: '__proto__', name: 'Odd' },
    ]);
    expect(listLines(db, organisationId)).toEqual([
      { number: '301', name: 'Shop' },
      { number: '__proto__', name: 'Odd' },
    ]);
    const { details } = newestEntries(db, 1)[0]!;
    expect(JSON.stringify(details)).toBe(
      '{"after":{"300":null,"301":"Shop","__proto__":"Odd"},"before":{"300":"Main","301":"Sales","__proto__":null}}',
    );
  });

  it('are refused with a number twice, and stay as they were', () => {
    const { db, actor, organisationId } = makeLedger();
    replaceLines(db, actor, organisationId, [{ number: '300', name: 'Main' }]);
    const twice = [
      { number: '301', name: 'A' },
      { number: '301', name: 'B' },
    ];
    expect(() => replaceLines(db, actor, organisationId, twice)).toThrowError(
      expect.objectContaining({ reason: 'name-taken' }),
    );
    expect(listLines(db, organisationId)).toEqual([{ number: '300', name: 'Main' }]);
  });
});
