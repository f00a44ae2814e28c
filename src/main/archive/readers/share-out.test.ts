import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ZoneClock } from '../zone';
import type { RecordingFacts } from './reader';
import { shareOut } from './share-out';

const berlin = new ZoneClock('Europe/Berlin');
const FILE = { modifiedAtMs: 1_700_000_000_123.4, header: null, readText: () => null };

function read(folder: string, name: string): RecordingFacts & { reader: string } {
  const [claim] = shareOut(folder, [name], 'auto', berlin).media;
  if (!claim) throw new Error(`${name} was not taken`);
  return { ...claim.read(FILE), reader: claim.reader };
}
/** Kinds of numbers in short: e(xtension), g(roup), x (external), u(nknown). */
function brief(facts: RecordingFacts): string {
  const letters = { extension: 'e', group: 'g', external: 'x', unknown: 'u' };
  const parties = facts.parties.map((party) => `${party.role} ${letters[party.numberKind]}${party.number}`);
  return [facts.direction, ...parties, `owner ${facts.owner ?? '-'}`].join(', ');
}
const at = (iso: string): number => Date.parse(iso);

describe('names of FreePBX', () => {
  const tail = '20240305-143015-1709645415.42.wav';
  test.each([
    [`external-201-15550100-${tail}`, 'inbound, caller x15550100, called e201, owner 201'],
    [`external-201-unknown-${tail}`, 'inbound, caller x, called e201, owner 201'],
    [`external-201-201-${tail}`, 'inbound, caller x201, called e201, owner 201'],
    [`out-0301234567-103-${tail}`, 'outbound, caller e103, called x0301234567, owner 103'],
    [`out-112-1030-${tail}`, 'outbound, caller e1030, called x112, owner 1030'],
    [`internal-201-1001234-${tail}`, 'internal, caller e1001234, called e201, owner -'],
    [`internal-*97-201-${tail}`, 'internal, caller e201, called u*97, owner -'],
    [`in-4989200300-0043155-${tail}`, 'inbound, caller x0043155, called x4989200300, owner -'],
    [`q-700-+49301234-${tail}`, 'inbound, caller x+49301234, called g700, owner -'],
    [`rg-601-101-${tail}`, 'internal, caller e101, called g601, owner -'],
    [`force-0301234567-103-${tail}`, 'outbound, caller e103, called x0301234567, owner -'],
    [`ondemand-103-0301234567-${tail}`, 'inbound, caller x0301234567, called e103, owner -'],
    [`external-pbx-2-trunk-15550100-${tail}`, 'inbound, caller x15550100, called upbx-2-trunk, owner -'],
    [
      `internal-202-101-20240305-143015-pbx-1-1709645415.42.wav`,
      'internal, caller e101, called e202, owner -',
    ],
  ])('%s', (name, expected) => {
    const facts = read('2024/03/05', name);
    expect(brief(facts)).toBe(expected);
    expect(facts).toMatchObject({
      reader: 'freepbx',
      startedAtMs: at('2024-03-05T13:30:15Z'),
      isTimeDoubtful: false,
    });
  });

  test('a line and a group are told', () => {
    expect(read('', `in-4989200300-0043155-${tail}`).line).toBe('4989200300');
    expect(read('', `q-700-0043155-${tail}`).group).toBe('700');
  });

  test('the unique id tells which of the two hours it was when the clock is set back', () => {
    const start = (epoch: number, second: number) =>
      read('', `internal-202-101-20261025-0220${second}-${epoch}.1.wav`);
    const [first, later] = [at('2026-10-25T00:20:15Z') / 1000, at('2026-10-25T01:20:15Z') / 1000];
    expect(start(first, 15)).toMatchObject({ startedAtMs: first * 1000, isTimeDoubtful: false });
    expect(start(later, 15)).toMatchObject({ startedAtMs: later * 1000, isTimeDoubtful: false });
    // Begun on demand half a minute into a call that began before either.
    const name = `ondemand-202-101-20261025-022045-${first}.1.wav`;
    expect(read('', name)).toMatchObject({ startedAtMs: at('2026-10-25T00:20:45Z'), isTimeDoubtful: true });
  });

  test('whose zone is wrong begin when the unique id says, and it is said by how much', () => {
    const facts = read('', 'external-201-15550100-20240305-093015-1709645415.42.wav');
    expect(facts).toMatchObject({ startedAtMs: at('2024-03-05T13:30:15Z'), clockOffMs: -5 * 3_600_000 });
  });

  test('two sides in two files are told apart by channel', () => {
    const sides = ['-in', '-out'].map((side) =>
      read('', `out-0892223344-103-20240305-143015-1709645415.42${side}.wav`),
    );
    expect(sides.map((facts) => facts.parties.map((party) => party.channel))).toEqual([
      [0, null],
      [null, 0],
    ]);
    expect(new Set(sides.map((facts) => facts.linkedReference))).toEqual(new Set(['1709645415.42']));
  });

  test('of ten thousand characters in the place of a party cost no time', () => {
    const name = `external-${'-'.repeat(5000)}${'a-'.repeat(2500)}-20240305-143015-1709645415.42.wav`;
    const before = performance.now();
    shareOut('', [name, name.slice(0, -1), `${name}.x`], 'auto', berlin);
    expect(performance.now() - before).toBeLessThan(200);
  });
});

