/** What a person may do with a recording and why, put into sentences. */
import type { TFunction } from 'i18next';
import type { Action, ActionDecision, Kind, Step } from '../../../shared/model';
import { toIsolatedText } from '../../format/display-text';
import { en } from '../../i18n/en';

/** What the sentences are about. */
export interface Explained {
  readonly kind: Kind;
  readonly hasTranscript: boolean;
  readonly access: readonly ActionDecision[];
}

/**
 * One sentence for what is allowed, then one for each action that is not, with the step that denies it. What there is not (a
 * screen recording, a transcript) is not spoken of; the steps show it all the same.
 */
export function toAccessSentences(t: TFunction, recording: Explained, locale: string): readonly string[] {
  const spoken = recording.access.filter((decision) => isSpokenOf(decision, recording));
  const words = ({ action }: ActionDecision) =>
    action === 'play' && recording.kind === 'fax' ? t('access.openFax') : t(`access.action.${action}`);
  const allowed = spoken.filter((decision) => decision.allowed).map(words);
  const denied = spoken.filter((decision) => !decision.allowed);
  return [
    allowed.length === 0
      ? t('access.mayNothing')
      : t('access.may', { actions: new Intl.ListFormat(locale).format(allowed) }),
    ...denied.map((decision) =>
      t('access.mayNot', { action: words(decision), reason: toDenial(t, decision) }),
    ),
  ];
}

/** That it is in the list one sees. */
function isSpokenOf(decision: ActionDecision, recording: Explained): boolean {
  if (decision.action === 'list') return false;
  if (decision.action === 'readTranscript') return recording.hasTranscript;
  if (decision.action !== 'seeScreen' || decision.allowed) return true;
  const denial = decision.steps.findLast((step) => !step.passed);
  return denial?.reason !== 'screenNone' && denial?.reason !== 'kindNever';
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

/** As `toDenial`, about somebody else. */
export function toDenialOf(t: TFunction, decision: ActionDecision, name: string): string {
  const step = decision.steps.find((one) => !one.passed);
  return step ? toStepSentenceOf(t, step, name) : '';
}

/** The step of somebody else's decision. Sentences that speak to nobody are the same for everybody. */
export function toStepSentenceOf(t: TFunction, step: Step, name: string): string {
  if (!isTold(step.reason)) return toStepSentence(t, step);
  return t(`explain.step.${step.reason}`, { ...step.details, name: toIsolatedText(name) });
}

function isTold(reason: string): reason is keyof typeof en.explain.step {
  return Object.hasOwn(en.explain.step, reason);
}

export function findDecision(access: readonly ActionDecision[], action: Action): ActionDecision | undefined {
  return access.find((decision) => decision.action === action);
}
