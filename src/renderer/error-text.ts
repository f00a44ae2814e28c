/** What a person reads when something failed: what happened and what to do, in his language. */
import type { TFunction } from 'i18next';
import { toAppError } from './client';
import { en } from './i18n/en';

/** A reason without words (a main process newer than this window) is answered by the most general one. */
export function toErrorText(t: TFunction, thrown: unknown): string {
  const { reason, details } = toAppError(thrown);
  return t(reason in en.error ? `error.${reason}` : 'error.internal', { ...details });
}
