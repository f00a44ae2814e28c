/** By which hash a vCon knows a file that lies outside of it. */
import type { JsonObject } from '../json-value';
import { findText, listOf } from './json';

const SHA512_BYTES = 64;

/**
 * The SHA-512 sums of which one is that of the file: `content_hash` is one text or several, and earlier drafts had `alg` and
 * `signature`. Empty where there is none, or another algorithm.
 */
export function listSha512(dialog: JsonObject): readonly Buffer[] {
  const only = findText(dialog, 'content_hash');
  const told = only === null ? listOf(dialog, 'content_hash').slice(0, 20) : [only];
  const sums = told.flatMap((one) =>
    typeof one === 'string' ? toSum(/^sha512-(.*)$/is.exec(one)?.[1]) : [],
  );
  const isOldForm = /^sha-?512$/i.test(findText(dialog, 'alg') ?? '');
  return [...sums, ...(isOldForm ? toSum(findText(dialog, 'signature') ?? undefined) : [])];
}

function toSum(text: string | undefined): Buffer[] {
  if (text === undefined || text.length > 200) return [];
  const sum = Buffer.from(text, 'base64url');
  return sum.length === SHA512_BYTES ? [sum] : [];
}
