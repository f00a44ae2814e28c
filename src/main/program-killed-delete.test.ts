// Deletes that are killed at any moment: after the next start each recording is whole, or gone whole, and what was said to be gone is.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wav } from './scanner/scan.test-support';
import { DEFAULT_ORGANISATION_SETTINGS } from '../shared/user-settings';
import { filesBelow } from './files-below.test-support';
import { verifyAudit } from './ledger/audit';
import { openLedger } from './ledger/database';
import { personOf } from './ledger/ledger.test-support';
import { createOrganisation } from './ledger/organisations';
import { addSource } from './ledger/sources';
import { createUser } from './ledger/users';
import { openCatalog } from './catalog/database';
import { Deletions } from './deletion/deletions';
import { removeDeleted } from './scanner/remove-deleted';
import { projectDir } from './program.test-support';
import { scanSource } from './scanner/scan';

const KILLS = process.env['HEARBACK_LONG'] === '1' ? 1500 : 40;
const RECORDINGS = KILLS * 10;
/** A delete takes a few milliseconds to some tens of them. */
const DELETE_MS = 25;

const dir = mkdtempSync(path.join(tmpdir(), 'hearback-killed-delete-'));
const archiveDir = path.join(dir, 'archive');
const profileDir = path.join(dir, 'profile');
const ledgerPath = path.join(profileDir, 'ledger.db');
const catalogPath = path.join(profileDir, 'catalog.db');
const content = new Map<string, Buffer>();
let programDir: string;
let userId: string;

beforeAll(async () => {
  programDir = await buildProgram();
  mkdirSync(profileDir, { recursive: true });
  for (let n = 0; n < RECORDINGS; n += 1) {
    const base = `day-${String(n % 7)}/in-0301234-0171${String(n)}-20260102-101010-1767345010.${String(n)}`;
    write(`${base}.wav`, Buffer.concat([wav(0.02), Buffer.from(String(n))]));
    if (n % 2 === 0)
      write(`${base}.srt`, Buffer.from(`1\n00:00:00,000 --> 00:00:01,000\nWord ${String(n)}\n`));
    if (n % 5 === 0) write(`${base}.json`, Buffer.from('no transcript at all'));
  }
  write('cdr-csv/Master.csv', Buffer.from(''));
  const ledger = openLedger(ledgerPath);
  const nobody = { organisationId: null, userId: null, userName: 'Set-up', client: 'system' as const };
  const settings = DEFAULT_ORGANISATION_SETTINGS;
  const organisationId = createOrganisation(ledger, nobody, { name: 'Marrowby', settings });
  const actor = { ...nobody, organisationId };
  userId = createUser(ledger, actor, organisationId, personOf('ada'));
  const source = addSource(ledger, actor, organisationId, {
    name: 'Archive',
    archiveDir,
    reader: 'auto',
    timeZone: 'UTC',
  });
  ledger.close();
  const catalog = openCatalog(catalogPath);
  const end = scanSource(catalog, source, {
    everything: true,
    report: () => undefined,
    shouldStop: () => false,
  });
  catalog.close();
  expect(end).toMatchObject({ state: 'done', recordings: RECORDINGS });
}, 60_000);
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
  rmSync(programDir, { recursive: true, force: true });
});

function write(relativePath: string, bytes: Buffer): void {
  const filePath = path.join(archiveDir, relativePath);
  mkdirSync(path.dirname(filePath), { recursive: true });
  writeFileSync(filePath, bytes);
  const longAgo = new Date(1_767_400_000_000);
  utimesSync(filePath, longAgo, longAgo);
  content.set(relativePath, bytes);
}

