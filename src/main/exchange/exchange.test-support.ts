/** Files of an import as tests write them, and imports by an administrator who may do everything. */
import type { ExchangeCheck, ExchangeFormat } from '../../shared/exchange';
import { EXCHANGE_KINDS } from '../../shared/exchange';
import type { TestLedger } from '../ledger/ledger.test-support';
import type { WritableDb } from '../sqlite/database';
import { applyImport, checkImport } from './exchange';
import { readConfiguration } from './read-configuration';
import type { GivenFile } from './read-files';
import { toExportFiles } from './write-files';

export function file(name: string, text: string): GivenFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

export function check(ledger: TestLedger, files: readonly GivenFile[]): ExchangeCheck {
  return checkImport(ledger.db, { actor: ledger.actor, mayChangeSecurity: true }, files);
}

/** Checks, and does it. Throws where the check finds a problem. */
export function bringIn(ledger: TestLedger, files: readonly GivenFile[]): number {
  const { token, problems } = check(ledger, files);
  if (token === null) throw new Error(JSON.stringify(problems, null, 1));
  return applyImport(ledger.db, { actor: ledger.actor, mayChangeSecurity: true }, files, token, null);
}

export function takeOut(
  db: WritableDb,
  organisationId: number,
  format: ExchangeFormat,
): readonly GivenFile[] {
  const configuration = readConfiguration(db, organisationId);
  return toExportFiles(configuration, format, EXCHANGE_KINDS).map(({ fileName, text }) =>
    file(fileName, text),
  );
}
