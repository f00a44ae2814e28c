// The real Asterisk archive, opened as a new user would open his own, against what is known of each of its files. Every
// expectation is made from TRUTH.json here; the scanner never sees that file as anything but one it does not understand.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccount } from './account.test-support';
import { Archive } from './scan.test-support';
import type { Row } from './scan.test-support';

const ARCHIVE_DIR = fileURLToPath(new URL('../../../e2e/archive/asterisk-22', import.meta.url));

interface TrueFile {
  readonly file: string;
  readonly kind: string;
  readonly type?: string;
  readonly called?: string;
  readonly direction?: string;
  readonly caller?: { readonly number: string; readonly name: string };
  readonly original_caller?: { readonly number: string; readonly name: string };
  readonly parties?: readonly { readonly number: string; readonly name: string }[];
  readonly dialed_legs?: readonly { readonly number: string; readonly status: string }[];
  readonly uniqueid?: string;
  readonly linkedid?: string;
  readonly did?: string | null;
  readonly queue?: string | null;
  readonly group?: string | null;
  readonly mailbox?: string;
  readonly folder?: string;
  readonly side?: string;
  readonly call_start_utc?: string;
  readonly record_start_utc?: string;
  readonly media?: { readonly duration?: number; readonly channels?: number };
}
interface Truth {
  readonly files: readonly TrueFile[];
  readonly calls_without_files: readonly { readonly linkedid: string }[];
  readonly cdr_lines: number;
}

const truth = JSON.parse(readFileSync(path.join(ARCHIVE_DIR, 'TRUTH.json'), 'utf8')) as Truth;
const KINDS: Readonly<Record<string, string>> = {
  recording: 'call',
  'voicemail message': 'voicemail',
  'fax received': 'fax',
};
const KIND_NAMES = ['call', 'voicemail', 'fax'];
const DIRECTION_NAMES = ['inbound', 'outbound', 'internal', 'unknown'];

const archive = new Archive(ARCHIVE_DIR);
let end: ReturnType<Archive['scan']>;
let rows: Map<string, Row>;
beforeAll(() => {
  end = archive.scan();
  rows = new Map(archive.rows().map((row) => [row.path, row]));
});
afterAll(() => archive.close());

const isMessage = (file: TrueFile): boolean => file.kind === 'voicemail message';
/** A message is one recording in three formats with its text. */
const isListed = (file: TrueFile): boolean =>
  (file.kind === 'recording' && (file.media?.duration ?? 0) > 0) ||
  file.kind === 'fax received' ||
  (isMessage(file) && file.file.endsWith('.wav'));
const msOf = (utc: string | undefined): number =>
  Date.parse((utc ?? '').replace(' ', 'T').replace(/Z?$/, 'Z'));
const nameOf = (name: string | undefined): string | null => (name === undefined || name === '' ? null : name);

/** What is on disk about the number that was called, besides the file's own name. */
const logs = ['cdr-csv/Master.csv', 'cdr-custom/Master.csv', 'queue_log']
  .map((name) => readFileSync(path.join(ARCHIVE_DIR, 'var/log/asterisk', name), 'utf8'))
  .join('\n');

function expectedOf(file: TrueFile): Record<string, unknown> {
  const isFax = file.kind === 'fax received';
  const isCall = file.kind === 'recording';
  const did = file.did ?? null;
  // The number from outside stands nowhere but in the names of type 'in'.
  const line = did !== null && (file.file.includes(did) || logs.includes(did)) ? did : null;
  const answered = isCall
    ? (file.dialed_legs ?? []).filter((leg) => leg.status === 'ANSWER').map((leg) => leg.number)
    : [];
  const isForGroupOrLine = file.type === 'q' || file.type === 'rg' || file.type === 'in';
  const called = isFax ? '' : (file.called ?? '');
  const people = [file.caller, file.original_caller, ...(file.parties ?? [])].filter(
    (one) => one !== undefined,
  );
  return {
    kind: KINDS[file.kind],
    direction: file.direction,
    startedAtMs: msOf(file.record_start_utc ?? file.call_start_utc),
    isTimeDoubtful: 0,
    callReference: file.uniqueid,
    linkedReference: file.linkedid,
    caller: { number: file.caller?.number, name: nameOf(file.caller?.name) },
    called,
    numbers: [...new Set([...people.map((one) => one.number), called, ...answered])].sort(),
    names: Object.fromEntries(people.map((one) => [one.number, nameOf(one.name)])),
    agent: isForGroupOrLine ? answered[0] : undefined,
    group: file.queue ?? file.group ?? null,
    line,
    mailbox: isMessage(file) ? `${file.mailbox ?? ''}/${file.folder ?? ''}` : null,
    // 202 was busy; whoever did not answer was told to be unavailable.
    wasUnavailable: isMessage(file) && file.dialed_legs?.some((leg) => leg.status === 'NOANSWER') ? 1 : 0,
    channels: file.media?.channels,
    channelOfCaller: file.side?.startsWith('receive') === true || file.media?.channels === 2 ? 0 : null,
  };
}

