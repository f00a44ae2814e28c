/** The refusal of a save that was made from something older, so that no edit overwrites another unseen. */
import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors';
import type { JsonValue } from './canonical-json';
import { toCanonicalJson } from './canonical-json';

export function staleEdit(): AppError {
  return new AppError('conflict', 'stale-edit', 'Somebody else has saved this since you opened it.');
}

/** Of a list that is saved as a whole: 16 hex digits that differ where anything in it does. */
export function toListRevision(list: JsonValue): string {
  return createHash('sha256').update(toCanonicalJson(list), 'utf8').digest('hex').slice(0, 16);
}
