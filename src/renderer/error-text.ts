/** What a person reads when something failed: what happened and what to do, in his language. */
import type { TFunction } from 'i18next';
import type { ErrorReason } from '../shared/errors';
import { toAppError } from './client';
import { en } from './i18n/en';

/** A reason without words (a main process newer than this window) is answered by the most general one. */
export function toErrorText(t: TFunction, thrown: unknown): string {
  const { reason, details } = toAppError(thrown);
  return t(isErrorReason(reason) ? `error.${reason}` : 'error.internal', { ...details });
}

/** For a failure that comes as data: in the person's language where its reason is one of ours, else as it came. */
export function toReasonText(
  t: TFunction,
  failure: { readonly reason: string; readonly message: string },
): string {
  return isErrorReason(failure.reason) ? t(`error.${failure.reason}`) : failure.message;
}

function isErrorReason(reason: string): reason is ErrorReason {
  return reason in en.error;
}
