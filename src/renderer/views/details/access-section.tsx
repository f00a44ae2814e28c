/** Why I may, and why I may not: in a sentence, and step by step for who wants to know; for an administrator about everybody. */
import { useTranslation } from 'react-i18next';
import { toLocale } from '../../i18n/i18n';
import { useStatus } from '../../status';
import { Disclosure } from '../../ui/disclosure';
import { AskForChange, Ladder } from './access-ladder';
import { OthersAccess } from './access-of-others';
import type { Explained } from './access-words';
import { toAccessSentences } from './access-words';
import { toDecisionId } from './decisions';
import styles from './details.module.css';
import { WhoMayHear } from './who-may-hear';

interface Props {
  readonly recording: Explained & { readonly id: string };
}

export function AccessSection({ recording }: Props) {
  const { t, i18n } = useTranslation();
  const isAdministrator = useStatus().data?.signedIn?.view === 'administrator';
  return (
    <section className={styles.section} aria-labelledby="access-title">
      <h3 id="access-title">{t('library.details.access')}</h3>
      {toAccessSentences(t, recording, toLocale(i18n.language)).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Disclosure summary={t('access.ladder')}>
        {recording.access.map((decision) => (
          <Disclosure
            key={decision.action}
            lineId={toDecisionId(decision.action)}
            summary={`${t(`access.actionTitle.${decision.action}`)}: ${decision.allowed ? t('access.allowed') : t('access.denied')}`}
          >
            <Ladder decision={decision} name={null} />
            {!decision.allowed && <AskForChange recordingId={recording.id} action={decision.action} />}
          </Disclosure>
        ))}
      </Disclosure>
      {isAdministrator && (
        <>
          <WhoMayHear recordingId={recording.id} hasTranscript={recording.hasTranscript} />
          <OthersAccess recordingId={recording.id} kind={recording.kind} />
        </>
      )}
    </section>
  );
}
