/** Why I may, and why I may not: in a sentence, and step by step for who wants to know. */
import { useTranslation } from 'react-i18next';
import type { ActionDecision } from '../../../shared/model';
import { toLocale } from '../../i18n/i18n';
import { Disclosure } from '../../ui/disclosure';
import { Icon } from '../../ui/icons';
import type { Explained } from './access-words';
import { toAccessSentences, toStepSentence } from './access-words';
import styles from './details.module.css';

export function AccessSection({ recording }: { readonly recording: Explained }) {
  const { t, i18n } = useTranslation();
  return (
    <section className={styles.section} aria-labelledby="access-title">
      <h3 id="access-title">{t('library.details.access')}</h3>
      {toAccessSentences(t, recording, toLocale(i18n.language)).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Disclosure summary={t('access.ladder')}>
        {recording.access.map((decision) => (
          <Ladder key={decision.action} decision={decision} />
        ))}
      </Disclosure>
    </section>
  );
}

function Ladder({ decision }: { readonly decision: ActionDecision }) {
  const { t } = useTranslation();
  const verdict = decision.allowed ? t('access.allowed') : t('access.denied');
  return (
    <Disclosure summary={`${t(`access.actionTitle.${decision.action}`)}: ${verdict}`}>
      <ol className={styles.ladder}>
        {decision.steps.map((step, index) => (
          // A step may come twice in a ladder: its place is what it is.
          <li key={index} className={step.passed ? styles.passed : styles.failed}>
            <Icon name={step.passed ? 'check' : 'close'} size={12} />
            <span className="spoken">{step.passed ? t('common.yes') : t('common.no')} </span>
            <span>{toStepSentence(t, step)}</span>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
