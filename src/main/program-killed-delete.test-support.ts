/** A process that completes what was left and then deletes one recording after the other, to be killed while it does. */
import path from 'node:path';
import { AppError } from '../shared/errors';
import { listOwnedFiles } from './catalog/owned-files';
import { findRecordingById, getRecordingFile } from './catalog/recordings';
import { Deletions } from './deletion/deletions';
import { openProfileDir } from './profile';
import { openDatabases } from './program-databases';
import { startScanner } from './scanner/scanner';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Says a line when it begins, after completing what was left, and for every recording that is gone. */
async function run(profileDir: string, archiveDir: string, userId: string): Promise<void> {
  const paths = openProfileDir(profileDir);
  const { ledger, catalog } = openDatabases(paths);
  const scanner = startScanner({
    catalogPath: paths.catalog,
    workerPath: path.join(__dirname, 'scanner-worker.js'),
  });
  const deletions = new Deletions({
    ledger,
    removeFromCatalog: (sourceId, removed) => scanner.removeDeleted(sourceId, removed),
    forgetWave: () => Promise.resolve(),
    onGone: () => undefined,
    onLeft: (error) => {
      throw error;
    },
  });
  say('open');
  await deletions.finishOpen();
  say('complete');
  const actor = { organisationId: 1, userId, userName: 'Ada', client: 'command line' as const };
  for (const { id } of catalog.all<{ id: string }>('SELECT id FROM recording ORDER BY random()')) {
    const found = findRecordingById(catalog, id);
    if (!found) throw new AppError('internal', 'internal', 'It is gone already.');
    const { kind, direction, startedAtMs, durationMs, parties, owner, group, line, accountCode } = found;
    const file = getRecordingFile(catalog, found.key);
    const facts = {
      ...{ kind, direction, startedAtMs, durationMs, parties, owner, group, line, accountCode },
      path: file.path,
      source: 'Archive',
    };
    const recording = { ...file, id, sourceId: found.sourceId, attached: listOwnedFiles(catalog, found.key) };
    const order = { actor, recording, facts, archiveDir, reason: 'tried', requireAllowed: () => undefined };
    await deletions.delete(order, new AbortController().signal);
    say(`deleted ${id}`);
  }
  process.exit(0);
}

const [profileDir = '', archiveDir = '', userId = ''] = process.argv.slice(2);
run(profileDir, archiveDir, userId).catch((error: unknown) => {
  process.stderr.write(String(error));
  process.exit(1);
});
