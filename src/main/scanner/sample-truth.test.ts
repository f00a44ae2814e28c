// The sample archive of three phone systems against the truth that was written beside it when it was made.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from './scan.test-support';
import { Archive } from './scan.test-support';

const PROJECT_DIR = fileURLToPath(new URL('../../..', import.meta.url));

interface TrueRecording {
  readonly path: string;
  readonly kind: string;
  readonly startedAtUtc: string;
  readonly durationMs: number | null;
  readonly durationToleranceMs: number;
  readonly direction: string;
  readonly parties: readonly { readonly number: string }[];
  readonly owner: string | null;
  readonly group: string | null;
  readonly line: string | null;
  readonly linkedId: string | null;
  readonly finding: string | null;
  readonly screen: string | null;
  readonly transcript: unknown;
}
const truth = JSON.parse(readFileSync(path.join(PROJECT_DIR, 'e2e/archive/sample-truth.json'), 'utf8')) as {
  readonly recordings: readonly TrueRecording[];
};
const KIND_NAMES = ['call', 'voicemail', 'fax'];
const DIRECTION_NAMES = ['inbound', 'outbound', 'internal', 'unknown'];

const archive = new Archive(path.join(PROJECT_DIR, 'resources/sample-archive'));
let rows: Map<string, Row>;
beforeAll(() => {
  archive.scan();
  rows = new Map(archive.rows().map((row) => [row.path, row]));
});
afterAll(() => archive.close());

/** What there is to hear, see or read; the file that is no audio is a finding. */
const listed = truth.recordings.filter((one) => one.finding !== 'not-media');

/** An internal call was recorded by either of its two extensions; nothing in the archive says which. */
function toOwner(one: TrueRecording, owner: string | null): string | null {
  return one.direction === 'internal' && one.kind === 'call' ? null : owner;
}

test('every recording of the sample archive is listed, and nothing else', () => {
  expect([...rows.keys()].sort()).toEqual(listed.map((one) => one.path).sort());
});

test('kind, time, direction, owner, group and line of each are the true ones', () => {
  const told = listed.map((one) => {
    const { path: at } = one;
    const row = rows.get(at);
    return (
      row && {
        path: at,
        kind: KIND_NAMES[row.kind],
        startedAtUtc: new Date(row.startedAtMs).toISOString(),
        direction: DIRECTION_NAMES[row.direction],
        owner: toOwner(one, row.owner),
        group: row.group,
        line: row.line,
      }
    );
  });
  const asked = listed.map((one) => ({
    path: one.path,
    kind: one.kind,
    startedAtUtc: one.startedAtUtc,
    direction: one.direction,
    owner: toOwner(one, one.owner),
    group: one.group,
    line: one.line,
  }));
  expect(told).toEqual(asked);
});

test('each length is that of the sound', () => {
  for (const one of listed.filter(
    (recording) => recording.durationMs !== null && recording.finding === null,
  )) {
    const durationMs = rows.get(one.path)?.durationMs ?? -1;
    expect(Math.abs(durationMs - (one.durationMs ?? 0)), one.path).toBeLessThanOrEqual(
      one.durationToleranceMs,
    );
  }
});

test('every party that took part is named, in each recording', () => {
  for (const one of listed) {
    const row = rows.get(one.path);
    const numbers = (row?.parties ?? []).map((party) => party.number);
    expect(numbers, one.path).toEqual(expect.arrayContaining(one.parties.map((party) => party.number)));
  }
});
