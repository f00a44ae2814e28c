/** Passwords: Argon2id (RFC 9106), kept as PHC strings with their parameters, so that they can be raised later. */
import { argon2id, argon2Verify } from 'hash-wasm';
import { randomBytes } from 'node:crypto';
import { AppError } from '../../shared/errors';
import { toNameKey } from '../ledger/name-key';

/** Hashes and checks; in the program by a worker thread, for it takes a third of a second of one core. */
export interface PasswordHasher {
  /** What the hashes that it makes begin with; a stored one that begins otherwise is to be made anew. */
  readonly form: string;
  hash(password: string): Promise<string>;
  verify(password: string, passwordHash: string): Promise<boolean>;
  close(): Promise<void>;
}

export interface Argon2Parameters {
  readonly memoryKib: number;
  readonly iterations: number;
}

const PARAMETERS: Argon2Parameters = { memoryKib: 65_536, iterations: 3 };
const PARALLELISM = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Version 19 is 1.3, the only one in use. */
export function toForm({ memoryKib, iterations }: Argon2Parameters = PARAMETERS): string {
  return `$argon2id$v=19$m=${String(memoryKib)},t=${String(iterations)},p=${String(PARALLELISM)}$`;
}

const MIN_CHARACTERS = 10;

/** A PHC string with a salt of its own. */
export async function hashPassword(password: string, parameters = PARAMETERS): Promise<string> {
  return argon2id({
    password: toBytes(password),
    salt: randomBytes(SALT_BYTES),
    parallelism: PARALLELISM,
    iterations: parameters.iterations,
    memorySize: parameters.memoryKib,
    hashLength: HASH_BYTES,
    outputType: 'encoded',
  });
}

/** Throws for a text that is no PHC string of Argon2. An empty password fits nothing, after the same time. */
export async function verifyPassword(password: string, passwordHash: string): Promise<boolean> {
  // The library refuses empty text at once.
  const isFitting = await argon2Verify({ password: toBytes(password || '-'), hash: passwordHash });
  return isFitting && password !== '';
}

/**
 * A well-formed hash that no password fits: checked where there is no person to check, so that it takes the same time. The zeros
 * are salt (16 bytes) and hash (32 bytes).
 */
export function toDummyHash(form: string): string {
  return `${form}${'A'.repeat(22)}$${'A'.repeat(43)}`;
}

/**
 * Throws AppError `weak-password` for fewer than ten characters, the sign-in name itself, or the very one that it is to replace, which
 * somebody else may know. No rules of composition: they make passwords worse (NIST SP 800-63B, 5.1.1.2).
 */
export function checkNewPassword(password: string, signInName: string, former?: string): void {
  const isLongEnough = [...password].length >= MIN_CHARACTERS;
  const isNew = former?.normalize('NFC') !== password.normalize('NFC');
  if (isLongEnough && isNew && toNameKey(password) !== toNameKey(signInName)) return;
  throw new AppError(
    'invalid-input',
    'weak-password',
    `A password has at least ${String(MIN_CHARACTERS)} characters, and is neither the sign-in name nor the password before.`,
    { min: MIN_CHARACTERS },
  );
}

/** The same password typed on another keyboard or system is the same bytes. */
function toBytes(password: string): Uint8Array {
  return Buffer.from(password.normalize('NFC'), 'utf8');
}

/** Hashes in the calling thread: for the command line, which has nothing else to do meanwhile, and for tests. */
export function hasherInThread(parameters = PARAMETERS): PasswordHasher {
  return {
    form: toForm(parameters),
    hash: (password) => hashPassword(password, parameters),
    verify: verifyPassword,
    close: () => Promise.resolve(),
  };
}
