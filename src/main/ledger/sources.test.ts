import path from 'node:path';
import { expect, it } from 'vitest';
import { addOrganisation, makeFolder, makeLedger, newestEntries } from './ledger.test-support';
import { addSource, changeSource, findSourceByNumber, getSource, listSources, removeSource } from './sources';

const zone = { reader: 'auto', timeZone: 'Europe/Berlin' } as const;

it('a source is added, changed and removed with its trail, and its number and uid are never used again', () => {
  const { db, actor, organisationId } = makeLedger();
  const archiveDir = makeFolder();
  const first = addSource(db, actor, organisationId, { name: 'Archive', archiveDir, ...zone });
  expect(first.uid).toMatch(/^[0-9a-f]{16}$/);
  changeSource(db, actor, organisationId, first.uid, { name: 'Old archive', archiveDir, ...zone });
  expect(newestEntries(db, 1)[0]).toMatchObject({
    action: 'Change source',
    details: { before: { name: 'Archive' }, after: { name: 'Old archive' } },
  });
  removeSource(db, actor, organisationId, first.uid);
  expect(listSources(db, organisationId)).toEqual([]);
  expect(findSourceByNumber(db, first.sourceId)).toBeUndefined();
  const second = addSource(db, actor, organisationId, { name: 'Archive', archiveDir, ...zone });
  expect(second.sourceId).not.toBe(first.sourceId);
  expect(second.uid).not.toBe(first.uid);
});

it('a folder is in one source only: not itself again, nor a folder in it or around it', () => {
  const { db, actor, organisationId } = makeLedger();
  const archiveDir = path.join(makeFolder(), 'calls');
  addSource(db, actor, organisationId, { name: 'Archive', archiveDir, ...zone });
  const taken = expect.objectContaining({
    code: 'conflict',
    reason: 'folder-already-source',
    details: { name: 'Archive' },
  }) as Error;
  for (const other of [
    archiveDir,
    `${archiveDir}${path.sep}`,
    path.join(archiveDir, '2026'),
    path.dirname(archiveDir),
    path.join(archiveDir, 'x', '..'),
  ]) {
    expect(() =>
      addSource(db, actor, organisationId, { name: 'B', archiveDir: other, ...zone }),
    ).toThrowError(taken);
  }
  addSource(db, actor, organisationId, { name: 'Beside', archiveDir: `${archiveDir}-2025`, ...zone });
  addSource(db, actor, organisationId, {
    name: 'Dots',
    archiveDir: path.join(archiveDir, '..', '..calls'),
    ...zone,
  });
});

it('a folder of another organisation is refused, and nothing of its source is told', () => {
  const { db, actor, organisationId } = makeLedger();
  const archiveDir = path.join(makeFolder(), 'calls');
  addSource(db, actor, organisationId, { name: 'Archive', archiveDir, ...zone });
  const other = addOrganisation(db, 'Elsewhere', 'eve');
  for (const taken of [archiveDir, path.join(archiveDir, '2026'), path.dirname(archiveDir)]) {
    try {
      addSource(db, other.actor, other.organisationId, { name: 'B', archiveDir: taken, ...zone });
      expect.fail(`${taken} was taken`);
    } catch (error) {
      expect(error).toMatchObject({ code: 'conflict', reason: 'folder-already-source' });
      expect(JSON.stringify({ ...(error as Error), text: String(error) })).not.toContain('Archive');
    }
  }
});

it('a zone that nobody knows is refused', () => {
  const { db, actor, organisationId } = makeLedger();
  const source = {
    name: 'Archive',
    archiveDir: makeFolder(),
    reader: 'auto',
    timeZone: 'Europe/Atlantis',
  } as const;
  expect(() => addSource(db, actor, organisationId, source)).toThrowError(
    expect.objectContaining({ reason: 'zone-unknown', details: { zone: 'Europe/Atlantis' } }),
  );
});

it('a source is not there for another organisation', () => {
  const { db, actor, organisationId } = makeLedger();
  const { uid } = addSource(db, actor, organisationId, {
    name: 'Archive',
    archiveDir: makeFolder(),
    ...zone,
  });
  const other = addOrganisation(db, 'Elsewhere', 'eve');
  expect(() => getSource(db, other.organisationId, uid)).toThrowError(
    expect.objectContaining({ code: 'not-found' }),
  );
  expect(() => removeSource(db, other.actor, other.organisationId, uid)).toThrowError(
    expect.objectContaining({ code: 'not-found' }),
  );
});
