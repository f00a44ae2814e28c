/** For an administrator: everybody who has this recording in his list, by which path, and what he may do with it. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Listener, Listeners } from '../../../shared/explanation';
import { call } from '../../client';
import { toErrorText } from '../../error-text';
import { toDisplayText } from '../../format/display-text';
import { toLocale } from '../../i18n/i18n';
import { Button } from '../../ui/button';
import { Disclosure } from '../../ui/disclosure';
import { Spinner } from '../../ui/progress';
import { toStepSentenceOf } from './access-words';
import styles from './details.module.css';

const FIRST_SHOWN = 20;

interface Props {
  readonly recordingId: string;
  /** A right to read what is not there is not spoken of. */
  readonly hasTranscript: boolean;
}

export function WhoMayHear({ recordingId, hasTranscript }: Props) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const listeners = useQuery({
    queryKey: ['policy.mayHear', recordingId],
    queryFn: () => call('policy.mayHear', { recordingId }),
    enabled: isOpen,
    staleTime: 0,
  });
  return (
    <Disclosure summary={t('explain.listeners.title')} onToggle={setIsOpen}>
      {isOpen && listeners.isPending && <Spinner label={t('common.loading')} />}
      {listeners.isError && <p role="alert">{toErrorText(t, listeners.error)}</p>}
      {listeners.data && <List {...listeners.data} hasTranscript={hasTranscript} />}
    </Disclosure>
  );
}

function List({ listeners, people, hasTranscript }: Listeners & Pick<Props, 'hasTranscript'>) {
  const { t } = useTranslation();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? listeners : listeners.slice(0, FIRST_SHOWN);
  const rest = listeners.length - shown.length;
  return (
    <>
      <p>{t('explain.listeners.count', { count: listeners.length, people })}</p>
      <ul className={styles.listeners}>
        {shown.map((listener) => (
          <Line key={listener.userId} listener={listener} hasTranscript={hasTranscript} />
        ))}
      </ul>
      {rest > 0 && (
        <p>
          {t('explain.listeners.more', { count: rest })}{' '}
          <Button variant="link" onPress={() => setShowsAll(true)}>
            {t('explain.listeners.showAll')}
          </Button>
        </p>
      )}
    </>
  );
}

interface LineProps extends Pick<Props, 'hasTranscript'> {
  readonly listener: Listener;
}

function Line({ listener, hasTranscript }: LineProps) {
  const { t, i18n } = useTranslation();
  const { name, path, actions } = listener;
  const words = actions
    .filter((action) => action !== 'list' && (hasTranscript || action !== 'readTranscript'))
    .map((action) => t(`access.action.${action}`));
  return (
    <li>
      <bdi className={styles.strong}>{toDisplayText(name)}</bdi>
      <span className={styles.second}>{toStepSentenceOf(t, path, name)}</span>
      {words.length > 0 && (
        <span className={styles.second}>
          {t('explain.listeners.may', {
            actions: new Intl.ListFormat(toLocale(i18n.language)).format(words),
          })}
        </span>
      )}
    </li>
  );
}
