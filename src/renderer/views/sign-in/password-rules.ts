/** The rules for a new password, told while it is typed; main holds to the same and has the last word. */
import type { TFunction } from 'i18next';

const MIN_CHARACTERS = 10;

/** What is wrong with a new password yet, or undefined where nothing is, or nothing was typed. */
export function findPasswordProblem(t: TFunction, password: string, signInName: string): string | undefined {
  if (password === '') return undefined;
  const missing = MIN_CHARACTERS - [...password].length;
  if (missing > 0) return t('session.tooShort', { count: missing });
  const isName = password.trim().toLowerCase() === signInName.trim().toLowerCase();
  return isName ? t('session.isName') : undefined;
}
