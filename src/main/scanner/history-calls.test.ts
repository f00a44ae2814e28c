import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Disposition } from '../../shared/calls';
import type { Call } from '../catalog/calls';
import { listCallsByReference, listCallsOfSource } from '../catalog/calls';
import { Archive } from './scan.test-support';
import { removeSource } from './remove-source';

const ASTERISK_DIR = fileURLToPath(new URL('../../../e2e/archive/asterisk-22', import.meta.url));

let archive: Archive;
beforeEach(() => {
  archive = new Archive();
});
afterEach(() => archive.close());

interface Line {
  readonly call: number;
  readonly leg: number;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly application: string;
  readonly disposition: string;
  readonly startSec: number;
  readonly talkSec: number;
  readonly knowsLink: boolean;
}

const EPOCH_SEC = 1_795_305_600;

/** A line of cdr-custom, with the linked id where the telephone system told it. */
function toLine(line: Line): string {
  const unique = `${EPOCH_SEC + line.call * 40}.${line.call * 10 + line.leg}`;
  const linked = `${EPOCH_SEC + line.call * 40}.${line.call * 10}`;
  const wall = (sec: number) => new Date(sec * 1000).toISOString().slice(0, 19).replace('T', ' ');
  const start = EPOCH_SEC + line.call * 40 + line.startSec;
  const fields = [
    `"""Name of ${line.from}"" <${line.from}>"`,
    ...[line.from, line.to, line.application === 'Queue' ? 'ext-queues' : 'ext-local'],
    ...['PJSIP/trunk-0000001', `PJSIP/${line.by}-00000002`, line.application, ''],
    ...[wall(start), wall(start), wall(start + line.talkSec), line.talkSec, line.talkSec],
    ...[line.disposition, 'DOCUMENTATION', '', unique],
    ...(line.knowsLink ? ['', '1', linked] : []),
  ];
  return `${fields.map((field, index) => (index === 0 ? field : `"${field}"`)).join(',')}\n`;
}

const lines = fc.array(
  fc.record<Line>({
    call: fc.integer({ min: 0, max: 5 }),
    leg: fc.integer({ min: 0, max: 2 }),
    from: fc.constantFrom('201', '202', '0301234567', ''),
    to: fc.constantFrom('201', '203', '700', '0891112223', 's'),
    by: fc.constantFrom('201', '203', 'trunk'),
    application: fc.constantFrom('Dial', 'Queue', 'VoiceMail', 'ConfBridge', 'Hangup'),
    disposition: fc.constantFrom('ANSWERED', 'NO ANSWER', 'BUSY', 'FAILED'),
    startSec: fc.integer({ min: 0, max: 9 }),
    talkSec: fc.integer({ min: 0, max: 90 }),
    knowsLink: fc.boolean(),
  }),
  { maxLength: 14 },
);

