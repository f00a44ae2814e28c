/** One decision, step by step; and, for who asks, what would turn it round. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ActionDecision } from '../../../shared/model';
import { call } from '../../client';
import { toErrorText } from '../../error-text';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icons';
import { Spinner } from '../../ui/progress';
import { toStepSentence, toStepSentenceOf } from './access-words';
import styles from './details.module.css';
import { SmallestChange } from './smallest-change';

interface Props {
  readonly decision: ActionDecision;
  /** Whom it is about; null for oneself. */
  readonly name: string | null;
}

export function Ladder({ decision, name }: Props) {
  const { t } = useTranslation();
  return (
    <ol className={styles.ladder}>
      {decision.steps.map((step, index) => (
        // A step may come twice in a ladder: its place is what it is.
        <li key={index} className={step.passed ? styles.passed : styles.failed}>
          <Icon name={step.passed ? 'check' : 'close'} size={12} />
          <span className="spoken">{step.passed ? t('common.yes') : t('common.no')} </span>
          <span>{name === null ? toStepSentence(t, step) : toStepSentenceOf(t, step, name)}</span>
        </li>
      ))}
    </ol>
  );
}

export function explanationQuery(
  recordingId: string,
  action: ActionDecision['action'],
  userId: string | null,
) {
  return {
    queryKey: ['policy.explain', recordingId, action, userId],
    queryFn: () => call('policy.explain', { recordingId, action, userId }),
    staleTime: 0,
  };
}

interface AskProps {
  readonly recordingId: string;
  readonly action: ActionDecision['action'];
}

/** About oneself, and asked for only by who wants to know. */
export function AskForChange({ recordingId, action }: AskProps) {
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  const explanation = useQuery({ ...explanationQuery(recordingId, action, null), enabled: isAsked });
  if (!isAsked) {
    return (
      <Button variant="link" onPress={() => setIsAsked(true)}>
        {t('explain.changes.ask')}
      </Button>
    );
  }
  if (explanation.isPending) return <Spinner label={t('common.loading')} />;
  if (explanation.isError) return <p role="alert">{toErrorText(t, explanation.error)}</p>;
  return (
    <div role="status">
      <SmallestChange explanation={explanation.data} />
    </div>
  );
}
