// An archive of each phone system, thousands of files, against the truth that was written when it was made.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScanProgress } from '../../shared/source-model';
import { readHealth } from '../catalog/health';
import { expectAccount } from './account.test-support';
import { Archive } from './scan.test-support';
import type { Row } from './scan.test-support';

const MAKER = fileURLToPath(new URL('../../../e2e/archive/generated/make-archives.mjs', import.meta.url));
const CALLS = 300;
/** Some ten thousand files are written, read and removed, on whatever disk. */
const HOOK_MS = 120_000;
const SYSTEMS = [
  'freepbx-germany',
  'freepbx-america',
  'freepbx-columns',
  'freepbx-no-ids',
  'fusionpbx',
  'three-cx',
  'oreka',
  'avaya',
  'vonage-contact-center',
  'vonage-business',
  'trunk-recorder',
  'details',
  'siprec',
  'vcon',
];

interface TrueRecording {
  readonly path: string;
  readonly reader: string;
  readonly kind: string;
  readonly startedAtUtc: string;
  readonly isTimeDoubtful: boolean;
  readonly direction: string;
  readonly caller: string;
  readonly callerName: string | null;
  readonly called: string;
  readonly calledName: string | null;
  readonly others: readonly string[];
  readonly owner: string | null;
  readonly group: string | null;
  readonly line: string | null;
  readonly accountCode: string | null;
  readonly channels: Readonly<Record<string, number>>;
  readonly sidecars: readonly string[];
  readonly lengthMs: number;
  readonly linkedId?: string;
}
interface Truth {
  readonly zone: string;
  readonly files: number;
  readonly recordings: readonly TrueRecording[];
  readonly findings: readonly { readonly path: string; readonly kind: string }[];
  readonly histories: readonly string[];
}

const KIND_NAMES = ['call', 'voicemail', 'fax'];
const DIRECTION_NAMES = ['inbound', 'outbound', 'internal', 'unknown'];
const outDir = mkdtempSync(path.join(tmpdir(), 'hearback-generated-'));
beforeAll(() => {
  execFileSync(process.execPath, [MAKER, '--out', outDir, '--calls', String(CALLS)]);
}, HOOK_MS);
afterAll(() => rmSync(outDir, { recursive: true, force: true }), HOOK_MS);

function told(row: Row): Omit<TrueRecording, 'lengthMs'> {
  const of = (role: string) => row.parties.find((party) => party.role === role);
  const channels = row.parties.flatMap(({ number, channel }) =>
    channel === null ? [] : [[number, channel]],
  );
  return {
    path: row.path,
    reader: row.reader,
    kind: KIND_NAMES[row.kind] ?? '',
    startedAtUtc: new Date(row.startedAtMs).toISOString(),
    isTimeDoubtful: row.isTimeDoubtful === 1,
    direction: DIRECTION_NAMES[row.direction] ?? '',
    caller: of('caller')?.number ?? '',
    callerName: of('caller')?.name ?? null,
    called: of('called')?.number ?? '',
    calledName: of('called')?.name ?? null,
    others: row.parties
      .filter((party) => !['caller', 'called'].includes(party.role))
      .map(({ number }) => number),
    owner: row.owner,
    group: row.group,
    line: row.line,
    accountCode: row.accountCode,
    channels: Object.fromEntries(channels) as Record<string, number>,
    sidecars: row.sidecars,
    ...(row.linkedReference === null ? {} : { linkedId: row.linkedReference }),
  };
}

describe.each(SYSTEMS)('an archive of %s', (system) => {
  let truth: Truth;
  let archive: Archive;
  let end: ScanProgress;
  let rows: Map<string, Row>;
  beforeAll(() => {
    truth = JSON.parse(readFileSync(path.join(outDir, system, 'truth.json'), 'utf8')) as Truth;
    archive = new Archive(path.join(outDir, system, 'archive'), truth.zone);
    end = archive.scan();
    rows = new Map(archive.rows().map((row) => [row.path, row]));
  }, HOOK_MS);
  afterAll(() => archive.close());

  test('is understood to the last recording', () => {
    const differences = truth.recordings.flatMap(({ lengthMs, ...expected }) => {
      const row = rows.get(expected.path);
      if (!row) return [`${expected.path} is not listed`];
      const found = told(row);
      const isLong = Math.abs((row.durationMs ?? -1) - lengthMs) <= 20;
      return [
        ...(isLong ? [] : [`${expected.path}: length ${row.durationMs ?? 'unknown'} but ${lengthMs}`]),
        ...(Object.keys(expected) as (keyof typeof expected)[])
          .filter((key) => JSON.stringify(found[key]) !== JSON.stringify(expected[key]))
          .map(
            (key) =>
              `${expected.path} ${key}: ${JSON.stringify(found[key])} but ${JSON.stringify(expected[key])}`,
          ),
      ];
    });
    expect(differences.slice(0, 20)).toEqual([]);
    expect(rows.size).toBe(truth.recordings.length);
    expect(truth.recordings.length).toBeGreaterThan(CALLS / 2);
  });

  test('is accounted for to the last file, and nothing else is complained of', () => {
    const findings = archive.findings().map(({ path: at, kind }) => ({ path: at, kind }));
    const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
    expect(findings.sort(byPath)).toEqual([...truth.findings].sort(byPath));
    const histories = archive.db.all<{ path: string }>('SELECT path FROM call_history_file ORDER BY path');
    expect(histories.map((file) => file.path)).toEqual([...truth.histories].sort());
    expectAccount(archive);
    expect(end).toMatchObject({ state: 'done', filesSeen: truth.files, filesTotal: truth.files });
  });

  test('tells times that agree with those of its files', () => {
    expect(readHealth(archive.db, 1).clock).toMatchObject({ verdict: 'agrees' });
  });
});

test.each(['three-cx', 'oreka'])('an archive of %s that is given another zone says so', (system) => {
  const { zone } = JSON.parse(readFileSync(path.join(outDir, system, 'truth.json'), 'utf8')) as Truth;
  const archive = new Archive(path.join(outDir, system, 'archive'), 'Asia/Tokyo');
  try {
    archive.scan();
    const clock = readHealth(archive.db, 1).clock;
    expect(clock?.verdict).toBe('zone');
    const wallOf = (timeZone: string) => new Date(1_717_200_000_000).toLocaleString('en', { timeZone });
    expect(clock?.fittingZones.map(wallOf)).toContain(wallOf(zone));
  } finally {
    archive.close();
  }
});
