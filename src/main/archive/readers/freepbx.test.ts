// Files of FreePBX that are easily taken for something else.
import { describe, expect, test } from 'vitest';
import { ZoneClock } from '../zone';
import type { FolderClaims } from './folder-claims';
import { shareOut } from './share-out';

const berlin = new ZoneClock('Europe/Berlin');
const FILE = { modifiedAtMs: 1_700_000_000_123.4, header: null, readText: () => null };
const TAIL = '20240305-143015-1709645415.42';

function claim(folder: string, files: Readonly<Record<string, number>>): FolderClaims {
  return shareOut(folder, Object.keys(files), 'auto', berlin, { sizeOf: (name) => files[name] ?? null });
}

function numbersOf(name: string): string {
  const [media] = claim('', { [name]: 1000 }).media;
  const facts = media?.read(FILE);
  const parties = facts?.parties.map((party) => `${party.role} ${party.number}`);
  return [media?.reader, facts?.direction, ...(parties ?? [])].join(', ');
}

describe('a name of FreePBX', () => {
  test.each([
    // Eight digits and six look like a date and a time of day; those of the recording stand last.
    [`out-91234567-201001-${TAIL}.wav`, 'freepbx, outbound, caller 201001, called 91234567'],
    [`external-20111224-101010-${TAIL}.wav`, 'freepbx, inbound, caller 101010, called 20111224'],
    [
      `external-a-20111224-101010-15550100-${TAIL}.wav`,
      'freepbx, inbound, caller 15550100, called a-20111224-101010',
    ],
    [`out-+49-30-123-201-${TAIL}.wav`, 'freepbx, outbound, caller 201, called +49-30-123'],
  ])('is read from the right: %s', (name, expected) => {
    expect(numbersOf(name)).toBe(expected);
  });

  test.each([
    [`800-800-always-${TAIL}.wav`, 'freepbx, unknown, called 800'],
    [`800-800-yes-${TAIL}.wav`, 'freepbx, unknown, called 800'],
    [`room-800-always-${TAIL}.wav`, 'freepbx, unknown, called 800'],
    [`conference-800-101-${TAIL}.wav`, 'freepbx, internal, caller 101, called 800'],
  ])('of a conference has no caller where it says what was asked of the recording: %s', (name, expected) => {
    expect(numbersOf(name)).toBe(expected);
  });

  test.each([
    ['auto-1709645425-201-15550100.wav', 'freepbx, unknown, caller 201, called 15550100'],
    ['auto-1709645425-PJSIP-201-0000002a-+4930123.WAV', 'freepbx, unknown, caller 201, called +4930123'],
  ])('of a recording that was begun by a key says who and when: %s', (name, expected) => {
    expect(numbersOf(name)).toBe(expected);
    const [media] = claim('', { [name]: 1000 }).media;
    expect(media?.read(FILE)).toMatchObject({ startedAtMs: 1_709_645_425_000, callReference: null });
  });

  test.each([
    ['PJSIP-201-00000042', 'other 201 extension', '201'],
    ['SIP-2010-0a3f', 'other 2010 extension', '2010'],
    ['Local-201@from-queue-00000007;1', 'other 201 extension', '201'],
    ['PJSIP-trunk-berlin-00000043', '', null],
    ['DAHDI-i1-4930123-1', '', null],
    ['SIP-4930123456-0000002a', '', null],
  ])('that Asterisk made of second and channel says whose channel it was: %s', (channel, parties, owner) => {
    const base = `1709645425-${channel}`;
    const claims = claim('', { [`${base}-in.wav`]: 900, [`${base}-out.wav`]: 900, [`${base}.wav`]: 900 });
    expect(claims.findings).toEqual([]);
    const told = claims.media.map(({ reader, read }) => ({ reader, facts: read(FILE) }));
    expect(told).toHaveLength(3);
    for (const { reader, facts } of told) {
      expect(reader).toBe('freepbx');
      expect(facts).toMatchObject({ startedAtMs: 1_709_645_425_000, linkedReference: base, owner });
      expect(facts.direction).toBe('unknown');
      expect(facts.parties.map((one) => `${one.role} ${one.number} ${one.numberKind}`).join()).toBe(parties);
    }
  });

  test('that Asterisk made of second and channel says on which file the channel is heard', () => {
    const base = '1709645425-PJSIP-201-00000042';
    const claims = claim('', { [`${base}-in.wav`]: 900, [`${base}-out.wav`]: 900, [`${base}.wav`]: 900 });
    const heard = claims.media.map(({ name, read }) => [name, read(FILE).parties[0]?.channel]);
    expect(new Map(heard as [string, number | null][])).toEqual(
      new Map([
        [`${base}-in.wav`, 0],
        [`${base}-out.wav`, null],
        [`${base}.wav`, null],
      ]),
    );
  });

  test.each(['1709645425-Meeting-201-00000042.wav', '170964-PJSIP-201-00000042.wav'])(
    'is not seen in a name that only looks like a channel: %s',
    (name) => {
      expect(claim('', { [name]: 900 }).media).toMatchObject([{ reader: 'generic' }]);
    },
  );
});

describe('the same recording in several formats', () => {
  const base = `external-201-15550100-${TAIL}`;

  test('is one, listed by the format that sounds best', () => {
    const claims = claim('2024/03/05', {
      [`${base}.WAV`]: 5000,
      [`${base}.mp3`]: 4000,
      [`${base}.wav`]: 20_000,
      [`${base}.srt`]: 100,
    });
    expect(claims.media).toMatchObject([
      {
        name: `${base}.wav`,
        attached: [`${base}.WAV`, `${base}.mp3`, `${base}.srt`],
        transcript: `${base}.srt`,
      },
    ]);
    expect(claims.findings).toEqual([]);
  });

  test('is listed by the one that holds sound', () => {
    const claims = claim('2024/03/05', { [`${base}.wav`]: 44, [`${base}.WAV`]: 5000 });
    expect(claims.media).toMatchObject([{ name: `${base}.WAV`, attached: [`${base}.wav`] }]);
    const message = claim('voicemail/default/201/INBOX', {
      'msg0000.txt': 300,
      'msg0000.wav': 0,
      'msg0000.gsm': 3300,
    });
    expect(message.media).toMatchObject([{ name: 'msg0000.gsm', attached: ['msg0000.txt', 'msg0000.wav'] }]);
  });

  test('does not swallow the two sides of a call, nor another call of the same second', () => {
    const other = base.replace('.42', '.43');
    const claims = claim('', { [`${base}-in.wav`]: 900, [`${base}-out.wav`]: 900, [`${other}.wav`]: 900 });
    expect(claims.media).toHaveLength(3);
  });
});
