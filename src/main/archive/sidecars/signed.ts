/**
 * JSON that is signed (JWS) or encrypted (JWE) as vCons are. A signature is checked against the certificate that it brings; that says the
 * content is whole since it was signed by the holder of that key, and nothing of who that is.
 */
import { X509Certificate, constants, verify } from 'node:crypto';
import type { JsonObject } from '../json-value';
import { isObject } from '../json-value';
import { findText, listOf, parseJsonObject } from './json';

export type Signature = 'none' | 'good' | 'bad' | 'not checked';

export interface Unwrapped {
  readonly json: JsonObject;
  readonly signature: Signature;
  /** Characters of the signed payload in base64url; null where nothing is signed. */
  readonly payload: string | null;
}

export function isEncrypted(json: JsonObject): boolean {
  return (
    Object.hasOwn(json, 'ciphertext') &&
    (Object.hasOwn(json, 'recipients') || Object.hasOwn(json, 'protected'))
  );
}

/** Throws `NoDetails` where the text is no JSON, or what was signed is none. */
export function unwrap(text: string): Unwrapped {
  const compact = /^\s*([\w-]+)\.([\w-]+)\.([\w-]+)\s*$/.exec(text);
  if (compact) {
    const [, header = '', payload = '', signature = ''] = compact;
    return toUnwrapped(payload, [{ header, signature, chain: [] }]);
  }
  const json = parseJsonObject(text);
  const payload = findText(json, 'payload');
  const isFlat = Object.hasOwn(json, 'signature') && Object.hasOwn(json, 'protected');
  if (payload === null || !(isFlat || listOf(json, 'signatures').length > 0))
    return { json, signature: 'none', payload: null };
  const signatures = isFlat ? [json] : listOf(json, 'signatures').slice(0, 20).filter(isObject);
  return toUnwrapped(payload, signatures.map(toSignatureParts));
}

interface SignatureParts {
  readonly header: string;
  readonly signature: string;
  /** Certificates of the unprotected header, base64 of DER. */
  readonly chain: readonly string[];
}

function toSignatureParts(signature: JsonObject): SignatureParts {
  const outer = signature['header'];
  return {
    header: findText(signature, 'protected') ?? '',
    signature: findText(signature, 'signature') ?? '',
    chain: isObject(outer) ? toChain(outer) : [],
  };
}

function toUnwrapped(payload: string, signatures: readonly SignatureParts[]): Unwrapped {
  const json = parseJsonObject(Buffer.from(payload, 'base64url').toString('utf8'));
  const checked = signatures.map((one) => check(payload, one));
  const signature = checked.includes('bad') ? 'bad' : checked.includes('good') ? 'good' : 'not checked';
  return { json, signature, payload };
}

const HASHES: Readonly<Record<string, string>> = {
  RS256: 'sha256',
  RS384: 'sha384',
  RS512: 'sha512',
  PS256: 'sha256',
  ES256: 'sha256',
  ES384: 'sha384',
};

function check(payload: string, { header, signature, chain }: SignatureParts): Signature {
  try {
    const told = parseJsonObject(Buffer.from(header, 'base64url').toString('utf8'));
    const algorithm = findText(told, 'alg') ?? '';
    const hash = Object.hasOwn(HASHES, algorithm) ? HASHES[algorithm] : undefined;
    const [certificate] = [...toChain(told), ...chain];
    if (hash === undefined || certificate === undefined) return 'not checked';
    const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
    const key = algorithm.startsWith('ES')
      ? { key: publicKey, dsaEncoding: 'ieee-p1363' as const }
      : algorithm.startsWith('PS')
        ? { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING }
        : publicKey;
    const isGood = verify(
      hash,
      Buffer.from(`${header}.${payload}`),
      key,
      Buffer.from(signature, 'base64url'),
    );
    return isGood ? 'good' : 'bad';
  } catch {
    // A header, certificate or key that cannot be read proves nothing, neither for nor against.
    return 'not checked';
  }
}

function toChain(header: JsonObject): string[] {
  return listOf(header, 'x5c').filter((one): one is string => typeof one === 'string');
}
