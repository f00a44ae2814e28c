// A vCon and the sound in files beside it: whether they belong together, and what becomes of several recordings.
import { createHash } from 'node:crypto';
import { truncateSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
