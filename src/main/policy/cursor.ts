/**
 * Where a page ended, sealed. In the clear it would be the key of a recording, and a key counts the recordings of its second: whoever may
 * list one of them would read from it how many others there are.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../../shared/errors';
import { ANY_KEY } from '../catalog/recording-key';
import type { KeyRange, Order } from '../catalog/visible-keys';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const KEY_BYTES = 8;
const TAG_BYTES = 16;
/** Chance is asked for many nonces at once: one at a time, it takes a fiftieth of a page. */
const NONCES_KEPT = 256;

/** Every cursor is another text, also of the same place, and all are of one length. */
export class Cursors {
  readonly #secret: Buffer;
  #nonces: Buffer = Buffer.alloc(0);

  /** 32 bytes. A cursor is good wherever this secret is: in windows and in every run of the command line. */
  constructor(secret: Buffer) {
    this.#secret = secret;
  }

  toCursor(order: Order, key: number): string {
    const nonce = this.#takeNonce();
    const cipher = createCipheriv(ALGORITHM, this.#secret, nonce).setAAD(Buffer.from(order));
    const plain = Buffer.alloc(KEY_BYTES);
    plain.writeBigUInt64BE(BigInt(key));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
      'base64url',
    );
  }

  /** The keys behind the cursor. Throws `invalid-input` for a text that is no cursor, or one of the other order or another profile. */
  toBounds(order: Order, cursor: string | null | undefined): KeyRange {
    if (cursor === null || cursor === undefined) return ANY_KEY;
    const key = this.#open(order, Buffer.from(cursor, 'base64url'));
    return order === 'newest' ? { ...ANY_KEY, untilKey: key } : { ...ANY_KEY, fromKey: key + 1 };
  }

  /** Each once. */
  #takeNonce(): Buffer {
    if (this.#nonces.length === 0) this.#nonces = randomBytes(NONCE_BYTES * NONCES_KEPT);
    const nonce = this.#nonces.subarray(0, NONCE_BYTES);
    this.#nonces = this.#nonces.subarray(NONCE_BYTES);
    return nonce;
  }

  #open(order: Order, sealed: Buffer): number {
    if (sealed.length !== NONCE_BYTES + KEY_BYTES + TAG_BYTES) throw notOfThisList();
    const decipher = createDecipheriv(ALGORITHM, this.#secret, sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(order)).setAuthTag(sealed.subarray(NONCE_BYTES + KEY_BYTES));
    const plain = decipher.update(sealed.subarray(NONCE_BYTES, NONCE_BYTES + KEY_BYTES));
    try {
      decipher.final();
    } catch {
      // Its own message speaks of authentication, which whoever typed the cursor knows nothing of.
      throw notOfThisList();
    }
    return Number(plain.readBigUInt64BE());
  }
}

function notOfThisList(): AppError {
  return new AppError('invalid-input', 'invalid-input', 'The cursor is not one of this list.');
}
