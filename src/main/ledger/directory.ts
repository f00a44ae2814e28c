/** The organisation's own names for numbers, in memory: a list asks for four names a row. */
import type { Directory } from '../policy/directory';
import type { Period } from '../policy/viewer';
import { isWithin } from '../policy/viewer';
import type { ReadableDb } from '../sqlite/database';
import { policyEpoch } from './epoch';
import { listGroups } from './groups';
import { listLines } from './lines';
import type { WordedNumber } from './name-words';
import { findByPrefix, toWords } from './name-words';

interface Holder extends Period {
  readonly name: string;
}

interface HolderRow {
  readonly extension: string;
  readonly name: string;
  readonly from_sec: number | null;
  readonly until_sec: number | null;
}

/** The directories of all organisations, each read anew when the policy epoch has moved. */
export class Directories {
  readonly #db: ReadableDb;
  readonly #directories = new Map<number, Directory>();
  #epoch = 0;

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  /** As of this moment: for one call through the door, not to be kept. */
  of(organisationId: number): Directory {
    const epoch = policyEpoch(this.#db);
    if (epoch !== this.#epoch) {
      this.#directories.clear();
      this.#epoch = epoch;
    }
    const kept = this.#directories.get(organisationId);
    if (kept) return kept;
    const directory = readDirectory(this.#db, organisationId);
    this.#directories.set(organisationId, directory);
    return directory;
  }
}

/** Reads everything once; what the directory then answers does not change. */
export function readDirectory(db: ReadableDb, organisationId: number): Directory {
  const { holders, groups, lines } = db.snapshot(() => ({
    holders: readHolders(db, organisationId),
    groups: listGroups(db, organisationId),
    lines: listLines(db, organisationId),
  }));
  const groupNames = new Map(groups.map((group) => [group.extension, group.name]));
  // A line may be listed without a name.
  const lineNames = new Map(lines.flatMap(({ number, name }) => (name === '' ? [] : [[number, name]])));
  const always = { fromSec: null, untilSec: null };
  const worded: readonly WordedNumber[] = [
    ...[...holders].flatMap(([number, list]) =>
      list.map(({ name, fromSec, untilSec }) => ({ number, fromSec, untilSec, words: toWords(name) })),
    ),
    ...groups.map((group) => ({ number: group.extension, ...always, words: toWords(group.name) })),
    ...lines.map((line) => ({ number: line.number, ...always, words: toWords(line.name) })),
  ];
  return {
    nameOfExtension: (number, atSec) =>
      holders.get(number)?.find((holder) => isWithin(holder, atSec))?.name ?? null,
    changesOfExtension: (number) =>
      (holders.get(number) ?? []).flatMap(({ fromSec, untilSec }) =>
        [fromSec, untilSec].filter((sec) => sec !== null),
      ),
    // A group has no history of names: the one it has now names its calls of all times.
    nameOfGroup: (number) => groupNames.get(number) ?? null,
    nameOfLine: (number) => lineNames.get(number) ?? null,
    numbersOfName: (prefix) => findByPrefix(worded, prefix),
  };
}

function readHolders(db: ReadableDb, organisationId: number): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>();
  const rows = db.all<HolderRow>(
    `SELECT h.extension, u.name, h.from_sec, h.until_sec FROM extension_holding h JOIN user u ON u.id = h.user_id
     WHERE u.organisation_id = ? ORDER BY h.id`,
    [organisationId],
  );
  for (const row of rows) {
    const holder = { name: row.name, fromSec: row.from_sec, untilSec: row.until_sec };
    const list = holders.get(row.extension);
    if (list) list.push(holder);
    else holders.set(row.extension, [holder]);
  }
  return holders;
}
