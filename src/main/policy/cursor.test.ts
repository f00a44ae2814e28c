import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { AppError } from '../../shared/errors';
import { ANY_KEY, toFirstKey } from '../catalog/recording-key';
import { Cursors } from './cursor';

const cursors = new Cursors(randomBytes(32));
const KEY = toFirstKey(1_700_000_000) + 7;

test('a cursor leads on from where it was made, in its order, wherever the secret is', () => {
  const secret = randomBytes(32);
  for (const order of ['newest', 'oldest'] as const) {
    const cursor = new Cursors(secret).toCursor(order, KEY);
    expect(new Cursors(secret).toBounds(order, cursor)).toEqual(
      order === 'newest' ? { ...ANY_KEY, untilKey: KEY } : { ...ANY_KEY, fromKey: KEY + 1 },
    );
  }
  expect(cursors.toBounds('newest', null)).toEqual(ANY_KEY);
});

test('a cursor says nothing: not where it is, nor whether two are of the same place, nor by its length', () => {
  const keys = [0, KEY, KEY, KEY + 1, ANY_KEY.untilKey - 1];
  const texts = keys.map((key) => cursors.toCursor('newest', key));
  expect(new Set(texts).size).toBe(keys.length);
  const many = Array.from({ length: 600 }, () => cursors.toCursor('newest', KEY));
  expect(new Set(many).size).toBe(many.length);
  expect(new Set(texts.map((text) => text.length)).size).toBe(1);
  for (const text of texts) {
    const bytes = Buffer.from(text, 'base64url');
    const plain = Buffer.alloc(8);
    plain.writeBigUInt64BE(BigInt(KEY));
    expect(bytes.includes(plain.subarray(2))).toBe(false);
    expect(bytes.toString('latin1')).not.toContain(String(KEY));
  }
});

test('what is changed, cut, of the other order or of another profile is refused in the same words', () => {
  const cursor = cursors.toCursor('newest', KEY);
  const bytes = Buffer.from(cursor, 'base64url');
  const changed = [...bytes.keys()].map((at) => {
    const other = Buffer.from(bytes);
    other[at] = (other[at] ?? 0) ^ 1;
    return other.toString('base64url');
  });
  const cut = [bytes.subarray(1), bytes.subarray(0, -1), bytes.subarray(0, 28)];
  const refused = [
    ...changed,
    ...cut.map((each) => each.toString('base64url')),
    `${cursor}AA`,
    cursors.toCursor('oldest', KEY),
    new Cursors(randomBytes(32)).toCursor('newest', KEY),
    '',
    'n5',
    '💣',
  ];
  const messages = refused.map((text) => {
    try {
      cursors.toBounds('newest', text);
    } catch (error) {
      return error instanceof AppError ? `${error.code} ${error.message}` : String(error);
    }
    return 'it was taken';
  });
  expect(new Set(messages)).toEqual(new Set(['invalid-input The cursor is not one of this list.']));
});
