/** Keeps the postings as recordings come, change and go; see [Note: postings]. Used by the recording writer alone. */
import type { ReadableDb, WritableDb } from '../sqlite/database';
import { encodeDayRuns, NO_SECOND } from './day-runs';
import {
  BLOCK,
  CHUNK,
  clearBit,
  decodeMembers,
  encodeMembers,
  setBit,
  toBuffer,
  toPostingId,
  toUint16,
  toUint32,
  WORDS_PER_CHUNK,
} from './postings';

/** The first ordinal that was never given. */
export function findNextOrdinal(db: ReadableDb): number {
  const last = db.get<{ block: number; used: number }>(
    'SELECT block, used FROM ordinal_block ORDER BY block DESC LIMIT 1',
  );
  return last === undefined ? 0 : last.block * BLOCK + last.used;
}

interface Change {
  readonly ordinal: number;
  readonly sec: number;
  readonly traits: number;
}

interface Members {
  readonly removed: number[];
  readonly added: number[];
}

/** The changes of one transaction: all that is taken out first, then all that is put in, then `apply`. */
export class PostingChanges {
  readonly #db: WritableDb;
  readonly #members = new Map<number, Members>();
  readonly #blocks = new Map<number, Change[]>();

  constructor(db: WritableDb) {
    this.#db = db;
  }

  takeOut(ordinal: number, scopeIds: readonly number[]): void {
    for (const scopeId of scopeIds) this.#of(scopeId, ordinal).removed.push(ordinal % CHUNK);
    this.#change({ ordinal, sec: NO_SECOND, traits: 0 });
  }

  putIn(change: Change, scopeIds: readonly number[]): void {
    for (const scopeId of scopeIds) this.#of(scopeId, change.ordinal).added.push(change.ordinal % CHUNK);
    this.#change(change);
  }

  apply(): void {
    for (const [id, members] of this.#members) this.#applyMembers(id, members);
    for (const [block, changes] of this.#blocks) this.#applyBlock(block, changes);
    this.#members.clear();
    this.#blocks.clear();
  }

  #of(scopeId: number, ordinal: number): Members {
    const id = toPostingId(scopeId, Math.floor(ordinal / CHUNK));
    const known = this.#members.get(id);
    if (known) return known;
    const members: Members = { removed: [], added: [] };
    this.#members.set(id, members);
    return members;
  }

  #change(change: Change): void {
    const block = Math.floor(change.ordinal / BLOCK);
    const changes = this.#blocks.get(block);
    if (changes) changes.push(change);
    else this.#blocks.set(block, [change]);
  }

  #applyMembers(id: number, { removed, added }: Members): void {
    const stored = this.#db.get<{ members: Buffer }>('SELECT members FROM posting WHERE id = ?', [
      id,
    ])?.members;
    const before = stored ? decodeMembers(stored) : new Uint16Array();
    const members =
      removed.length === 0 && isAppended(before, added)
        ? joined(before, added)
        : changed(before, removed, added);
    if (members.length > 0) {
      this.#db.run('INSERT OR REPLACE INTO posting (id, count, members) VALUES (?, ?, ?)', [
        id,
        members.length,
        encodeMembers(members),
      ]);
    } else if (stored) this.#db.run('DELETE FROM posting WHERE id = ?', [id]);
  }

  #applyBlock(block: number, changes: readonly Change[]): void {
    const stored = this.#db.get<{ seconds: Buffer; traits: Buffer }>(
      'SELECT seconds, traits FROM ordinal_content WHERE block = ?',
      [block],
    );
    const used = Math.max(
      (stored?.seconds.length ?? 0) / 4,
      ...changes.map(({ ordinal }) => (ordinal % BLOCK) + 1),
    );
    const seconds = new Uint32Array(used);
    const traits = new Uint16Array(used);
    if (stored) {
      seconds.set(toUint32(stored.seconds));
      traits.set(toUint16(stored.traits));
    }
    for (const change of changes) {
      seconds[change.ordinal % BLOCK] = change.sec;
      traits[change.ordinal % BLOCK] = change.traits;
    }
    const known = seconds.filter((sec) => sec !== NO_SECOND);
    this.#db.run(
      `INSERT INTO ordinal_block (block, version, used, min_sec, max_sec, days) VALUES (?, 1, ?, ?, ?, ?)
       ON CONFLICT (block) DO UPDATE SET version = version + 1, used = excluded.used, min_sec = excluded.min_sec,
         max_sec = excluded.max_sec, days = excluded.days`,
      [
        block,
        used,
        known.reduce((least, sec) => Math.min(least, sec), NO_SECOND),
        known.reduce((most, sec) => Math.max(most, sec), 0),
        encodeDayRuns(seconds),
      ],
    );
    this.#db.run('INSERT OR REPLACE INTO ordinal_content (block, traits, seconds) VALUES (?, ?, ?)', [
      block,
      toBuffer(traits),
      toBuffer(seconds),
    ]);
  }
}

function isAppended(before: Uint16Array, added: readonly number[]): boolean {
  let last = before.at(-1) ?? -1;
  for (const member of added) {
    if (member <= last) return false;
    last = member;
  }
  return true;
}

function joined(before: Uint16Array, added: readonly number[]): Uint16Array {
  const members = new Uint16Array(before.length + added.length);
  members.set(before);
  members.set(added, before.length);
  return members;
}

function changed(before: Uint16Array, removed: readonly number[], added: readonly number[]): Uint16Array {
  const bits = new Uint32Array(WORDS_PER_CHUNK);
  for (const member of before) setBit(bits, member);
  for (const member of removed) clearBit(bits, member);
  for (const member of added) setBit(bits, member);
  return decodeMembers(toBuffer(bits));
}