/** All of the calls that a scan writes, whatever keys and numbers of scopes it gave. */
function callsOf({ db }: Archive): unknown {
  const calls = listCallsOfSource(db, 1, 1000)
    .map((call) => ({ ...call, key: 0, scopeIds: [] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const visible = db.all(
    `SELECT call.id, scope.subject, scope.number, scope.class FROM visibility JOIN scope ON scope.id = visibility.scope
     JOIN call ON call.key = visibility.key WHERE scope.class = 5 ORDER BY 1, 2, 3`,
  );
  const rows = db.get('SELECT count(*) FROM visibility JOIN scope ON scope.id = scope WHERE class = 5');
  const found = ['201', '0301234567', 'name', '700'].map((word) =>
    db.all(
      'SELECT id FROM call WHERE key IN (SELECT rowid FROM call_search WHERE call_search MATCH ?) ORDER BY id',
      [`words : "${word}"`],
    ),
  );
  return { calls, visible, rows, found, tallies: db.all('SELECT * FROM call_tally') };
}

/** The sums that the tallies must hold, counted anew. */
function countedAnew({ db }: Archive): unknown {
  return db.all(
    `SELECT wall_hour / 24 AS day, wall_hour % 24 AS hour, direction, disposition, count(*) AS calls,
       sum(max(0, coalesce(ended_at_ms - answered_at_ms, 0))) AS talk FROM call GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  );
}

test('calls that are kept up to date are those that are made at once, whatever told them in which order', () => {
  fc.assert(
    fc.property(lines, fc.array(fc.integer({ min: 0, max: 2 })), (told, places) => {
      const grown = new Archive();
      const whole = new Archive();
      try {
        const files = ['a.csv', 'b.csv', 'c.csv'];
        // A head by which each file is known for history, and by whose clock.
        const head = toLine({ ...HEAD, call: 900 });
        for (const file of files) grown.write(file, head);
        for (const [index, line] of told.entries()) {
          const filePath = path.join(grown.dir, files[places[index] ?? 0] ?? 'a.csv');
          appendFileSync(filePath, toLine(line));
          grown.touch(grown.dir);
          if (index % 4 === 3) grown.scan();
        }
        grown.scan();
        grown.scan({ everything: true });
        for (const file of [...files].reverse())
          whole.write(file, readFileSync(path.join(grown.dir, file), 'utf8'));
        whole.scan();
        expect(callsOf(grown)).toEqual(callsOf(whole));
        expect(
          whole.db.all(
            `SELECT wall_day AS day, hour, direction, disposition, calls, talk_ms AS talk FROM call_tally
             WHERE subject = 'all' ORDER BY 1, 2, 3, 4`,
          ),
        ).toEqual(countedAnew(whole));
        removeSource(grown.db, 1, () => false);
        for (const table of ['call', 'visibility', 'call_tally', 'number', 'call_leg'])
          expect(grown.db.get(`SELECT count(*) AS left FROM ${table}`), table).toEqual({ left: 0 });
      } finally {
        grown.close();
        whole.close();
      }
    }),
    { numRuns: 25 },
  );
});

const HEAD: Line = {
  ...{ call: 0, leg: 0, from: '201', to: '203', by: '203', application: 'Dial' },
  ...{ disposition: 'ANSWERED', startSec: 0, talkSec: 5, knowsLink: true },
};

test('legs that turn out to belong to another call leave no call behind', () => {
  archive.write('a.csv', toLine({ ...HEAD, leg: 1, knowsLink: false }));
  archive.scan();
  expect(listCallsOfSource(archive.db, 1, 10)).toHaveLength(1);
  archive.write('b.csv', toLine(HEAD) + toLine({ ...HEAD, leg: 1 }));
  archive.scan();
  expect(listCallsOfSource(archive.db, 1, 10)).toMatchObject([{ legs: 2 }]);
});

test('a corrected zone moves the calls to the days of the new one', () => {
  archive.write('a.csv', toLine(HEAD));
  archive.scan();
  const [before] = listCallsOfSource(archive.db, 1, 10);
  archive.scan({ everything: true }, { timeZone: 'Asia/Kathmandu' });
  const [after] = listCallsOfSource(archive.db, 1, 10);
  expect((after?.wallHour ?? 0) - (before?.wallHour ?? 0)).toBe(4);
  expect(archive.db.all("SELECT calls, hour FROM call_tally WHERE subject = 'all'")).toEqual([
    { calls: 1, hour: (after?.wallHour ?? 0) % 24 },
  ]);
});

test('the calls of the real archive are as they truly were', () => {
  archive.close();
  archive = new Archive(ASTERISK_DIR);
  archive.scan();
  const calls = new Map(listCallsOfSource(archive.db, 1, 1000).map((call) => [call.linkedReference, call]));
  const told = readFileSync(path.join(ASTERISK_DIR, 'var/log/asterisk/cdr-custom/Master.csv'), 'utf8');
  const linked = told.match(/(?<=",\d+,")\d{10}\.\d+/g) ?? [];
  expect([...calls.keys()].sort()).toEqual([...new Set(linked)].sort());
  const expected: readonly [string, Call['direction'], Disposition, string[]][] = [
    ['1795305870.0', 'internal', 'answered', ['101', '102']],
    ['1795305872.8', 'internal', 'busy', ['102', '203']],
    ['1795305871.4', 'internal', 'notAnswered', ['103', '201']],
    ['1795305879.34', 'outbound', 'busy', ['101', '900471100']],
    ['1795305885.63', 'inbound', 'notAnswered', ['01715550102', '700']],
    ['1795305886.65', 'inbound', 'answered', ['+48221234567', '204', '701']],
    ['1795305881.46', 'inbound', 'answered', ['030555123', '204', '600']],
    ['1795305889.83', 'internal', 'answered', ['101', '102', '103', '800']],
    ['1795305900.127', 'internal', 'busy', ['101', '202']],
    ['1795305899.123', 'inbound', 'notAnswered', ['01715550105', '201']],
    ['1795305888.77', 'inbound', 'answered', ['01715550104', '202', '204']],
    ['1795305887.69', 'inbound', 'answered', ['01715550103', '201', '203']],
    ['1795305903.136', 'inbound', 'answered', ['', '209']],
    ['1795305901.132', 'inbound', 'answered', ['', '4930555777']],
    ['1795305908.161', 'internal', 'answered', ['*77', '102']],
  ];
  const found = expected.map(([reference]) => {
    const call = calls.get(reference);
    const numbers = call?.parties.map((party) => party.number).sort();
    return [reference, call?.direction, call?.disposition, numbers];
  });
  expect(found).toEqual(expected);
  expect(calls.get('1795305881.46')?.group).toBe('600');
  expect(calls.get('1795305888.77')?.legs).toBe(5);
});

test('a call and its recordings agree on who took part, on direction and group', () => {
  archive.close();
  archive = new Archive(ASTERISK_DIR);
  archive.scan();
  const differences = archive
    .rows()
    .filter((row) => row.kind === 0)
    .flatMap((row) => {
      const [call] = listCallsByReference(archive.db, 1, [row.linkedReference ?? '']);
      if (!call) return [`${row.path} has no call`];
      const direction = ['inbound', 'outbound', 'internal', 'unknown'][row.direction];
      const isSame = call.direction === direction && call.group === row.group;
      const missing = row.parties.filter(
        ({ number }) => !call.parties.some((party) => party.number === number),
      );
      return isSame && missing.length === 0 ? [] : [`${row.path} ${missing.map((one) => one.number).join()}`];
    });
  // The number from outside stands in the name alone; and a piece of a transferred call is inside the house.
  expect(differences.map((told) => told.replace(/^.*\//, ''))).toEqual([
    'in-4989200300-004315551234-20261122-010436-1795305876.22.gsm 4989200300',
    'internal-204-202-20261122-010514-1795305914.171.wav ',
  ]);
});

test('a file of history that is taken away leaves its calls', () => {
  const filePath = archive.write('a.csv', toLine(HEAD));
  archive.scan();
  rmSync(filePath);
  archive.touch(archive.dir);
  archive.scan();
  expect(listCallsOfSource(archive.db, 1, 10)).toHaveLength(1);
});
