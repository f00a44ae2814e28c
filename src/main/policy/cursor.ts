/** Where a page ended. It tells no more than the last row of that page did. */
import { AppError } from '../../shared/errors';
import { ANY_KEY } from '../catalog/recording-key';
import type { KeyRange, Order } from '../catalog/visible-keys';

const MARKS: Readonly<Record<Order, string>> = { newest: 'n', oldest: 'o' };

export function toCursor(order: Order, key: number): string {
  return Buffer.from(`${MARKS[order]}${key}`).toString('base64url');
}

/** The keys behind the cursor. Throws `invalid-input` for a text that is no cursor, or one of the other order. */
export function toBounds(order: Order, cursor: string | null | undefined): KeyRange {
  if (cursor === null || cursor === undefined) return ANY_KEY;
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const key = /^[no][0-9]{1,16}$/.test(text) ? Number(text.slice(1)) : Number.NaN;
  if (!Number.isSafeInteger(key) || !text.startsWith(MARKS[order])) {
    throw new AppError('invalid-input', 'invalid-input', 'The cursor is not one of this list.');
  }
  return order === 'newest' ? { ...ANY_KEY, untilKey: key } : { ...ANY_KEY, fromKey: key + 1 };
}
