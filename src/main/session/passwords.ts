/** Passwords: Argon2id (RFC 9106), kept as PHC strings with their parameters, so that they can be raised later. */
import { argon2id, argon2Verify } from 'hash-wasm';
import { randomBytes } from 'node:crypto';
import { AppError } from '../../shared/errors';
import { toNameKey } from '../ledger/name-key';

/** Hashes and checks; in the program by a worker thread, for it takes a third of a second of one core. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(password: string, passwordHash: string): Promise<boolean>;
  close(): Promise<void>;
}

const MEMORY_KIB = 65_536;
const ITERATIONS = 3;
const PARALLELISM = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** What stored hashes begin with today; others are made anew at the next sign-in. */
const CURRENT_FORM = `$argon2id$v=19$m=${String(MEMORY_KIB)},t=${String(ITERATIONS)},p=${String(PARALLELISM)}$`;

const MIN_CHARACTERS = 10;

/** A PHC string with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  return argon2id({
    password: toBytes(password),
    salt: randomBytes(SALT_BYTES),
    parallelism: PARALLELISM,
    iterations: ITERATIONS,
    memorySize: MEMORY_KIB,
    hashLength: HASH_BYTES,
    outputType: 'encoded',
  });
}

/** Throws for a text that is no PHC string of Argon2. */
export async function verifyPassword(password: string, passwordHash: string): Promise<boolean> {
  return argon2Verify({ password: toBytes(password), hash: passwordHash });
}

export function isCurrentForm(passwordHash: string): boolean {
  return passwordHash.startsWith(CURRENT_FORM);
}

/**
 * A well-formed hash that no password fits: checked where there is no person to check, so that it takes the same time. The zeros
 * are salt (16 bytes) and hash (32 bytes).
 */
export const DUMMY_HASH = `${CURRENT_FORM}${'A'.repeat(22)}$${'A'.repeat(43)}`;

/**
 * Throws AppError `weak-password` for fewer than ten characters or the sign-in name itself. No rules of composition: they make passwords
 * worse (NIST SP 800-63B, 5.1.1.2).
 */
export function checkNewPassword(password: string, signInName: string): void {
  const isLongEnough = [...password].length >= MIN_CHARACTERS;
  if (isLongEnough && toNameKey(password) !== toNameKey(signInName)) return;
  throw new AppError(
    'invalid-input',
    'weak-password',
    `A password has at least ${String(MIN_CHARACTERS)} characters, and is not the sign-in name.`,
    { min: MIN_CHARACTERS },
  );
}

/** The same password typed on another keyboard or system is the same bytes. */
function toBytes(password: string): Uint8Array {
  return Buffer.from(password.normalize('NFC'), 'utf8');
}

/** Hashes in this very thread: for the command line, which has nothing else to do meanwhile, and for tests. */
export const hasherInThread: PasswordHasher = {
  hash: hashPassword,
  verify: verifyPassword,
  close: () => Promise.resolve(),
};
