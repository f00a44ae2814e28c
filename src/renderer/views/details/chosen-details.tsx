/** The pane beside a list: what is known of the row that is chosen in it, read when the list rests. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toErrorText } from '../../error-text';
import { Banner } from '../../ui/banner';
import { IconButton } from '../../ui/button';
import { Spinner } from '../../ui/progress';
import { useSettled } from '../../use-settled';
import styles from './details.module.css';

/** Walking through the list with a held key asks for nothing until it rests. */
const REST_MS = 80;

interface Props<Details> {
  readonly title: string;
  /** In the place of the details while no row is chosen. */
  readonly nothing: string;
  /** Of the row that is chosen; null for none. */
  readonly id: string | null;
  /** The door's name for the question, by which events find it. */
  readonly method: 'recordings.get' | 'calls.get';
  readonly read: (id: string) => Promise<Details>;
  /** It was opened by a button, which has gone. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
  readonly children: (details: Details) => ReactNode;
}

export function ChosenDetails<Details extends { readonly id: string }>(props: Props<Details>) {
  const { title, nothing, id, method, read, takesFocus, onClose, children } = props;
  const { t } = useTranslation();
  const askedId = useSettled(id, REST_MS);
  const details = useQuery({
    queryKey: [method, askedId],
    queryFn: () => read(askedId ?? ''),
    enabled: askedId !== null,
    // What changes while another page is open is told to nobody here, and rights are not to be of a moment ago.
    staleTime: 0,
  });
  return (
    <aside className={styles.pane} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <IconButton
          icon="close"
          label={t('library.details.close')}
          autoFocus={takesFocus}
          onPress={onClose}
        />
      </header>
      <div className={styles.body}>
        {id === null && <p className={styles.muted}>{nothing}</p>}
        {id !== null && details.isError && <Banner tone="error">{toErrorText(t, details.error)}</Banner>}
        {id !== null && details.data?.id === id && children(details.data)}
        {id !== null && details.isPending && <Spinner label={t('common.loading')} />}
      </div>
    </aside>
  );
}
