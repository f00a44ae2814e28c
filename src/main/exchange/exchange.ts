/** An import: looked at first, by doing all of it and taking it back, then done, in one transaction. */
import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors';
import type { ExchangeChange, ExchangeCheck, ExchangePlace, ExchangeProblem } from '../../shared/exchange';
import { EXCHANGE_KINDS } from '../../shared/exchange';
import type { PreviewInTrail } from '../../shared/preview';
import { appendAudit } from '../ledger/audit';
import { toCanonicalJson } from '../ledger/canonical-json';
import { staleEdit } from '../ledger/stale-edit';
import { rehearse } from '../ledger/rehearsal';
import { getUser } from '../ledger/users';
import type { WritableDb } from '../sqlite/database';
import type { Importer } from './apply-entries';
import { applyEntries } from './apply-entries';
import { compare } from './compare';
import { toIdentity } from './entries';
import { readConfiguration } from './read-configuration';
import type { GivenFile, ReadFiles } from './read-files';
import { readFiles } from './read-files';

const PROBLEMS_TOLD = 1000;
const CHANGES_TOLD = 5000;
const CHANGES_IN_TRAIL = 1000;

interface Outcome {
  readonly token: string;
  readonly problems: readonly ExchangeProblem[];
  readonly changes: readonly ExchangeChange[];
}

/** Says what the files would change, and what is wrong with them. The ledger is as it was. */
export function checkImport(db: WritableDb, importer: Importer, given: readonly GivenFile[]): ExchangeCheck {
  const read = readFiles(given);
  const outcomes: Outcome[] = [];
  const carry = () => void outcomes.push(carryOut(db, importer, read));
  const [outcome] = rehearse(db, carry, () => outcomes);
  if (!outcome) throw new Error('The rehearsal did not take place.');
  const { token, problems, changes } = outcome;
  return {
    files: read.files,
    token: problems.length === 0 ? token : null,
    problems: problems.slice(0, PROBLEMS_TOLD),
    problemsTotal: problems.length,
    changes: changes.slice(0, CHANGES_TOLD),
    changesTotal: changes.length,
  };
}

/**
 * Does what a check has shown: `token` is what it answered with. Throws AppError `stale-edit` where the files or the configuration
 * are not what they were then, and `invalid-input` where there is a problem now. `preview` is for the entry of the whole in the trail.
 * Returns the number of changes.
 */
export function applyImport(
  db: WritableDb,
  importer: Importer,
  given: readonly GivenFile[],
  token: string,
  preview: PreviewInTrail | null,
): number {
  const read = readFiles(given);
  return db.transaction(() => {
    const outcome = carryOut(db, importer, read);
    if (outcome.token !== token) throw staleEdit();
    const [first] = outcome.problems;
    if (first) {
      const where = first.line === null ? first.file : `${first.file}, line ${String(first.line)}`;
      throw new AppError('invalid-input', 'invalid-input', `${where}: ${first.message}`);
    }
    appendAudit(db, { ...importer.actor, preview }, 'Import configuration', {
      files: read.files.map(({ name, sha256 }) => `${name} (SHA-256 ${sha256})`),
      entries: outcome.changes.length,
      // Each change is in the trail by itself; this says at a glance what they were.
      changes: outcome.changes
        .slice(0, CHANGES_IN_TRAIL)
        .map(({ kind, key, sort }) => `${sort}: ${kind} ${key}`.trim()),
      isOneself: outcome.changes.some((change) => change.isOneself),
    });
    return outcome.changes.length;
  });
}

/** Within the caller's transaction. */
function carryOut(db: WritableDb, importer: Importer, read: ReadFiles): Outcome {
  const { organisationId, userId } = importer.actor;
  const before = readConfiguration(db, organisationId);
  const token = createHash('sha256')
    .update(toCanonicalJson([organisationId, read.files.map((file) => file.sha256), toPlain(before)]), 'utf8')
    .digest('hex');
  // The name before the import: it may be about his own sign-in name.
  const ownName = userId === null ? '' : getUser(db, organisationId, userId).signInName;
  const refused = applyEntries(db, importer, read, before);
  const after = readConfiguration(db, organisationId);
  const places = toPlaces(read);
  const changes = compare(before, after, ownName, (kind, key) => places.get(toIdentity(kind, key)) ?? null);
  return { token, changes, problems: inOrder(read, [...read.problems, ...refused]) };
}

function toPlaces({ entries }: ReadFiles): ReadonlyMap<string, ExchangePlace> {
  return new Map(
    EXCHANGE_KINDS.flatMap((kind) =>
      entries[kind].map(({ key, place }) => [toIdentity(kind, key), place] as const),
    ),
  );
}

function inOrder({ files }: ReadFiles, problems: readonly ExchangeProblem[]): readonly ExchangeProblem[] {
  const orderOf = new Map(files.map(({ name }, at) => [name, at] as const));
  return [...problems].sort(
    (one, other) =>
      (orderOf.get(one.file) ?? 0) - (orderOf.get(other.file) ?? 0) || (one.line ?? 0) - (other.line ?? 0),
  );
}

function toPlain(value: object) {
  return JSON.parse(JSON.stringify(value)) as Parameters<typeof toCanonicalJson>[0];
}
