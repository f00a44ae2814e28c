// Names and depths that only some file systems allow: what cannot be read is said, and all else is listed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHealth } from '../catalog/health';
import { Archive, wav } from './scan.test-support';

let archive: Archive;
beforeEach(() => {
  archive = new Archive();
});
afterEach(() => archive.close());

const findings = () => archive.findings().map(({ kind, path }) => [kind, path]);
const paths = () => archive.rows().map((row) => row.path);

describe.skipIf(process.platform !== 'linux')('on a file system that takes any bytes as a name', () => {
  test('of two names that are read as the same letters, one of them no text, neither is lost', () => {
    archive.write('broken\uFFFD.wav');
    const broken = [Buffer.from(`${archive.dir}/broken`), Buffer.from([0xff]), Buffer.from('.wav')];
    writeFileSync(Buffer.concat(broken), wav());
    archive.touch(archive.dir);
    archive.scan();
    archive.touch(archive.dir);
    archive.scan();
    expect(paths()).toEqual(['broken\uFFFD.wav']);
    expect(findings()).toEqual([['unsafe-name', 'broken\uFFFD.wav [2]']]);
    expect(readHealth(archive.db, 1).files).toMatchObject({ seen: 2, recordings: 1 });
  });

  test('a folder whose name is no text is a finding, and what lies in it is not read', () => {
    archive.write('call.wav');
    const folder = Buffer.concat([Buffer.from(`${archive.dir}/`), Buffer.from([0xfe, 0xfe])]);
    mkdirSync(folder);
    writeFileSync(Buffer.concat([folder, Buffer.from('/call.wav')]), wav());
    archive.touch(archive.dir);
    archive.scan();
    expect(paths()).toEqual(['call.wav']);
    expect(findings().map(([kind]) => kind)).toEqual(['unsafe-name']);
  });

  test('folders so deep that the system refuses their path are a finding, and neither end nor empty a scan', () => {
    archive.write('call.wav');
    const part = 'x'.repeat(200);
    // Made and removed from within: a path of 4,096 bytes and more cannot be given to the system.
    const dig = `for (let n = 0; n < 30; n++) { fs.mkdirSync('${part}'); process.chdir('${part}'); } fs.writeFileSync('deep.wav', '');`;
    execFileSync(process.execPath, ['-e', dig], { cwd: archive.dir });
    archive.touch(archive.dir);
    expect(archive.scan()).toMatchObject({ state: 'done', recordings: 1 });
    expect(archive.scan()).toMatchObject({ state: 'done', recordings: 1 });
    expect(paths()).toEqual(['call.wav']);
    expect(findings().map(([kind]) => kind)).toEqual(['unreadable']);
    execFileSync('rm', ['-rf', part], { cwd: archive.dir });
  });
});

test('names that differ in case only, or in how an accent is written, are two recordings', () => {
  const names = ['call.wav', 'M\u00FCller.wav', 'Mu\u0308ller.wav', 'CALL.wav'];
  for (const name of names) archive.write(name);
  archive.scan();
  archive.scan({ everything: true });
  expect(paths().sort()).toEqual([...names].sort());
  expect(archive.rows().every((row) => row.isMissing === 0)).toBe(true);
});
