import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readHealth } from '../catalog/health';
import { Archive, wav } from './scan.test-support';

let archive: Archive;
beforeEach(() => {
  archive = new Archive(undefined, 'UTC');
});
afterEach(() => archive.close());

const name = (seq: number, second = 15) =>
  `2024/03/05/external-201-15550100-20240305-1430${String(second)}-1709649015.${String(seq)}`;
const health = () => readHealth(archive.db, 1);
const countOf = (kind: string) => health().kinds.find((each) => each.kind === kind)?.count ?? 0;

const CDR =
  '"","15550100","201","from-internal","""Ann"" <15550100>","PJSIP/t-1","PJSIP/201-2","Dial","PJSIP/201","2024-03-05 14:30:15","2024-03-05 14:30:20","2024-03-05 14:32:20",125,120,"ANSWERED","DOCUMENTATION","1709649015.42",""\n' +
  '"","15550100","201","from-internal","""Ann"" <15550100>","PJSIP/t-1","PJSIP/201-2","Dial","PJSIP/201","2024-03-05 15:30:15","2024-03-05 15:30:20","2024-03-05 15:32:20",125,120,"ANSWERED","DOCUMENTATION","1709652615.43",""\n';

test('every file that is seen is a recording, belongs to one, is call history, or is a finding: to the file', () => {
  archive.write(`${name(42)}.wav`, wav(1));
  archive.write(`${name(42)}.srt`, '1\n00:00:00,000 --> 00:00:01,000\nHello\n');
  archive.write(`${name(44)}.wav`, wav(3));
  archive.write(`${name(44)}.srt`, 'no transcript');
  archive.write('2024/03/05/empty.wav', '');
  archive.write('2024/03/05/readme.pages', 'x');
  archive.write('cdr-csv/Master.csv', CDR);
  archive.scan();
  const { files } = health();
  expect(files).toEqual({ seen: 7, recordings: 2, attached: 1, histories: 1, others: 3 });
  expect(health().kinds.map(({ kind, count }) => [kind, count])).toEqual([
    ['bad-sidecar', 1],
    ['empty', 1],
    ['not-understood', 1],
  ]);
  archive.scan();
  expect(health().files).toEqual(files);
});

test('calls and recordings that know nothing of each other are counted', () => {
  archive.write(`${name(42)}.wav`, wav(1));
  archive.write('2024/03/05/external-203-15550199-20240305-170000-1709658000.99.wav', wav(3));
  archive.scan();
  expect(health()).toMatchObject({ callsWithoutRecording: 0, recordingsWithoutHistory: 0 });
  archive.write('cdr-csv/Master.csv', CDR);
  archive.scan();
  expect(health()).toMatchObject({ callsWithoutRecording: 1, recordingsWithoutHistory: 1 });
});

test('a recording that is there twice is found by its bytes, and found once', () => {
  const sound = wav(1);
  archive.write(`${name(42)}.wav`, sound);
  archive.write(`copy/${path.basename(name(42))}.wav`, sound);
  const other = Buffer.from(sound);
  other[other.length - 1] = 7;
  archive.write(`other/${path.basename(name(42))}.wav`, other);
  archive.scan();
  archive.scan({ everything: true });
  const [duplicates] = health().kinds.filter(({ kind }) => kind === 'duplicate');
  expect(duplicates?.examples).toEqual([
    {
      kind: 'duplicate',
      path: `copy/${path.basename(name(42))}.wav`,
      detail: `Byte for byte the same as ${name(42)}.wav.`,
      recordingId: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    },
  ]);
});

test('a file that was written to again after it was at rest is a finding, and stays one', () => {
  archive.write(`${name(42)}.wav`, wav(1));
  archive.scan();
  archive.write(`${name(42)}.wav`, wav(2));
  archive.scan();
  expect(countOf('changed')).toBe(1);
  archive.write(`${name(44)}.wav`, wav(1));
  archive.scan();
  expect(countOf('changed')).toBe(1);
});

test('a recording that is gone is counted as missing', () => {
  const file = archive.write(`${name(42)}.wav`, wav(1));
  archive.write(`${name(43, 16)}.wav`, wav(1));
  archive.scan();
  rmSync(file);
  archive.touch(path.dirname(file));
  archive.scan();
  expect(health()).toMatchObject({ missing: 1, files: { seen: 1, recordings: 1 } });
});
