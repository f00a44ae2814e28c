import { describe, expect, it } from 'vitest';
import { openEmptyLedger, makeLedger, openAgain } from './ledger.test-support';
import { forgetSignInFailures, SignInThrottle } from './sign-in-failures';
import { AppError } from '../../shared/errors';

const SECOND = 1000;
const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 22);

/** A wall clock that can be set, and a running time that cannot. */
class TestClocks {
  #wall = START;
  #running = 0;
  readonly wallMs = () => this.#wall;
  readonly runningMs = () => this.#running;
  pass(ms: number): void {
    this.#wall += ms;
    this.#running += ms;
  }
  setWall(ms: number): void {
    this.#wall = ms;
  }
}

/** The seconds to wait, or 0 where the try was let through (and failed). */
function fail(throttle: SignInThrottle, name = 'ada'): number {
  try {
    throttle.begin(name);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== 'too-many-tries') throw error;
    return Number(error.details?.seconds);
  }
}

describe('guessing a password', () => {
  it('is delayed from the fourth failure, twice as long after each', () => {
    const clocks = new TestClocks();
    const throttle = new SignInThrottle(openEmptyLedger(), clocks);
    expect([fail(throttle), fail(throttle), fail(throttle), fail(throttle)]).toEqual([0, 0, 0, 0]);
    for (const seconds of [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]) {
      expect(fail(throttle)).toBe(seconds);
      clocks.pass((seconds - 1) * SECOND);
      expect(fail(throttle)).toBe(1);
      clocks.pass(SECOND);
      expect(fail(throttle)).toBe(0);
    }
  });

  it('gets twenty tries a day, whatever is tried', () => {
    const clocks = new TestClocks();
    const throttle = new SignInThrottle(openEmptyLedger(), clocks);
    let let_through = 0;
    for (let i = 0; i < 10_000; i++) {
      if (fail(throttle) === 0) let_through++;
      clocks.pass(8 * SECOND);
    }
    // 10,000 guesses at 8 seconds are 22 hours.
    expect(let_through).toBe(20);
    clocks.pass(2 * HOUR);
    expect(fail(throttle)).toBe(0);
  });

  it('gains nothing by setting the clock back, or back and forward again', () => {
    const clocks = new TestClocks();
    const throttle = new SignInThrottle(openEmptyLedger(), clocks);
    for (let i = 0; i < 4; i++) fail(throttle);
    clocks.setWall(START - 48 * HOUR);
    expect(fail(throttle)).toBe(5);
    clocks.setWall(START);
    expect(fail(throttle)).toBe(5);
    // Real time ends the delay, although the wall clock stands before the tries.
    clocks.setWall(START - 48 * HOUR);
    clocks.pass(5 * SECOND);
    expect(fail(throttle)).toBe(0);
  });

  it('gains nothing by starting the program anew, even with the clock set back', () => {
    const { db } = makeLedger();
    const clocks = new TestClocks();
    const throttle = new SignInThrottle(db, clocks);
    for (let i = 0; i < 5; i++) fail(throttle);
    const { filePath } = db;
    db.close();
    const later = new TestClocks();
    later.setWall(START - 24 * HOUR);
    expect(fail(new SignInThrottle(openAgain(filePath), later))).toBe(5);
  });

  it('is counted before the password is looked at, so that many at once are no way round', () => {
    const throttle = new SignInThrottle(openEmptyLedger(), new TestClocks());
    const begun = Array.from({ length: 50 }, () => fail(throttle)).filter((seconds) => seconds === 0);
    expect(begun).toHaveLength(4);
  });

  it('is slowed for a name that nobody has just as for one that somebody has', () => {
    const { db } = makeLedger();
    const throttle = new SignInThrottle(db, new TestClocks());
    const waits = (name: string) => Array.from({ length: 6 }, () => fail(throttle, name));
    expect(waits('nobody')).toEqual(waits('ada'));
  });

  it('of one person in different spellings is one count', () => {
    const throttle = new SignInThrottle(openEmptyLedger(), new TestClocks());
    expect(['ada', 'ADA', 'ａｄａ', ' ada', 'Ada'].map((name) => fail(throttle, name))).toEqual([
      0, 0, 0, 0, 5,
    ]);
  });

  it('of one name does not delay another', () => {
    const throttle = new SignInThrottle(openEmptyLedger(), new TestClocks());
    for (let i = 0; i < 6; i++) fail(throttle, 'ada');
    expect(fail(throttle, 'ben')).toBe(0);
  });

  it('under endless invented names fills no disk, and forgets no failure of a real person', () => {
    const { db } = makeLedger();
    const throttle = new SignInThrottle(db, new TestClocks());
    for (let i = 0; i < 4; i++) fail(throttle, 'ada');
    db.transaction(() => {
      for (let i = 0; i < 10_050; i++) fail(throttle, `${'\uFDFA'.repeat(150)}${String(i)}`);
    });
    const stored = db.get<{ rows: number; longest: number }>(
      'SELECT count(*) AS rows, max(length(sign_in_key)) AS longest FROM sign_in_failure',
    );
    expect(stored?.rows).toBeLessThanOrEqual(10_000);
    expect(stored?.longest).toBeLessThanOrEqual(100);
    expect(fail(throttle, 'ada')).toBe(5);
  });
});

describe('signing in', () => {
  it('ends the delay, but the failures still count for the day', () => {
    const clocks = new TestClocks();
    const throttle = new SignInThrottle(openEmptyLedger(), clocks);
    let failures = 0;
    for (let i = 0; i < 30; i++) {
      for (let j = 0; j < 3; j++) if (fail(throttle) === 0) failures++;
      try {
        throttle.succeed(throttle.begin('ada'));
      } catch (error) {
        expect(error).toMatchObject({ reason: 'too-many-tries' });
      }
      clocks.pass(SECOND);
    }
    expect(failures).toBe(20);
  });

  it('counts nothing itself', () => {
    const throttle = new SignInThrottle(openEmptyLedger(), new TestClocks());
    for (let i = 0; i < 100; i++) throttle.succeed(throttle.begin('ada'));
    expect(fail(throttle)).toBe(0);
  });

  it('is open again after somebody gave the person a new password', () => {
    const db = openEmptyLedger();
    const throttle = new SignInThrottle(db, new TestClocks());
    for (let i = 0; i < 6; i++) fail(throttle);
    forgetSignInFailures(db, 'ADA');
    expect(fail(throttle)).toBe(0);
  });
});
