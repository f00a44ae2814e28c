// Call history and recordings may come in any order, and in parts: the catalog must be the same in the end.
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { Archive, numbersOf, wav } from './scan.test-support';

const REAL_DIR = fileURLToPath(new URL('../../../e2e/archive/asterisk-22/var', import.meta.url));
const HISTORIES = ['log/asterisk/cdr-csv/Master.csv', 'log/asterisk/cdr-custom/Master.csv'];

const opened: Archive[] = [];
afterEach(() => {
  for (const archive of opened.splice(0)) archive.close();
});
function open(zone?: string): Archive {
  const archive = new Archive(undefined, zone);
  opened.push(archive);
  return archive;
}

const linesOf = (name: string): string[] =>
  readFileSync(path.join(REAL_DIR, name), 'utf8').match(/.*\n/g) ?? [];

/** Copies what is not history, with times that stay the same. */
function copyRecordings(archive: Archive, folder = 'spool'): void {
  for (const entry of readdirSync(path.join(REAL_DIR, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) copyRecordings(archive, name);
    else {
      const target = path.join(archive.dir, name);
      mkdirSync(path.dirname(target), { recursive: true });
      copyFileSync(path.join(REAL_DIR, name), target);
      utimesSync(target, 1.6e9, 1.6e9);
      archive.touch(path.dirname(target));
    }
  }
}

function append(archive: Archive, name: string, lines: readonly string[]): void {
  const filePath = path.join(archive.dir, name);
  mkdirSync(path.dirname(filePath), { recursive: true });
  appendFileSync(filePath, lines.join(''));
  archive.touch(path.dirname(filePath));
}

test('history before, after, and in pieces among the recordings makes the same catalog', () => {
  const before = open();
  for (const name of HISTORIES) append(before, name, linesOf(name));
  before.scan();
  copyRecordings(before);
  before.scan();

  const after = open();
  copyRecordings(after);
  after.scan();
  expect(after.rows().some((row) => row.foundBy.includes('call history'))).toBe(false);
  for (const name of [...HISTORIES].reverse()) {
    append(after, name, linesOf(name));
    after.scan();
  }

  const among = open();
  copyRecordings(among);
  for (let at = 0; at < 53; at += 5) {
    for (const name of HISTORIES) append(among, name, linesOf(name).slice(at, at + 5));
    if (at === 20) copyRecordings(among);
    expect(among.scan()).toMatchObject({ state: 'done', failure: null });
  }
  expect(after.content()).toEqual(before.content());
  expect(among.content()).toEqual(before.content());
  expect(before.rows().filter((row) => row.foundBy.includes('call history'))).toHaveLength(28);
});

test('a history that grew is read from where it ended', () => {
  const archive = open();
  const [name = ''] = HISTORIES;
  const lines = linesOf(name);
  append(archive, name, lines.slice(0, 50));
  archive.scan();
  append(archive, name, lines.slice(50));
  archive.scan();
  expect(archive.db.get('SELECT count(*) AS count FROM call_leg')).toEqual({ count: 53 });
  expect(archive.findings()).toEqual([]);
});

test('a history that was replaced by another one is read whole, and what the first told stays told', () => {
  const archive = open();
  const [name = ''] = HISTORIES;
  const lines = linesOf(name);
  append(archive, name, lines.slice(0, 10));
  archive.scan();
  writeFileSync(path.join(archive.dir, name), lines.slice(5).join(''));
  archive.scan();
  expect(archive.db.get('SELECT count(*) AS count FROM call_leg')).toEqual({ count: 53 });
});

test('half a line at the end is read when the other half is there', () => {
  const archive = open();
  const [name = ''] = HISTORIES;
  const text = linesOf(name).join('');
  append(archive, name, [text.slice(0, -90)]);
  archive.scan();
  append(archive, name, [text.slice(-90)]);
  archive.scan();
  expect(archive.db.get('SELECT count(*) AS count FROM call_leg')).toEqual({ count: 53 });
});

test('whether a history is in local time or in UTC is told by its unique ids, in any zone', () => {
  for (const name of HISTORIES) {
    const archive = open();
    copyRecordings(archive);
    append(archive, name, linesOf(name));
    archive.scan();
    const start = archive.db.get('SELECT started_at_ms AS ms FROM call_leg WHERE unique_reference = ?', [
      '1795305870.0',
    ]);
    expect(start).toEqual({ ms: 1_795_305_870_000 });
  }
});

test('where the source has the wrong zone, starts are right by the unique ids, and it is said', () => {
  const archive = open('America/New_York');
  copyRecordings(archive);
  for (const name of HISTORIES) append(archive, name, linesOf(name));
  archive.scan();
  const right = open();
  copyRecordings(right);
  for (const name of HISTORIES) append(right, name, linesOf(name));
  right.scan();
  // Only what was recorded on demand begins at no moment that an id would tell.
  const starts = (of: Archive) =>
    of.rows().flatMap((row) => (row.path.includes('ondemand') ? [] : [[row.path, row.startedAtMs]]));
  expect(starts(archive)).toEqual(starts(right));
  const clocks = archive.findings().filter((finding) => finding.kind === 'clock-off');
  expect(clocks.map((finding) => finding.path)).toEqual([
    'log/asterisk/cdr-custom/Master.csv',
    'spool/asterisk/monitor/2026/11/22',
  ]);
});

test('lines that are no history are counted, and the others are read', () => {
  const archive = open();
  const [name = ''] = HISTORIES;
  const lines = linesOf(name);
  append(archive, name, [
    ...lines.slice(0, 20),
    '<<garbage>>\n',
    '"never closed, 1, 2\n',
    ...lines.slice(20),
    '\0\0\0\n',
  ]);
  archive.scan();
  expect(archive.db.get('SELECT count(*) AS count FROM call_leg')).toEqual({ count: 53 });
  expect(archive.findings()).toMatchObject([{ kind: 'bad-call-history', path: name }]);
});

test("FreePBX's own export brings names, the number called from outside, and the account", () => {
  const archive = open();
  archive.write('rec/external-201-015112345-20240305-143015-1709645415.42.wav', wav(2));
  const header =
    'calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,disposition,amaflags,accountcode,uniqueid,' +
    'userfield,did,recordingfile,cnum,cnam,outbound_cnum,outbound_cnam,dst_cnam,linkedid,peeraccount,sequence\n';
  const line =
    '"2024-03-05 14:30:15","""Eve"" <015112345>",015112345,201,from-did-direct,PJSIP/t-1,PJSIP/201-00000002,Dial,x,9,7,ANSWERED,3,acc7,' +
    '1709645415.42,,4989200300,external.wav,015112345,Eve,,,,1709645415.41,,7\n';
  archive.write('rec/cdr.csv', header + line);
  archive.scan();
  expect(archive.row('rec/external-201-015112345-20240305-143015-1709645415.42.wav')).toMatchObject({
    line: '4989200300',
    accountCode: 'acc7',
    linkedReference: '1709645415.41',
    parties: [
      { role: 'caller', name: 'Eve' },
      { role: 'called', number: '201' },
    ],
  });
});

test("a queue's own recording is known by its history alone", () => {
  const archive = open();
  archive.write('q/1795305883.56.wav', wav(2));
  archive.scan();
  expect(archive.row('q/1795305883.56.wav')).toMatchObject({ direction: 3, parties: [] });
  for (const name of HISTORIES) append(archive, name, linesOf(name));
  archive.scan();
  const row = archive.row('q/1795305883.56.wav');
  expect(row).toMatchObject({ direction: 0, group: '700', owner: '201', startedAtMs: 1_795_305_883_000 });
  expect(numbersOf(row)).toEqual(['01715550101', '700', '201']);
});

test("Oreka's tapes are joined to their list, whichever comes first", () => {
  const line =
    'date=2024-03-05_14-30-15 duration=2 direction=in localside=unknown audiokeepdirection=both capturePort=EHDU localParty=201 ' +
    'remoteParty=+49%s30 localEntryPoint=4930100 localIp=192.0.2.1 remoteIp=192.0.2.2 filename=2024/03/05/14/20240305_143015_EHDU.wav nativeCallId=7%e8 ondemand=false \n';
  const tape = '2024/03/05/14/20240305_143015_EHDU.wav';
  const [first, second] = [open(), open()];
  first.write('tapelist.log', line);
  first.write(tape, wav(2), new Date(1.6e12));
  first.scan();
  second.write(tape, wav(2), new Date(1.6e12));
  second.scan();
  second.write('tapelist.log', line);
  second.scan();
  expect(second.content()).toEqual(first.content());
  expect(first.row(tape)).toMatchObject({
    ...{ reader: 'oreka', direction: 0, owner: '201', line: '4930100', linkedReference: '7=8' },
    parties: [
      { role: 'caller', number: '+49 30' },
      { role: 'called', number: '201', numberKind: 'extension' },
    ],
  });
});
