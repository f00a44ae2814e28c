// Asterisk writes no unique id into its call history unless it is told to: 16 columns, which are joined by time and numbers.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Archive, wav } from './scan.test-support';

const BERLIN = 'Europe/Berlin';
const opened: Archive[] = [];
afterEach(() => {
  for (const archive of opened.splice(0)) archive.close();
});

const RECORDING = 'monitor/q-700-15550100-20240305-143015-1709645415.42.wav';
const ON_DEMAND = 'monitor/ondemand-203-202-20240305-150130-1709647285.50.wav';

interface Line {
  readonly from: string;
  readonly name: string;
  readonly to: string;
  readonly application: string;
  readonly by: string;
  readonly at: string;
  readonly uniqueId: string;
}
const LINES: readonly Line[] = [
  {
    ...{ from: '15550100', name: 'Ann', to: '700', application: 'Queue', by: '201' },
    ...{ at: '2024-03-05 14:30:15', uniqueId: '1709645415.42' },
  },
  {
    ...{ from: '202', name: 'Bob', to: '203', application: 'Dial', by: '203' },
    ...{ at: '2024-03-05 15:01:20', uniqueId: '1709647280.49' },
  },
];

/** Two minutes later, within the hour. */
const end = (at: string): string =>
  at.replace(/:(\d\d):/, (_, minute: string) => `:${String(Number(minute) + 2).padStart(2, '0')}:`);
const quoted = (fields: readonly string[]): string =>
  `${fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}\n`;

function toSixteen({ from, name, to, application, by, at }: Line): string {
  const channels = [`PJSIP/${from}-00000001`, `PJSIP/${by}-00000002`];
  const fields = [
    'acc',
    from,
    to,
    'ctx',
    `"${name}" <${from}>`,
    ...channels,
    application,
    '',
    at,
    at,
    end(at),
  ];
  return `${quoted(fields).trimEnd()},120,120,"ANSWERED","DOCUMENTATION"\n`;
}

const TABLE_HEADER =
  'calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,disposition,amaflags,accountcode,uniqueid,userfield,did,recordingfile,cnum,cnam,outbound_cnum,outbound_cnam,dst_cnam,linkedid,peeraccount,sequence\n';

function toTableRow({ from, name, to, application, by, at, uniqueId }: Line): string {
  const channels = [`PJSIP/${from}-00000001`, `PJSIP/${by}-00000002`];
  return quoted([
    ...[
      at,
      `"${name}" <${from}>`,
      from,
      to,
      'ctx',
      ...channels,
      application,
      '',
      '120',
      '120',
      'ANSWERED',
      '3',
    ],
    ...['acc', uniqueId, '', '', '', from, name, '', '', '', uniqueId, '', '1'],
  ]);
}

function make(histories: readonly ['Master.csv' | 'cdr.csv', string][], zone = BERLIN): Archive {
  const archive = new Archive(undefined, zone);
  opened.push(archive);
  for (const name of [RECORDING, ON_DEMAND]) {
    mkdirSync(path.join(archive.dir, 'monitor'), { recursive: true });
    writeFileSync(path.join(archive.dir, name), wav(2, name.length));
  }
  archive.touch(archive.dir);
  archive.touch(path.join(archive.dir, 'monitor'));
  archive.scan();
  for (const [name, text] of histories) {
    writeFileSync(path.join(archive.dir, name), text);
    archive.touch(archive.dir);
    archive.scan();
  }
  return archive;
}

const sixteen = LINES.map(toSixteen).join('');
const table = TABLE_HEADER + LINES.map(toTableRow).join('');
const callsOf = ({ db }: Archive): unknown =>
  db.all('SELECT linked_reference, started_at_ms, parties, legs FROM call ORDER BY started_at_ms');

test('a line without unique id is joined to its recording, and to the one that was begun within its call', () => {
  const archive = make([['Master.csv', sixteen]]);
  const queue = archive.row(RECORDING);
  expect(queue.parties.map(({ role, number, name }) => [role, number, name])).toEqual([
    ['caller', '15550100', 'Ann'],
    ['called', '700', null],
    ['agent', '201', null],
  ]);
  expect(queue).toMatchObject({ owner: '201', accountCode: 'acc', foundBy: ['file name', 'call history'] });
  expect(archive.row(ON_DEMAND).parties).toMatchObject([{ name: 'Bob' }, { number: '203' }]);
  expect(callsOf(archive)).toHaveLength(2);
  expect(archive.findings()).toMatchObject([{ path: 'Master.csv', kind: 'bad-call-history' }]);
});

test('is not joined where its clock is another, and the recording is listed by its name all the same', () => {
  const archive = make([['Master.csv', sixteen]], 'Asia/Kathmandu');
  expect(archive.row(RECORDING).foundBy).toEqual(['file name']);
});

test('stands back for the same line with its unique id, whichever is read first', () => {
  const orders = [
    make([
      ['Master.csv', sixteen],
      ['cdr.csv', table],
    ]),
    make([
      ['cdr.csv', table],
      ['Master.csv', sixteen],
    ]),
    make([['cdr.csv', table]]),
  ];
  const [first, ...others] = orders.map((archive) => ({ calls: callsOf(archive), rows: archive.rows() }));
  expect(first?.calls).toHaveLength(2);
  for (const other of others) expect(other).toEqual(first);
});

test('a table row without unique id is no lost line, and one that is no row is a bad line', () => {
  const text = `${TABLE_HEADER}${LINES.map((line) => toTableRow({ ...line, uniqueId: '' })).join('')}a,b\n${TABLE_HEADER}`;
  const archive = make([['cdr.csv', text]]);
  expect(archive.row(RECORDING).owner).toBe('201');
  expect(archive.findings().map(({ detail }) => detail.slice(0, 7))).toEqual(['1 lines', '2 lines']);
});