describe('names of 3CX', () => {
  test.each([
    [
      'recordings/124',
      '[Doe, Jane]_124-5550100_20250603202223(152).wav',
      'outbound, caller e124, called x5550100, owner 124',
      [null, 'Doe, Jane'],
    ],
    [
      'recordings/124',
      '[Doe, Jane]_5550100-124_20250603202223(152).mp3',
      'inbound, caller x5550100, called e124, owner 124',
      ['Doe, Jane', null],
    ],
    [
      'recordings/124',
      '124-125_20250603202223(152).wav',
      'internal, caller e124, called e125, owner 124',
      [null, null],
    ],
    [
      'elsewhere',
      '[5550100]_5550100-124_20250603202223(152).wav',
      'inbound, caller x5550100, called e124, owner -',
      [null, null],
    ],
  ])('%s/%s', (folder, name, expected, names) => {
    const facts = read(folder, name);
    expect(brief(facts)).toBe(expected);
    expect(facts.parties.map((party) => party.name)).toEqual(names);
    expect(facts).toMatchObject({ reader: 'three-cx', startedAtMs: at('2025-06-03T18:22:23Z') });
  });
});

describe('names of Oreka', () => {
  test('are known in the folder of their hour only', () => {
    const name = '20220827_202929_EHDU.wav';
    expect(read('2022/08/27/20', name)).toMatchObject({
      reader: 'oreka',
      startedAtMs: at('2022-08-27T18:29:29Z'),
    });
    expect(read('phone', name)).toMatchObject({
      reader: 'generic',
      startedAtMs: at('2022-08-27T18:29:29Z'),
      parties: [],
    });
  });
});

describe('any other name', () => {
  test.each([
    ['Meeting 12.m4a', '2023-11-14T22:13:20.123Z', 'unknown, owner -'],
    ['2024-03-05 14.30.15 call.wav', '2024-03-05T13:30:15Z', 'unknown, owner -'],
    [
      '20240305143015_in_+4930123456_201.mp3',
      '2024-03-05T13:30:15Z',
      'inbound, caller x+4930123456, called e201, owner -',
    ],
    [
      'call_20240305-143015_201_+4930123456.wav',
      '2024-03-05T13:30:15Z',
      'unknown, caller e201, called x+4930123456, owner -',
    ],
    ['call 201 of 305.wav', '2023-11-14T22:13:20.123Z', 'unknown, owner -'],
    ['99999999-999999.wav', '2023-11-14T22:13:20.123Z', 'unknown, owner -'],
  ])('%s', (name, iso, expected) => {
    const facts = read('some/folder', name);
    expect([facts.reader, facts.startedAtMs, brief(facts)]).toEqual(['generic', at(iso), expected]);
  });
});

