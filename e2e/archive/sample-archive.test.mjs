// The committed sample archive is what its truth says: the files are there, fit every file system and stay small.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const archiveDir = fileURLToPath(new URL('../../resources/sample-archive', import.meta.url));
const truth = JSON.parse(readFileSync(new URL('sample-truth.json', import.meta.url), 'utf8'));
/** @typedef {import('./sample/truth.mjs').TruthRecording} TruthRecording */
/** @type {readonly TruthRecording[]} */
const recordings = truth.recordings;

/** Paths of all files below a folder, with '/' on every system. @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(join(archiveDir, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
const files = filesBelow('');

test('every file of the archive is accounted for, and none is missing', () => {
  const known = [
    ...recordings.flatMap((one) => [one.path, one.transcript?.path, one.screen, ...(one.copies ?? [])]),
    ...recordings.filter((one) => one.kind === 'voicemail').map((one) => one.path.replace(/\.\w+$/, '.txt')),
    ...truth.greetings,
    'freepbx/log/cdr-csv/Master.csv',
    'freepbx/log/cdr-custom/Master.csv',
    'oreka/tapelist.log',
    'LICENSE.txt',
    'people.json',
  ].filter((path) => typeof path === 'string');
  expect([...files].sort()).toEqual([...new Set(known)].sort());
});

test('the archive stays under 8 MB', () => {
  const sizeBytes = files.reduce((sum, path) => sum + statSync(join(archiveDir, path)).size, 0);
  expect(sizeBytes).toBeLessThan(8_000_000);
});

test('every name can be checked out on Windows and where case does not count', () => {
  const names = files.flatMap((path) => path.split('/'));
  expect(
    names.filter((name) => /[<>:"|?*\\\p{Cc}]|[. ]$/u.test(name) || Buffer.byteLength(name) > 255),
  ).toEqual([]);
  expect(new Set(files.map((path) => path.toLowerCase())).size).toBe(files.length);
  expect(files.filter((path) => `resources/sample-archive/${path}`.length > 240)).toEqual([]);
});

test('each WAV file is as long as its truth says', () => {
  const lengthOf = (/** @type {TruthRecording} */ one) => {
    const bytes = readFileSync(join(archiveDir, one.path));
    if (one.codec === 'gsm_ms') return Math.floor((bytes.length - 60) / 65) * 40;
    return (bytes.length - 44) / 16 / one.channels;
  };
  const wavs = recordings.filter((one) => /\.wav$/i.test(one.path) && one.finding !== 'not-media');
  expect(wavs.length).toBeGreaterThan(100);
  for (const one of wavs) expect(lengthOf(one), one.path).toBeCloseTo(one.durationMs ?? -1, -1);
});

test('the people have different scopes, and no password', () => {
  const people = readFileSync(join(archiveDir, 'people.json'), 'utf8');
  expect(people.toLowerCase()).not.toContain('password');
  const { ada, ben, carla, dave, erin } = truth.mayList;
  expect(erin.counts.total).toBe(0);
  expect(ada.counts.total).toBe(recordings.length - 1);
  expect(dave.calls.every((/** @type {string} */ path) => ben.calls.includes(path))).toBe(true);
  expect(
    carla.calls.filter((/** @type {string} */ path) => !ben.calls.includes(path)).length,
  ).toBeGreaterThan(10);
  const outbound = recordings.filter((one) => one.direction === 'outbound').map((one) => one.path);
  expect(carla.calls.filter((/** @type {string} */ path) => outbound.includes(path))).toEqual([]);
  expect(existsSync(join(archiveDir, 'LICENSE.txt'))).toBe(true);
});
