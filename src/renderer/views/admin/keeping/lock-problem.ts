/** What is wrong with a lock while it is typed; the door looks at it again. */
import type { RetentionLock } from '../../../../shared/keeping';
import { LOCK_MAX_DAYS, LOCK_PRESET_DAYS } from '../../../../shared/keeping';

export type LockProblem = 'number' | 'twice' | 'days';

export function toNewLock(): RetentionLock {
  return { subject: 'line', number: '', days: LOCK_PRESET_DAYS.fiveYears };
}

/** The lock in force that a row of the draft is; a second row of the same line or group is none. */
export function findHeldLock(
  locks: readonly RetentionLock[],
  draft: readonly RetentionLock[],
  index: number,
): RetentionLock | undefined {
  const row = draft[index];
  const isFirst = draft.findIndex((one) => row && isSame(one, row)) === index;
  return isFirst ? locks.find((one) => row && isSame(one, row)) : undefined;
}

/** `held`: the lock as it is in force. */
export function findLockProblem(
  locks: readonly RetentionLock[],
  index: number,
  held: RetentionLock | undefined,
): LockProblem | undefined {
  const lock = locks[index];
  if (!lock) return undefined;
  const number = lock.number.trim();
  if (number === '') return 'number';
  if (locks.some((other, at) => at < index && isSame(other, lock))) return 'twice';
  const isDays = Number.isInteger(lock.days) && lock.days >= (held?.days ?? 1) && lock.days <= LOCK_MAX_DAYS;
  return isDays ? undefined : 'days';
}

function isSame(one: RetentionLock, other: RetentionLock): boolean {
  return one.subject === other.subject && one.number.trim() === other.number.trim();
}