describe('the files of a folder', () => {
  test('voicemail in three formats with its text is one recording, and a greeting is none', () => {
    const names = ['msg0001.txt', 'msg0001.gsm', 'msg0001.WAV', 'msg0001.wav', 'msg0002.txt'];
    const claims = shareOut('voicemail/default/201/Old', names, 'auto', berlin);
    expect(claims.media).toMatchObject([
      { name: 'msg0001.wav', attached: ['msg0001.WAV', 'msg0001.gsm', 'msg0001.txt'] },
    ]);
    expect(claims.findings).toMatchObject([
      { path: 'voicemail/default/201/Old/msg0002.txt', kind: 'orphan-sidecar' },
    ]);
    const text = '[message]\norigmailbox=209\ncallerid="Ann Lee" <0171>\norigtime=1709645415\n';
    const facts = claims.media[0]?.read({ ...FILE, readText: () => text });
    expect(facts).toMatchObject({
      kind: 'voicemail',
      mailbox: '201/Old',
      owner: '201',
      startedAtMs: 1_709_645_415_000,
    });
    expect(facts?.parties[0]).toMatchObject({ name: 'Ann Lee', number: '0171' });
    const leftAt = (exten: string) =>
      claims.media[0]?.read({ ...FILE, readText: () => `${text}exten=${exten}\n` }).wasUnavailable;
    expect(['s-NOANSWER', 's-CHANUNAVAIL', 'vmu201'].map(leftAt)).toEqual([true, true, true]);
    expect(['s-BUSY', 'vmb201', '201', 'xs-NOANSWER'].map(leftAt)).toEqual([false, false, false, false]);
    expect(shareOut('voicemail/default/201', ['busy.wav'], 'auto', berlin).findings).toMatchObject([
      { kind: 'greeting' },
    ]);
  });

  test('a transcript and a screen recording belong to the recording of their name', () => {
    const claims = shareOut(
      'x',
      ['a.wav', 'a.srt', 'a.webm', 'b.wav', 'b.wav.json', 'c.mp4', 'd.srt', 'e.json'],
      'auto',
      berlin,
    );
    expect(claims.media.map(({ name, screen, transcript }) => [name, screen, transcript])).toEqual([
      ['a.wav', 'a.webm', 'a.srt'],
      ['b.wav', null, null],
      ['c.mp4', null, null],
    ]);
    // Its content says whether it is a transcript or tells of the call.
    expect(claims.media.map(({ details }) => details)).toEqual([[], ['b.wav.json'], []]);
    expect(claims.findings.map(({ path, kind }) => [path, kind])).toEqual([
      ['x/d.srt', 'orphan-sidecar'],
      ['x/e.json', 'not-understood'],
    ]);
  });

  test('each of any names ends once, whatever reader is chosen', () => {
    const base = fc.constantFrom(
      'msg0001',
      'unavail',
      'a',
      'external-1-2-20240305-143015-1709645415.42',
      '1709645415.42',
      '[x]_1-2_20250603202223(1)',
      '.',
      '..x',
      '__proto__',
    );
    const extension = fc.constantFrom(
      'wav',
      'WAV',
      'gsm',
      'txt',
      'json',
      'srt',
      'webm',
      'tif',
      'pdf',
      'csv',
      '',
      'g726-16',
    );
    const name = fc.tuple(base, extension).map(([one, two]) => (two === '' ? one : `${one}.${two}`));
    const folder = fc.constantFrom(
      '',
      'fax',
      'fax/outgoing',
      'voicemail/default/201',
      'voicemail/default/201/INBOX',
      '2022/08/27/20',
    );
    fc.assert(
      fc.property(
        folder,
        fc.uniqueArray(name, { maxLength: 20 }),
        fc.constantFrom('auto', 'freepbx', 'generic', 'oreka', 'three-cx'),
        (where, names, reader) => {
          const { media, findings, unclaimed } = shareOut(where, names, reader, berlin);
          const ended = [
            ...media.flatMap((claim) => [claim.name, ...claim.attached]),
            ...findings.map((finding) => finding.path.split('/').at(-1)),
          ];
          expect([...ended].sort()).toEqual([...names].sort());
          expect(unclaimed.size).toBe(0);
          for (const claim of media) claim.read(FILE);
        },
      ),
      { numRuns: 500 },
    );
  });
});
