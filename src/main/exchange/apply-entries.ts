/**
 * Does what the entries say, through the ledger's own functions, so that what an import may do is what the pages may do, and every
 * change is in the trail in the usual words. The caller's transaction decides whether anything of it stays.
 */
import { AppError } from '../../shared/errors';
import type { ExchangeKind, ExchangeProblem } from '../../shared/exchange';
import { EXCHANGE_KINDS } from '../../shared/exchange';
import type { RightsGroupRow } from '../../shared/people';
import type { Actor } from '../ledger/audit';
import type { Overlap } from '../ledger/extension-holdings';
import { deferOverlaps } from '../ledger/extension-holdings';
import { keepLastHolders } from '../ledger/last-holder';
import { toNameKey } from '../ledger/name-key';
import { listRightsGroups } from '../ledger/rights-groups';
import type { WritableDb } from '../sqlite/database';
import type { Import, SingleKind } from './apply-kinds';
import { APPLY, applyExtensions, applyLines, createPeople } from './apply-kinds';
import type { Configuration } from './entries';
import { FIELDS, toIdentity, toKey } from './entries';
import { Names } from './names';
import { toRefusal } from './problems';
import type { Entries, PlacedEntry, ReadFiles } from './read-files';

export interface Importer {
  readonly actor: Actor & { readonly organisationId: number };
  /** Holds Web Control Security: rights groups and who may sign in are his to change. */
  readonly mayChangeSecurity: boolean;
}

/** `before` is the configuration as it is. Returns what was wrong; where that is anything, nothing may be committed. */
export function applyEntries(
  db: WritableDb,
  importer: Importer,
  { entries, files }: Pick<ReadFiles, 'entries' | 'files'>,
  before: Configuration,
): readonly ExchangeProblem[] {
  const { organisationId } = importer.actor;
  const names = new Names(db, organisationId);
  const groups = listRightsGroups(db, organisationId);
  const run: Import = { db, ...importer, organisationId, names, made: new Set() };
  const problems: ExchangeProblem[] = [];
  const attempt = <Kind extends ExchangeKind>(
    kind: Kind,
    placed: PlacedEntry<Kind>,
    work: () => void,
  ): void => {
    try {
      // What an entry did before it was refused must not stand in the way of the next.
      db.transaction(work);
    } catch (error) {
      problems.push(toRefusal(placed.place, error, (reason) => fieldOf(kind, reason)));
    }
  };
  const overlaps = deferOverlaps(db, organisationId, () => {
    const change = () => {
      // Groups need their members, and the settings of people need the groups.
      for (const placed of entries.people) attempt('people', placed, () => createPeople(run, placed.entry));
      const isSame = toComparison(before);
      const refused = new Set(problems.map(({ file, line }) => `${file} ${String(line)}`));
      applyLines(run, toList(entries.lines));
      applyExtensions(run, toList(entries.extensions));
      for (const kind of ORDER) {
        for (const placed of entries[kind]) {
          if (isSame(kind, placed)) continue;
          if (refused.has(`${placed.place.file} ${String(placed.place.line)}`)) continue;
          attempt(kind, placed, () => APPLY[kind](run, placed.entry as never));
        }
      }
    };
    try {
      keepLastHolders(db, organisationId, change);
    } catch (error) {
      problems.push(
        toRefusal(findHolderPlace(entries, groups, error) ?? firstPlace(files), error, () => null),
      );
    }
  });
  return [...problems, ...overlaps.map((overlap) => toOverlapProblem(overlap, entries, names, files))];
}

const ORDER = [
  'organisation',
  'groups',
  'people',
  'rightsGroups',
  'shares',
] as const satisfies readonly SingleKind[];

function toList<Kind extends ExchangeKind>(placed: readonly PlacedEntry<Kind>[]) {
  return placed.map(({ entry }) => entry);
}

function toOverlapProblem(
  { extension, userIds, names: people }: Overlap,
  entries: Entries,
  names: Names,
  files: ReadFiles['files'],
): ExchangeProblem {
  // Of two lines the later one is told, as where a name is there twice.
  const placed = entries.people
    .filter(({ entry }) => userIds.some((userId) => names.findUser(entry.signInName) === userId))
    .at(-1);
  return {
    ...(placed?.place ?? firstPlace(files)),
    field: 'extensions',
    reason: 'extension-taken',
    message: `Extension ${extension} belongs to ${people[0]} and ${people[1]} at the same time.`,
    details: { extension, name: people.join(', ') },
  };
}

/** True for an entry that says what is there already: most of a file that somebody has changed a few lines of. */
function toComparison(
  before: Configuration,
): (kind: ExchangeKind, placed: PlacedEntry<ExchangeKind>) => boolean {
  const known = new Map(
    EXCHANGE_KINDS.flatMap((kind) =>
      before[kind].map((entry): [string, Fields] => [toIdentity(kind, toKey(kind, entry)), entry]),
    ),
  );
  return (kind, { key, entry }) => {
    const present = known.get(toIdentity(kind, key));
    if (!present) return false;
    return Object.entries(entry).every(
      ([field, value]) => value === undefined || JSON.stringify(value) === JSON.stringify(present[field]),
    );
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The field that a refusal of the ledger is about. */
function fieldOf(kind: ExchangeKind, reason: string): string | null {
  const [first = null] = Object.keys(FIELDS[kind]);
  switch (reason) {
    case 'numbers-too-long':
      return 'replayOthers';
    case 'extension-taken':
      return kind === 'people' ? 'extensions' : first;
    case 'name-taken':
      return kind === 'groups' ? 'name' : first;
    default:
      return null;
  }
}

/** Where a group stands that gave the right of which the last holder would lose it, or else one who is deactivated. */
function findHolderPlace(entries: Entries, groups: readonly RightsGroupRow[], error: unknown) {
  const right = error instanceof AppError ? error.details?.['right'] : undefined;
  const givers = groups.filter((group) => group.rights.some((given) => given === right));
  const giver = entries.rightsGroups.find(({ key }) =>
    givers.some((group) => toNameKey(group.name) === toNameKey(key)),
  );
  return (giver ?? entries.people.find(({ entry }) => entry.isActive === false))?.place;
}

function firstPlace(files: ReadFiles['files']): { readonly file: string; readonly line: number | null } {
  return { file: files[0]?.name ?? '', line: null };
}
