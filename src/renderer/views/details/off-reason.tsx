/** In the place of what the policy keeps off: the sentence that says why, and the way to how it was decided. */
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action, ActionDecision } from '../../../shared/model';
import { Button } from '../../ui/button';
import { findDecision, toDenial } from './access-words';
import { showDecision } from './decisions';
import styles from './details.module.css';

export interface Off {
  /** For the button that it is about. */
  readonly isOff: boolean;
  readonly described: { readonly 'aria-describedby'?: string };
  /** Beside the button, seen by everybody: a button that is off cannot be reached by the keyboard, and a tooltip of it by nobody. */
  readonly reason: ReactNode;
}

/** `access` is what came with the details: nothing more is asked of main. */
export function useOff(access: readonly ActionDecision[], action: Action): Off {
  const id = useId();
  const decision = findDecision(access, action);
  if (!decision || decision.allowed) return { isOff: false, described: {}, reason: null };
  const reason = <Reason id={id} decision={decision} />;
  return { isOff: true, described: { 'aria-describedby': id }, reason };
}

interface LineProps {
  readonly access: readonly ActionDecision[];
  readonly action: Action;
}

/** Where there is no button to stand beside: named by what is off. Nothing where it is not off, or is never there. */
export function OffLine({ access, action }: LineProps) {
  const { t } = useTranslation();
  const id = useId();
  const decision = findDecision(access, action);
  if (!decision || decision.allowed || isNeverThere(decision)) return null;
  return <Reason id={id} decision={decision} name={t(`access.actionTitle.${action}`)} />;
}

/** A setting that is off is not the reason where there would be nothing with it on. */
function isNeverThere({ steps }: ActionDecision): boolean {
  return steps.some((step) => !step.passed && NEVER_THERE.includes(step.reason));
}

const NEVER_THERE: readonly string[] = ['kindNever', 'screenNone'];

interface ReasonProps {
  readonly id: string;
  readonly decision: ActionDecision;
  readonly name?: string;
}

function Reason({ id, decision, name }: ReasonProps) {
  const { t } = useTranslation();
  return (
    <p className={styles.muted}>
      <span id={id}>
        {name !== undefined && `${name}: `}
        {toDenial(t, decision)}
      </span>{' '}
      <Button variant="link" aria-describedby={id} onPress={() => showDecision(decision.action)}>
        {t('access.why')}
      </Button>
    </p>
  );
}