async function buildProgram(): Promise<string> {
  const cacheDir = path.join(projectDir, 'node_modules', '.cache');
  mkdirSync(cacheDir, { recursive: true });
  const outDir = mkdtempSync(path.join(cacheDir, 'hearback-delete-'));
  const entry = (name: string) => path.join(projectDir, 'src', 'main', name);
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node18.15',
      outDir,
      rollupOptions: {
        input: {
          'scanner-worker': entry('scanner/worker.ts'),
          program: entry('program-killed-delete.test-support.ts'),
        },
        external: ['better-sqlite3'],
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return outDir;
}

/** Runs the process, and kills it so long after it has said so many lines. Returns the ids that it said were gone. */
async function runAndKill(lines: number, afterMs: number): Promise<string[]> {
  const args = [path.join(programDir, 'program.js'), profileDir, archiveDir, userId];
  const child = spawn(process.execPath, args);
  let said = '';
  let problems = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
    if (said.split('\n').length > lines) timer ??= setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
  child.stderr.on('data', (text: Buffer) => (problems += text.toString()));
  await once(child, 'close');
  expect(problems).toBe('');
  return [...said.matchAll(/^deleted ([0-9a-f]{16})$/gm)].map((match) => match[1] ?? '');
}

/** A start that nobody kills. */
async function complete(): Promise<void> {
  const ledger = openLedger(ledgerPath);
  const catalog = openCatalog(catalogPath);
  const deletions = new Deletions({
    ledger,
    removeFromCatalog: (sourceId, paths) => Promise.resolve(removeDeleted(catalog, sourceId, paths)),
    forgetWave: () => Promise.resolve(),
    onGone: () => undefined,
    onLeft: (error) => {
      throw error;
    },
  });
  await deletions.finishOpen();
  catalog.close();
  ledger.close();
}

function contentOf(relativePath: string): Buffer {
  return content.get(relativePath) ?? Buffer.of();
}

interface Deletion {
  readonly recordingId: string;
  readonly stage: string;
  readonly files: string;
}

/** What a person finds after a start that was left alone until it had completed what was open. */
function look(moment: string, acknowledged: ReadonlySet<string>): void {
  const ledger = openLedger(ledgerPath);
  const catalog = openCatalog(catalogPath);
  try {
    const deletions = ledger.all<Deletion>('SELECT recording_id AS recordingId, stage, files FROM deletion');
    const open = deletions.filter(({ stage }) => stage !== 'done' && stage !== 'undone');
    expect(open, moment).toEqual([]);
    const done = deletions.filter(({ stage }) => stage === 'done');
    const goneIds = done.map(({ recordingId }) => recordingId);
    expect(new Set(goneIds).size, moment).toBe(goneIds.length);
    for (const id of acknowledged) expect(goneIds, `${moment}: said to be gone`).toContain(id);
    const gonePaths = new Set(
      done.flatMap(({ files }) => (JSON.parse(files) as { path: string }[]).map((file) => file.path)),
    );
    const kept = [...content.keys()].filter((each) => !gonePaths.has(each)).sort();
    expect(filesBelow(archiveDir), moment).toEqual(kept);
    const rows = catalog.all<{ path: string }>('SELECT path FROM recording').map((row) => row.path);
    expect(rows.sort(), moment).toEqual(kept.filter((each) => each.endsWith('.wav')));
    const told = ledger.get<{ count: number }>(
      `SELECT count(*) AS count FROM audit WHERE action = 'Recording deleted'`,
    );
    expect(told?.count, moment).toBe(done.length);
  } finally {
    catalog.close();
    ledger.close();
  }
}

test(
  `deletes killed ${String(KILLS)} times leave every recording whole, or gone whole`,
  async () => {
    const acknowledged = new Set<string>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const lines = 1 + Math.floor(Math.random() * 5);
      const afterMs = Math.random() * DELETE_MS;
      for (const id of await runAndKill(lines, afterMs)) acknowledged.add(id);
      // Now and then the next process is killed while it completes what the one before has left.
      if (kill % 4 === 0) for (const id of await runAndKill(1, Math.random() * 10)) acknowledged.add(id);
      await complete();
      look(`kill ${String(kill)}, ${afterMs.toFixed(1)} ms after line ${String(lines)}`, acknowledged);
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS / 2);
    expect(
      filesBelow(archiveDir).filter(
        (each) => !readFileSync(path.join(archiveDir, each)).equals(contentOf(each)),
      ),
    ).toEqual([]);
    const ledger = openLedger(ledgerPath);
    expect((await verifyAudit(ledger)).firstBroken).toBeNull();
    ledger.close();
  },
  Math.max(120_000, KILLS * 3_000),
);
