// A vCon and the sound in files beside it: whether they belong together, and what becomes of several recordings.
import { createHash } from 'node:crypto';
import { truncateSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toDirection } from '../catalog/codes';
import { Archive, numbersOf, wav } from './scan.test-support';

let archive: Archive;
beforeEach(() => {
  archive = new Archive();
});
afterEach(() => archive.close());

const SOUND = wav(2, 7);
const HASH = createHash('sha512').update(SOUND).digest('base64url');
const OTHER = createHash('sha512').update(wav(2, 8)).digest('base64url');
const DIALOG = { type: 'recording', start: '2024-03-05T14:30:15+01:00', parties: [0, 1], originator: 0 };

function vcon(...dialog: readonly object[]): string {
  const parties = [{ tel: '+4930123456' }, { tel: '201' }];
  return JSON.stringify({ vcon: '0.4.0', uuid: 'c1', parties, dialog });
}

function unverified(): string[] {
  return archive.findings().flatMap(({ path, kind }) => (kind === 'unverified' ? [path] : []));
}

test.each([
  ['the hash of another file', { content_hash: `sha512-${OTHER}` }],
  ['the hash of another file in a list', { content_hash: [`sha512-${OTHER}`] }],
  ['the hash of another file as earlier drafts wrote it', { alg: 'SHA-512', signature: OTHER }],
])('sound beside a vCon that bears %s is listed, and it is said', (_, told) => {
  archive.write('sound.wav', SOUND);
  archive.write('talk.vcon', vcon({ ...DIALOG, filename: 'sound.wav', ...told }));
  archive.scan();
  expect(numbersOf(archive.row('sound.wav'))).toEqual(['+4930123456', '201']);
  expect(archive.findings()).toMatchObject([{ path: 'sound.wav', kind: 'unverified' }]);
  expect(archive.findings()[0]?.detail).toContain('not the one for which the vCon was written');
});

test.each([
  ['its hash', { content_hash: `sha512-${HASH}` }],
  ['its hash with padding', { content_hash: `sha512-${HASH}==` }],
  ['its hash among others', { content_hash: [`sha512-${OTHER}`, `sha512-${HASH}`] }],
  ['its hash as earlier drafts wrote it', { alg: 'SHA-512', signature: HASH }],
  ['a hash that is not known here', { content_hash: `sha3-${OTHER}` }],
  ['a hash that is none', { content_hash: ['sha512-x', 5, null, { sha512: OTHER }] }],
  ['a signature of another kind', { alg: 'LMOTS_SHA256_N32_W8', signature: OTHER }],
])('nothing is said of sound beside a vCon that bears %s', (_, told) => {
  archive.write('sound.wav', SOUND);
  archive.write('sound.json', vcon({ ...DIALOG, filename: 'sound.wav', ...told }));
  archive.scan();
  expect(numbersOf(archive.row('sound.wav'))).toEqual(['+4930123456', '201']);
  expect(archive.findings()).toEqual([]);
});

test('sound of more than 64 MB is not held against its hash', () => {
  truncateSync(archive.write('long.wav', SOUND), 64 * 1_048_576 + 1);
  truncateSync(archive.write('short.wav', SOUND), 64 * 1_048_576);
  for (const name of ['long', 'short'])
    archive.write(
      `${name}.json`,
      vcon({ ...DIALOG, filename: `${name}.wav`, content_hash: `sha512-${HASH}` }),
    );
  archive.scan();
  expect(archive.rows()).toHaveLength(2);
  expect(unverified()).toEqual(['short.wav']);
});

const SET = { type: 'recording-set', start: DIALOG.start, duration: 60, parties: [0, 1], originator: 0 };

test('the recordings of a set in a vCon are pieces of one call, each with the parties and the direction of the whole', () => {
  archive.write('a.wav');
  archive.write('b.wav');
  const at = (start: string, place: number) => ({
    ...DIALOG,
    start,
    parties: [place],
    originator: undefined,
  });
  archive.write(
    'talk.vcon',
    vcon(
      { ...at('2024-03-05T14:30:15+01:00', 0), filename: 'a.wav', recording_set: 2 },
      { ...at('2024-03-05T14:30:45+01:00', 1), filename: 'b.wav' },
      { ...SET, recordings: [0, 1] },
    ),
  );
  archive.scan();
  const [a, b] = [archive.row('a.wav'), archive.row('b.wav')];
  expect([a.linkedReference, b.linkedReference]).toEqual(['c1', 'c1']);
  for (const row of [a, b]) {
    expect(row.parties.map(({ role, number }) => `${role} ${number}`)).toEqual([
      'caller +4930123456',
      'called 201',
    ]);
    expect(row.owner).toBe('201');
    expect(toDirection(row.direction)).toBe('inbound');
  }
  expect(b.startedAtMs - a.startedAtMs).toBe(30_000);
  expect(archive.findings()).toEqual([]);
});

test('it is said how many recordings of a vCon are missing beside it', () => {
  archive.write('a.wav');
  const [a, b, c] = ['a.wav', 'b.wav', 'c.wav'].map((filename) => ({ ...DIALOG, filename }));
  archive.write('talk.vcon', vcon({ ...SET, recordings: [1, 2, 3] }, a ?? {}, b ?? {}, c ?? {}));
  archive.write('lone/talk.vcon', vcon({ ...SET, recordings: [1, 2] }));
  archive.scan();
  expect(archive.rows().map((row) => row.path)).toEqual(['a.wav']);
  expect(archive.findings()).toMatchObject([
    { path: 'lone/talk.vcon', kind: 'orphan-sidecar' },
    { path: 'talk.vcon', kind: 'orphan-sidecar' },
  ]);
  expect(archive.findings()[1]?.detail).toMatch(/of 3 recordings; .*: 2\./);
});

test('two dialogs of one file are one recording', () => {
  archive.write('a.wav');
  archive.write('talk.vcon', vcon({ ...DIALOG, filename: 'a.wav' }, { ...DIALOG, filename: 'A.WAV' }));
  expect(archive.scan()).toMatchObject({ recordings: 1 });
  expect(archive.findings()).toEqual([]);
});

test('a set that makes no sense changes nothing', () => {
  archive.write('a.wav');
  const sets = [
    { ...SET, recordings: [9, -1, 0.5, null, 'x', 1, 1] },
    { ...SET, recordings: 'all', parties: [7, null] },
    { ...SET, recordings: [[2]], parties: [[99]], originator: 99 },
  ];
  archive.write('talk.vcon', vcon({ ...DIALOG, filename: 'a.wav', recording_set: 1 }, ...sets));
  archive.scan();
  expect(numbersOf(archive.row('a.wav'))).toEqual(['+4930123456', '201']);
  expect(archive.findings()).toEqual([]);
});
