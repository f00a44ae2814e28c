/** What a person may do with a recording and why, put into sentences. */
import type { TFunction } from 'i18next';
import type { Action, ActionDecision, Step } from '../../../shared/model';
import { en } from '../../i18n/en';

/** One sentence for what is allowed, then one for each action that is not, with the step that denies it. */
export function toAccessSentences(
  t: TFunction,
  access: readonly ActionDecision[],
  locale: string,
): readonly string[] {
  const allowed = access.filter((decision) => decision.allowed && decision.action !== 'list');
  const denied = access.filter((decision) => !decision.allowed && decision.action !== 'list');
  const actions = new Intl.ListFormat(locale).format(
    allowed.map(({ action }) => t(`access.action.${action}`)),
  );
  return [
    allowed.length === 0 ? t('access.mayNothing') : t('access.may', { actions }),
    ...denied.map((decision) =>
      t('access.mayNot', { action: t(`access.action.${decision.action}`), reason: toDenial(t, decision) }),
    ),
  ];
}

/** The sentence of the step that denies; empty where the action is allowed. */
export function toDenial(t: TFunction, decision: ActionDecision): string {
  const step = decision.steps.find((one) => !one.passed);
  return step ? toStepSentence(t, step) : '';
}

/** A reason that this window has no words for (a newer main) shows as its name rather than as nothing. */
export function toStepSentence(t: TFunction, step: Step): string {
  return step.reason in en.policy.step ? t(`policy.step.${step.reason}`, { ...step.details }) : step.reason;
}

export function findDecision(access: readonly ActionDecision[], action: Action): ActionDecision | undefined {
  return access.find((decision) => decision.action === action);
}
