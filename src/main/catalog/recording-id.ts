/** The ids of recordings: the same for the same file for ever, and never one for two. */
import { createHash } from 'node:crypto';
import type { ReadableDb } from '../sqlite/database';
import { findKeyOfId } from './id-index';
import type { PreparedRecording } from './prepared-recording';
import { toKeySecond } from './recording-key';

export interface Place {
  readonly sourceId: number;
  readonly sourceUid: string;
  readonly organisationId: number;
  /** The id of a recording that was moved, by the id that its place alone would give. */
  readonly moves?: ReadonlyMap<string, string>;
}

export interface StoredRecording {
  readonly key: number;
  readonly ordinal: number;
  readonly id: string;
  readonly path: string;
  readonly scopes: string;
  readonly isMissing: number;
}

/**
 * 16 hex digits, the same for the same file for ever: of the source's uid and the path in composed form, so that a file
 * system that spells accents in two characters makes no new recording.
 */
export function toRecordingId(sourceUid: string, path: string): string {
  return createHash('sha256')
    .update(`${sourceUid}\0${path.normalize('NFC')}`)
    .digest('hex')
    .slice(0, 16);
}

/**
 * Whether the same file may come up under another spelling of its name. A name in plain letters has one only; and a few foreign letters
 * (the sign of the kelvin) are plain ones when composed: such a name is told apart from the plain one from the start.
 */
export function hasSpellings(path: string): boolean {
  return !isAscii(path) && !isAscii(path.normalize('NFC'));
}

/**
 * Gives a recording the id it has, else the id of its identity or path, else (two names that differ in spelling only, two copies of one
 * message) one of its spelling.
 */
export class FreeIds {
  /** Also those that recordings of this batch keep, before they are asked for. */
  readonly #given = new Set<string>();
  /** Of recordings in whose place another comes: their own may come up at another path. */
  readonly #leaving = new Set<string>();
  readonly #hasMoves: boolean;

  constructor(
    private readonly db: ReadableDb,
    private readonly place: Place,
    private readonly stored: ReadonlyMap<string, StoredRecording>,
    recordings: Iterable<PreparedRecording>,
  ) {
    this.#hasMoves = (place.moves?.size ?? 0) > 0 || hasMoves(db, place.sourceId);
    for (const recording of recordings) {
      const before = stored.get(recording.path);
      if (before) (isSame(recording, before) ? this.#given : this.#leaving).add(before.id);
    }
  }

  take(recording: PreparedRecording): string {
    const before = this.stored.get(recording.path);
    const id = before && isSame(recording, before) ? before.id : this.#findFree(recording);
    this.#given.add(id);
    return id;
  }

  #findFree({ path, ownId: own, hasIdentity }: PreparedRecording): string {
    const { sourceUid, moves } = this.place;
    const moved = moves?.get(own);
    if (moved !== undefined && !this.#isTaken(moved)) return moved;
    // The id of a name in plain letters is its own: only a recording that was moved away from there can have it.
    if (!hasIdentity && isAscii(path) && !this.#hasMoves) return own;
    const mayHaveOwn = hasIdentity || isAscii(path) || hasSpellings(path);
    if (mayHaveOwn && !this.#isTaken(own)) return own;
    return createHash('sha256').update(`${sourceUid}\0${path}\0spelling`).digest('hex').slice(0, 16);
  }

  #isTaken(id: string): boolean {
    if (this.#given.has(id)) return true;
    if (this.#leaving.has(id)) return false;
    return findKeyOfId(this.db, 'recording_id', id) !== undefined;
  }
}

function hasMoves(db: ReadableDb, sourceId: number): boolean {
  return db.get('SELECT 1 FROM moved_recording WHERE source_id = ? LIMIT 1', [sourceId]) !== undefined;
}

/** What has an identity is told from another of the same path by the second in which it began. */
function isSame({ hasIdentity, startedAtMs }: PreparedRecording, stored: StoredRecording): boolean {
  return !hasIdentity || toKeySecond(stored.key) === Math.floor(startedAtMs / 1000);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}
