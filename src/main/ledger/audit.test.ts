import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { appendAudit, listAudit, verifyAudit } from './audit';
import { toCanonicalJson } from './canonical-json';
import { changeGroup, createGroup } from './groups';
import { addOrganisation, makeLedger, newestEntries, personOf } from './ledger.test-support';
import type { WritableDb } from '../sqlite/database';
import { createUser, findUserBySignInName } from './users';

/** What somebody with a database tool can do, and the program cannot. */
function tamper(db: WritableDb, sql: string): void {
  db.exec('DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_erased;');
  db.exec(sql);
}

function ledgerWithEntries(count: number) {
  const ledger = makeLedger();
  for (let i = 1; i <= count; i++) appendAudit(ledger.db, ledger.actor, 'Replay', { recording: i });
  return ledger;
}

describe('the audit trail', () => {
  it('is whole as it was written, over more entries than are checked at once', async () => {
    const { db } = ledgerWithEntries(2500);
    const { last } = db.get<{ last: number }>('SELECT max(sequence) AS last FROM audit')!;
    expect(last).toBeGreaterThan(2500);
    expect(await verifyAudit(db)).toEqual({ entries: last, firstBroken: null });
  });

  it.each([
    ['details edited', `UPDATE audit SET details = '{"recording":99}' WHERE sequence = 12`, 12],
    ['time edited', 'UPDATE audit SET at_ms = at_ms - 60000 WHERE sequence = 12', 12],
    ['name edited', "UPDATE audit SET user_name = 'bea' WHERE sequence = 12", 12],
    ['organisation edited', 'UPDATE audit SET organisation_id = NULL WHERE sequence = 12', 12],
    ['an entry dropped', 'DELETE FROM audit WHERE sequence = 12', 12],
    [
      'an entry dropped and the rest moved up',
      'DELETE FROM audit WHERE sequence = 12; UPDATE audit SET sequence = sequence - 1 WHERE sequence > 12',
      12,
    ],
    [
      'two entries swapped',
      'UPDATE audit SET sequence = -1 WHERE sequence = 12; UPDATE audit SET sequence = 12 WHERE sequence = 13; UPDATE audit SET sequence = 13 WHERE sequence = -1',
      12,
    ],
    [
      'an entry put in',
      `INSERT INTO audit SELECT max(sequence) + 1, at_ms, organisation_id, user_id, user_name, client, action, details, previous_hash, hash FROM audit`,
      21,
    ],
    ['the first entry dropped', 'DELETE FROM audit WHERE sequence = 1', 1],
  ])('shows where it was tampered with: %s', async (_what, sql, firstBroken) => {
    const { db } = ledgerWithEntries(14);
    expect(await verifyAudit(db)).toEqual({ entries: 20, firstBroken: null });
    tamper(db, sql);
    expect((await verifyAudit(db)).firstBroken).toBe(firstBroken);
  });

  it.each([
    // What is found is the next entry, which is still bound to what stood there before.
    ['edited', "UPDATE audit SET user_name = 'bea' WHERE sequence = 12", 12, 13],
    // The last entry bound anew over the gap: only its number tells.
    [
      'dropped before the last',
      `DELETE FROM audit WHERE sequence = 19;
       UPDATE audit SET previous_hash = (SELECT hash FROM audit WHERE sequence = 18) WHERE sequence = 20`,
      20,
      19,
    ],
  ])('shows what was %s by somebody who knows how to hash', async (_what, sql, rehashed, firstBroken) => {
    const { db } = ledgerWithEntries(14);
    tamper(db, sql);
    const row = db.get<Record<string, string | number>>(
      `SELECT sequence, at_ms, organisation_id, user_id, user_name, client, action, details, previous_hash
       FROM audit WHERE sequence = ?`,
      [rehashed],
    )!;
    const hash = createHash('sha256')
      .update(JSON.stringify(Object.values(row)))
      .digest('hex');
    db.run('UPDATE audit SET hash = ? WHERE sequence = ?', [hash, rehashed]);
    expect((await verifyAudit(db)).firstBroken).toBe(firstBroken);
  });

  it('can be checked by anybody: the hash of an entry is that of its columns as a JSON array', () => {
    const { db } = ledgerWithEntries(1);
    const [last] = db.all<Record<string, string | number>>(
      'SELECT * FROM audit ORDER BY sequence DESC LIMIT 1',
    );
    const { hash, ...columns } = last!;
    expect(
      createHash('sha256')
        .update(JSON.stringify(Object.values(columns)))
        .digest('hex'),
    ).toBe(hash);
  });

  it('refuses to be changed or erased by the program', () => {
    const { db } = ledgerWithEntries(1);
    expect(() => db.run("UPDATE audit SET user_name = 'bea'")).toThrowError(/append-only/);
    expect(() => db.run('DELETE FROM audit')).toThrowError(/append-only/);
    expect(() => db.run(`INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE sequence = 1`)).toThrowError(
      /append-only/,
    );
  });

  it('and the change it records are one: where the entry cannot be written, nothing changes', () => {
    const { db, actor, organisationId } = makeLedger();
    const group = createGroup(db, actor, organisationId, { name: 'Sales', extension: '700', members: [] });
    db.exec(
      "CREATE TRIGGER audit_is_full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room for the trail'); END",
    );
    expect(() => createUser(db, actor, organisationId, personOf('ben'))).toThrowError(
      'no room for the trail',
    );
    expect(findUserBySignInName(db, 'ben')).toBeUndefined();
    expect(() =>
      changeGroup(db, actor, organisationId, group.groupId, 1, {
        name: 'Sold',
        extension: '700',
        members: [],
      }),
    ).toThrowError('no room for the trail');
    expect(db.get('SELECT name, revision FROM user_group')).toEqual({ name: 'Sales', revision: 1 });
  });

  it('goes with a change that is undone: no entry for what did not happen', () => {
    const { db, actor, organisationId } = makeLedger();
    const before = newestEntries(db, 1);
    expect(() =>
      db.transaction(() => {
        createUser(db, actor, organisationId, personOf('ben'));
        throw new Error('crash');
      }),
    ).toThrowError('crash');
    expect(newestEntries(db, 1)).toEqual(before);
  });

  it('keeps hostile names and details as one entry of one line, and stays whole', async () => {
    const { db, actor } = makeLedger();
    const hostile = 'x\r\n2026 admin Download \u001b[31m \u0000 \u2028 \ud800 "}';
    appendAudit(db, { ...actor, userName: hostile }, 'Sign-in failed', {
      signInName: hostile,
      [hostile]: hostile,
    });
    const [entry] = listAudit(db, actor.organisationId, {}, null).rows;
    expect(entry?.details).not.toMatch(/[\p{Cc}\p{Surrogate}\u2028]/u);
    expect(entry?.userName).not.toMatch(/[\p{Cc}\p{Surrogate}\u2028]/u);
    expect((JSON.parse(entry!.details) as { signInName: string }).signInName).toBe(
      hostile.replace('\ud800', '\ufffd'),
    );
    expect((await verifyAudit(db)).firstBroken).toBeNull();
  });

  it('is listed newest first, a page at a time, without gap or repeat while it grows', () => {
    const { db, actor, organisationId } = ledgerWithEntries(450);
    const first = listAudit(db, organisationId, { action: 'Replay' }, null);
    appendAudit(db, actor, 'Replay', { recording: 451 });
    const second = listAudit(db, organisationId, { action: 'Replay' }, first.nextCursor);
    const third = listAudit(db, organisationId, { action: 'Replay' }, second.nextCursor);
    const all = [...first.rows, ...second.rows, ...third.rows].map(
      (entry) => (JSON.parse(entry.details) as { recording: number }).recording,
    );
    expect(all).toEqual(Array.from({ length: 450 }, (_, i) => 450 - i));
    expect(third.nextCursor).toBeNull();
  });

  it('ends with a full page where there is no more', () => {
    const { db, organisationId } = ledgerWithEntries(200);
    const { rows, nextCursor } = listAudit(db, organisationId, { action: 'Replay' }, null);
    expect([rows.length, nextCursor]).toEqual([200, null]);
  });

  it('is filtered by time, name and action', () => {
    const { db, actor, organisationId } = makeLedger();
    appendAudit(db, actor, 'Replay', { n: 1 }, 1000);
    appendAudit(db, { ...actor, userName: 'bea' }, 'Replay', { n: 2 }, 2000);
    appendAudit(db, { ...actor, userName: 'bea' }, 'Download', { n: 3 }, 3000);
    const detailsOf = (filter: Parameters<typeof listAudit>[2]) =>
      listAudit(db, organisationId, { untilMs: 10_000, ...filter }, null).rows.map((row) => row.details);
    expect(detailsOf({ fromMs: 2000 })).toEqual(['{"n":3}', '{"n":2}']);
    expect(detailsOf({ untilMs: 3000 })).toEqual(['{"n":2}', '{"n":1}']);
    expect(detailsOf({ userName: 'bea', action: 'Replay' })).toEqual(['{"n":2}']);
  });

  it('shows no organisation the entries of another, nor those of nobody', () => {
    const { db, organisationId } = makeLedger();
    const other = addOrganisation(db, 'Elsewhere', 'eve');
    appendAudit(db, other.actor, 'Replay', {});
    appendAudit(
      db,
      { organisationId: null, userId: null, userName: 'x', client: 'window' },
      'Sign-in failed',
      {},
    );
    const names = listAudit(db, organisationId, {}, null).rows.map((row) => row.userName);
    expect(new Set(names)).toEqual(new Set(['Set-up']));
    expect(listAudit(db, organisationId, { action: 'Replay' }, null).rows).toEqual([]);
  });

  it.each(['0', '-1', 'x', '1; DROP TABLE audit', '', '1e3'])('refuses %j as a cursor', (cursor) => {
    const { db, organisationId } = makeLedger();
    expect(() => listAudit(db, organisationId, {}, cursor)).toThrowError(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });

  it('reads a page by an index, however long it is', () => {
    const { db } = makeLedger();
    const plan = (where: string, ...params: (string | number)[]) =>
      db.plan(`SELECT * FROM audit WHERE organisation_id = ? ${where} ORDER BY sequence DESC LIMIT 201`, [
        1,
        ...params,
      ]);
    expect(plan('')).toEqual([expect.stringContaining('audit_by_organisation (organisation_id=?')]);
    expect(plan('AND user_name = ?', 'ada')).toEqual([expect.stringContaining('audit_by_user')]);
    expect(plan('AND action = ?', 'Replay')).toEqual([expect.stringContaining('audit_by_action')]);
  });
});

describe('canonical JSON', () => {
  it('is the same for the same value in another order', () => {
    expect(toCanonicalJson({ b: 1, a: [{ d: null, c: true }], é: 'x' })).toBe(
      '{"a":[{"c":true,"d":null}],"b":1,"é":"x"}',
    );
    expect(toCanonicalJson({ é: 'x', a: [{ c: true, d: null }], b: 1 })).toBe(
      '{"a":[{"c":true,"d":null}],"b":1,"é":"x"}',
    );
  });

  it('leaves out what is undefined, keeps a key called __proto__, and refuses what JSON cannot hold', () => {
    expect(toCanonicalJson({ a: undefined, b: 0 })).toBe('{"b":0}');
    expect(toCanonicalJson(JSON.parse('{"__proto__":"x"}') as Record<string, string>)).toBe(
      '{"__proto__":"x"}',
    );
    expect(() => toCanonicalJson(Number.NaN)).toThrowError(TypeError);
  });
});
