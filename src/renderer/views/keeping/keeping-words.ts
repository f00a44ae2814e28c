/** Why something could not be deleted or held, in words: the step of the policy where there is one, else the failure. */
import type { TFunction } from 'i18next';
import type { ErrorShape } from '../../../shared/errors';
import { AppError } from '../../../shared/errors';
import { toAppError } from '../../client';
import { toErrorText } from '../../error-text';
import { en } from '../../i18n/en';

export function toKeptText(t: TFunction, thrown: unknown): string {
  const { details } = toAppError(thrown);
  const step = String(details?.['step'] ?? '');
  return isStep(step) ? t(`policy.step.${step}`, { ...details }) : toErrorText(t, thrown);
}

/** Each reason once, with how many it kept; the most frequent first. */
export function groupFailures(
  t: TFunction,
  failed: readonly { readonly error: ErrorShape }[],
): readonly { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { error } of failed) {
    const text = toKeptText(t, new AppError(error.code, error.reason, error.message, error.details));
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
}

function isStep(step: string): step is keyof typeof en.policy.step {
  return Object.hasOwn(en.policy.step, step);
}
