/**
 * Slows down guessing: a delay from the fourth failure on, and at most twenty failed tries a day under one name, whether or not
 * somebody has that name.
 *
 * [Note: time of tries] The wall clock may be set back. Time here is the latest of the wall clock, of the newest try on record, and of
 * the time that has run in this process since it last looked: it never goes back, and it goes on where the wall clock lags.
 */
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { AppError } from '../../shared/errors';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import { toNameKey } from './name-key';

const FREE_FAILURES = 3;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 15 * 60_000;
const TRIES_A_DAY = 20;
const DAY_MS = 24 * 60 * 60_000;

/** Tries under invented names must not fill the disk. */
const ROWS_KEPT = 10_000;
const ROWS_FORGOTTEN_AT_ONCE = 1_000;
const KEY_MAX_LENGTH = 100;

export interface Clocks {
  readonly wallMs: () => number;
  /** Milliseconds that never go back, from any start. */
  readonly runningMs: () => number;
}

const SYSTEM_CLOCKS: Clocks = { wallMs: () => Date.now(), runningMs: () => performance.now() };

/** A try that was counted and is being looked at. */
export interface SignInTry {
  readonly rowId: number;
  readonly key: string;
}

export class SignInThrottle {
  readonly #db: WritableDb;
  readonly #clocks: Clocks;
  #latest: { readonly atMs: number; readonly runningMs: number } | undefined;

  constructor(db: WritableDb, clocks: Clocks = SYSTEM_CLOCKS) {
    this.#db = db;
    this.#clocks = clocks;
  }

  /**
   * Counts a try before its password is looked at, so that neither many at once nor a killed program goes uncounted.
   * Throws AppError `too-many-tries` with the seconds to wait.
   */
  begin(signInName: string): SignInTry {
    const key = toThrottleKey(signInName);
    return this.#db.transaction(() => {
      const nowMs = this.#now();
      const waitMs = waitOf(this.#db, key, nowMs);
      if (waitMs > 0) {
        const seconds = Math.ceil(waitMs / 1000);
        throw new AppError(
          'forbidden',
          'too-many-tries',
          `Too many tries. Wait ${String(seconds)} seconds.`,
          {
            seconds,
          },
        );
      }
      this.#db.run('DELETE FROM sign_in_failure WHERE at_ms <= ?', [nowMs - DAY_MS]);
      this.#forgetInventedNames();
      const rowId = this.#db.run('INSERT INTO sign_in_failure (sign_in_key, at_ms) VALUES (?, ?)', [
        key,
        nowMs,
      ]).lastInsertRowid;
      return { rowId, key };
    });
  }

  /** The password was right: the try no longer counts, and the failures before it delay nobody, but count for the day. */
  succeed(signInTry: SignInTry): void {
    this.#db.transaction(() => {
      this.#db.run('DELETE FROM sign_in_failure WHERE id = ?', [signInTry.rowId]);
      this.#db.run('UPDATE sign_in_failure SET is_forgiven = 1 WHERE sign_in_key = ?', [signInTry.key]);
    });
  }

  /** See [Note: time of tries]. */
  #now(): number {
    const runningMs = this.#clocks.runningMs();
    const newestTry = this.#db.get<{ at_ms: number | null }>(
      'SELECT max(at_ms) AS at_ms FROM sign_in_failure',
    )?.at_ms;
    const goneOn = this.#latest ? this.#latest.atMs + (runningMs - this.#latest.runningMs) : 0;
    const atMs = Math.floor(Math.max(this.#clocks.wallMs(), newestTry ?? 0, goneOn));
    this.#latest = { atMs, runningMs };
    return atMs;
  }

  #forgetInventedNames(): void {
    const rows = this.#db.get<{ count: number }>('SELECT count(*) AS count FROM sign_in_failure')?.count ?? 0;
    if (rows < ROWS_KEPT) return;
    this.#db.run(
      `DELETE FROM sign_in_failure WHERE id IN (
         SELECT id FROM sign_in_failure WHERE sign_in_key NOT IN (SELECT sign_in_key FROM user) ORDER BY at_ms, id LIMIT ?)`,
      [ROWS_FORGOTTEN_AT_ONCE],
    );
  }
}

/** Forgets a person's failures, when somebody with the right to has given him a new password. */
export function forgetSignInFailures(db: WritableDb, signInName: string): void {
  db.run('DELETE FROM sign_in_failure WHERE sign_in_key = ?', [toThrottleKey(signInName)]);
}

function waitOf(db: ReadableDb, key: string, nowMs: number): number {
  const tries = db.all<{ at_ms: number; is_forgiven: number }>(
    'SELECT at_ms, is_forgiven FROM sign_in_failure WHERE sign_in_key = ? AND at_ms > ? ORDER BY at_ms DESC LIMIT ?',
    [key, nowMs - DAY_MS, TRIES_A_DAY],
  );
  const oldestOfDay = tries[TRIES_A_DAY - 1];
  const untilDayEnds = oldestOfDay ? oldestOfDay.at_ms + DAY_MS - nowMs : 0;
  const failures = tries.filter((one) => one.is_forgiven === 0);
  const newest = failures[0];
  const untilDelayEnds = newest ? newest.at_ms + delayAfter(failures.length) - nowMs : 0;
  return Math.max(0, untilDayEnds, untilDelayEnds);
}

/** 5 s after the fourth failure, doubled with each further one. */
function delayAfter(failures: number): number {
  if (failures <= FREE_FAILURES) return 0;
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - FREE_FAILURES - 1));
}

/** Long names are known by their hash, so that a row is small whatever was typed. */
function toThrottleKey(signInName: string): string {
  const key = toNameKey(signInName);
  return key.length <= KEY_MAX_LENGTH
    ? key
    : `sha256:${createHash('sha256').update(key, 'utf8').digest('hex')}`;
}
