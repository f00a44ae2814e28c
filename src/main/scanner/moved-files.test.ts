import { copyFileSync, mkdirSync, renameSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCatalog } from '../catalog/database';
import { listMoves } from '../catalog/moves';
import { Archive, wav } from './scan.test-support';

let archive: Archive;
beforeEach(() => {
  archive = new Archive(undefined, 'UTC');
});
afterEach(() => archive.close());

const NAME = 'external-201-15550100-20240305-143015-1709649015.42.wav';
const PLACE = `2024/03/05/${NAME}`;

const ids = () =>
  new Map(
    archive.db
      .all<{ path: string; id: string }>('SELECT path, id FROM recording WHERE is_missing = 0 ORDER BY path')
      .map(({ path: at, id }) => [at, id]),
  );

function move(from: string, to: string): void {
  const target = path.join(archive.dir, to);
  mkdirSync(path.dirname(target), { recursive: true });
  renameSync(path.join(archive.dir, from), target);
  archive.touch(path.dirname(path.join(archive.dir, from)));
  archive.touch(path.dirname(target));
}

test('a file that was moved keeps its id, whichever of the two folders is read first', () => {
  archive.write(PLACE);
  archive.scan();
  const id = ids().get(PLACE);
  for (const [from, to] of [
    [PLACE, `a/${NAME}`],
    [`a/${NAME}`, `z/${NAME}`],
  ] as const) {
    move(from, to);
    archive.scan();
    expect([...ids()]).toEqual([[to, id]]);
    expect(archive.rows().map((row) => row.path)).toEqual([to]);
  }
});

test('a file that was renamed, and so is taken to have begun at another time, keeps its id', () => {
  archive.write(PLACE);
  archive.scan();
  const id = ids().get(PLACE);
  move(PLACE, '2024/03/05/complaint of Mr Doe.wav');
  archive.scan();
  expect([...ids()]).toEqual([['2024/03/05/complaint of Mr Doe.wav', id]]);
});

test('the id outlives the catalog, and goes back with the file', () => {
  archive.write(PLACE);
  archive.scan();
  const id = ids().get(PLACE);
  move(PLACE, `a/${NAME}`);
  archive.scan();
  const moves = listMoves(archive.db, 1);
  archive.db.close();
  archive.db = openCatalog(':memory:');
  archive.scan({}, { moves });
  expect([...ids()]).toEqual([[`a/${NAME}`, id]]);
  move(`a/${NAME}`, PLACE);
  archive.scan({}, { moves });
  expect([...ids()]).toEqual([[PLACE, id]]);
});

test('another file of the same size and time is not taken for the one that is gone', () => {
  const at = new Date('2024-03-05T14:30:20Z');
  const file = archive.write(PLACE, wav(1, 1), at);
  archive.scan();
  move(PLACE, '../away.wav');
  utimesSync(path.join(archive.dir, '../away.wav'), at, at);
  archive.write(`a/${NAME}`, wav(1, 2), at);
  archive.scan();
  expect(archive.rows().map((row) => [row.path, row.isMissing])).toEqual([
    [PLACE, 1],
    [`a/${NAME}`, 0],
  ]);
  expect(path.basename(file)).toBe(NAME);
});

test('where two copies came up in the place of one that is gone, none is taken for it', () => {
  const file = archive.write(PLACE);
  archive.scan();
  for (const folder of ['a', 'b']) {
    mkdirSync(path.join(archive.dir, folder));
    copyFileSync(file, path.join(archive.dir, folder, NAME));
    const { atime, mtime } = { atime: new Date(), mtime: new Date('2024-03-05T14:30:20Z') };
    utimesSync(path.join(archive.dir, folder, NAME), atime, mtime);
  }
  utimesSync(file, new Date(), new Date('2024-03-05T14:30:20Z'));
  archive.touch(path.dirname(file));
  archive.scan({ everything: true });
  move(PLACE, '../away.wav');
  archive.scan();
  expect(archive.rows().find((row) => row.path === PLACE)?.isMissing).toBe(1);
});
