import { describe, expect, test } from 'vitest';
import { ZoneClock } from '../zone';
import { findCdrClock, findCdrLayout, readCdrLine, toCallLeg } from './asterisk-cdr';
import { findExtensionOfChannel, parseCallerId, toNumberKind } from './caller-id';

const berlin = new ZoneClock('Europe/Berlin');
const EPOCH = Date.parse('2024-03-05T13:30:15Z') / 1000;

/** A line of cdr-csv with so many columns. */
function csv(columns: number, at = '2024-03-05 13:30:15', uniqueId = `${EPOCH}.42`): string[] {
  const line = [
    'acc',
    '0171',
    '201',
    'ctx',
    '"Ann" <0171>',
    'PJSIP/t-00000001',
    'PJSIP/201-00000002',
    'Dial',
    'x',
    at,
    at,
    at,
  ];
  return [
    ...line,
    '125',
    '120',
    'ANSWERED',
    'DOCUMENTATION',
    uniqueId,
    'field',
    'peer',
    `${EPOCH}.41`,
    '7',
  ].slice(0, columns);
}

test('a line of any number of columns from 16 to 21 is read, and what is not there is unknown', () => {
  for (const columns of [17, 18, 19, 20, 21]) {
    const fields = csv(columns);
    const raw = readCdrLine(fields, findCdrLayout(fields)!);
    expect(raw, `${columns}`).toMatchObject({
      ...{ uniqueReference: `${EPOCH}.42`, linkedReference: columns >= 20 ? `${EPOCH}.41` : null },
      ...{ fromNumber: '0171', fromName: 'Ann', toNumber: '201', accountCode: 'acc', application: 'Dial' },
    });
  }
  const withoutId = readCdrLine(csv(16), findCdrLayout(csv(16))!);
  expect(withoutId).toMatchObject({ fromNumber: '0171', linkedReference: null });
  expect(withoutId?.uniqueReference).toMatch(/^line-/);
});

test('a leg tells in whose mailboxes a message was left after the greeting of an unavailable owner', () => {
  const boxesOf = (application: string, data: string): string | null => {
    const fields = csv(21);
    fields.splice(7, 2, application, data);
    const raw = readCdrLine(fields, findCdrLayout(fields)!);
    return raw && toCallLeg(raw, 'utc', berlin).absentMailboxes;
  };
  expect(boxesOf('VoiceMail', '201@default,us')).toBe('201');
  expect(boxesOf('VoiceMail', '201@default&202@other&x,su')).toBe('201&202');
  expect(boxesOf('VoiceMail', '201|u')).toBe('201');
  for (const data of ['201@default,bs', '201@default', '201@default,sg(u)', 'u,b', ',u', '']) {
    expect(boxesOf('VoiceMail', data), data).toBeNull();
  }
  expect(boxesOf('Dial', '201@default,u')).toBeNull();
});

test('the order of cdr-custom is told by its dates', () => {
  const [account = '', src = '', dst = '', context = '', clid = '', ...rest] = csv(16);
  const fields = [
    clid,
    src,
    dst,
    context,
    ...rest,
    account,
    `${EPOCH}.42`,
    '',
    '7',
    `${EPOCH}.41`,
    'file.wav',
  ];
  expect(findCdrLayout(fields)).toEqual({ kind: 'custom' });
  expect(readCdrLine(fields, { kind: 'custom' })).toMatchObject({
    fromName: 'Ann',
    accountCode: 'acc',
    linkedReference: `${EPOCH}.41`,
  });
});

test('lists of other things are no history', () => {
  expect(findCdrLayout(['CHAN_START', `${EPOCH}.1`, ...Array.from({ length: 18 }, () => '')])).toBeNull();
  expect(findCdrLayout([`${EPOCH}`, '102', '203'])).toBeNull();
  expect(findCdrLayout(Array.from({ length: 21 }, () => '__proto__'))).toBeNull();
});

describe('the clock of a history', () => {
  const rawAt = (at: string, uniqueId?: string) => readCdrLine(csv(18, at, uniqueId), { kind: 'csv' })!;
  test('is told by the legs that began with their channel, however many began later', () => {
    const late = ['2024-03-05 14:31:00', '2024-03-05 14:50:00', '2024-03-05 15:10:00'].map((at) => rawAt(at));
    expect(findCdrClock([...late, rawAt('2024-03-05 14:30:16')], berlin)).toBe('zone');
    expect(findCdrClock([...late, rawAt('2024-03-05 13:30:15')], berlin)).toBe('utc');
    expect(findCdrClock([rawAt('2024-03-05 13:31:00')], berlin)).toBeNull();
  });

  test('of another zone is an offset', () => {
    const clock = findCdrClock([rawAt('2024-03-05 08:30:15'), rawAt('2024-03-05 08:30:15')], berlin);
    expect(clock).toEqual({ offsetMs: -5 * 3_600_000 });
    expect(toCallLeg(rawAt('2024-03-05 08:30:15'), clock!, berlin).startedAtMs).toBe(EPOCH * 1000);
  });

  test('in the hour that occurs twice is told by the unique id', () => {
    for (const iso of ['2026-10-25T00:20:15Z', '2026-10-25T01:20:15Z']) {
      const raw = rawAt('2026-10-25 02:20:15', `${Date.parse(iso) / 1000}.1`);
      expect(toCallLeg(raw, 'zone', berlin).startedAtMs).toBe(Date.parse(iso));
    }
  });

  test('does not part the legs of two files', () => {
    const [utc, local] = [rawAt('2024-03-05 13:30:15'), rawAt('2024-03-05 14:30:15')];
    expect(toCallLeg(utc, 'utc', berlin)).toEqual(toCallLeg(local, 'zone', berlin));
  });
});

test('caller ids are taken apart as Asterisk puts them together', () => {
  expect(parseCallerId('"Fa. \\"Krause & Söhne\\", Einkauf" <+493012345678>')).toEqual({
    number: '+493012345678',
    name: 'Fa. "Krause & Söhne", Einkauf',
  });
  expect(parseCallerId('"" <>')).toEqual({ number: '', name: null });
  expect(parseCallerId('"0171" <0171>')).toEqual({ number: '0171', name: null });
  expect(parseCallerId('Ann Lee <201>')).toEqual({ number: '201', name: 'Ann Lee' });
  expect(parseCallerId('anonymous')).toEqual({ number: '', name: null });
});

test('only what looks like an extension is one', () => {
  expect(['201', '12345', '0171', '+4930', '1', '4989200300', '', '*97'].map(toNumberKind)).toEqual([
    ...['extension', 'extension', 'external', 'external', 'unknown', 'external', 'unknown', 'unknown'],
  ]);
  const channels = [
    'PJSIP/201-0000002a',
    'SIP/2010-0000002a',
    'Local/202@from-queue-00000007;1',
    'Local/FMPR-203@x-1;2',
    'PJSIP/trunk-munich-0000002a',
    'PJSIP/4930123456-0000002a',
    'Local/0301234@out-1;1',
    'DAHDI/i1/201-3',
    '',
  ];
  expect(channels.map(findExtensionOfChannel)).toEqual([
    '201',
    '2010',
    '202',
    '203',
    null,
    null,
    null,
    null,
    null,
  ]);
});