function foundOf(row: Row, file: TrueFile): Record<string, unknown> {
  const of = (role: string) => row.parties.find((party) => party.role === role);
  const expectedNames = expectedOf(file)['names'] as Record<string, string | null>;
  return {
    kind: KIND_NAMES[row.kind],
    direction: DIRECTION_NAMES[row.direction],
    startedAtMs: row.startedAtMs,
    isTimeDoubtful: row.isTimeDoubtful,
    callReference: row.callReference,
    linkedReference: row.linkedReference,
    caller: { number: of('caller')?.number, name: of('caller')?.name },
    called: of('called')?.number,
    numbers: row.parties.map((party) => party.number).sort(),
    names: Object.fromEntries(
      Object.keys(expectedNames).map((number) => [
        number,
        row.parties.find((party) => party.number === number)?.name ?? null,
      ]),
    ),
    agent: of('agent')?.number,
    group: row.group,
    line: row.line,
    mailbox: row.mailbox,
    wasUnavailable: row.wasUnavailable,
    channels: file.kind === 'fax received' ? undefined : row.header?.channels,
    channelOfCaller: of('caller')?.channel,
  };
}

test('every recording, message and fax is listed as it truly was', () => {
  const differences = truth.files.filter(isListed).flatMap((file) => {
    const row = rows.get(file.file);
    if (!row) return [`${file.file} is not listed`];
    const expected = expectedOf(file);
    const found = foundOf(row, file);
    const lengthOff = Math.abs((row.durationMs ?? 0) - (file.media?.duration ?? 0) * 1000);
    return [
      ...(lengthOff > 20 ? [`${file.file} length: off by ${lengthOff} ms`] : []),
      ...Object.keys(expected)
        .filter((key) => JSON.stringify(expected[key]) !== JSON.stringify(found[key]))
        .map(
          (key) => `${file.file} ${key}: ${JSON.stringify(expected[key])} but ${JSON.stringify(found[key])}`,
        ),
    ];
  });
  expect(differences).toEqual([]);
  expect(truth.files.filter(isListed)).toHaveLength(rows.size);
});

test('a call that was never answered left no recording, is said so, and stays in the history', () => {
  const empty = truth.files.filter((file) => file.kind === 'recording' && file.media?.duration === 0);
  const findings = archive.findings().filter((finding) => finding.kind === 'empty');
  expect(findings.map((finding) => finding.path)).toEqual(empty.map((file) => file.file).sort());
  for (const { uniqueid } of empty) {
    expect(
      archive.db.get('SELECT 1 FROM call_leg WHERE unique_reference = ?', [uniqueid ?? '']),
    ).toBeDefined();
  }
});

test('a message is one recording, whatever formats it was kept in', () => {
  for (const file of truth.files.filter((one) => isMessage(one) && !one.file.endsWith('.wav'))) {
    const message = rows.get(file.file.replace(/\.\w+$/, '.wav'));
    expect(message?.sidecars, file.file).toContain(file.file);
  }
});

test('greetings and pages that were to be sent are findings', () => {
  const others = truth.files.filter(
    (file) => !isListed(file) && !isMessage(file) && file.kind !== 'recording',
  );
  const found = archive.findings();
  expect(
    others.map((file) => [file.file, file.kind.includes('greeting') ? 'greeting' : 'not-understood']),
  ).toEqual(others.map((file) => [file.file, found.find((finding) => finding.path === file.file)?.kind]));
  expect(others).toHaveLength(3);
});

test('the history of all calls is known, each leg once although two files tell it', () => {
  expect(archive.db.get('SELECT count(*) AS count FROM call_leg')).toEqual({ count: truth.cdr_lines });
  for (const call of truth.calls_without_files) {
    expect(
      archive.db.get('SELECT 1 FROM call_leg WHERE linked_reference = ?', [call.linkedid]),
    ).toBeDefined();
  }
});

test('the pieces of a call come together', () => {
  const sides = [...rows.values()].filter((row) => row.linkedReference === '1795305898.119');
  const transfer = [...rows.values()].filter((row) => row.linkedReference === '1795305888.77');
  expect([sides.length, transfer.length]).toEqual([2, 2]);
});

test('every file is accounted for', () => {
  expectAccount(archive);
  const sidecars = [...rows.values()].reduce((sum, row) => sum + row.sidecars.length, 0);
  const histories =
    archive.db.get<{ count: number }>('SELECT count(*) AS count FROM call_history_file')?.count ?? 0;
  expect(end).toMatchObject({ state: 'done', recordings: rows.size, findings: archive.findings().length });
  expect(rows.size + sidecars + histories + archive.findings().length).toBe(end.filesSeen);
  expect(end.filesSeen).toBe(end.filesTotal);
});
