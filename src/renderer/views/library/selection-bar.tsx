/** What can be done with several chosen recordings, at the foot of the list. */
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import { Button } from '../../ui/button';
import styles from './library.module.css';

interface Props {
  readonly count: number;
  readonly signedIn: Pick<SignedIn, 'mayDelete' | 'mayDownload' | 'mayChangeConfiguration'>;
  readonly onCopy: () => void;
  readonly onDelete: () => void;
  readonly onHold: () => void;
  readonly onClear: () => void;
}

export function SelectionBar({ count, signedIn, onCopy, onDelete, onHold, onClear }: Props) {
  const { t } = useTranslation();
  return (
    <section className={styles.selection} aria-label={t('keeping.selection.label')}>
      <span role="status">{t('keeping.selection.count', { count })}</span>
      {signedIn.mayDownload && (
        <Button icon="download" onPress={onCopy}>
          {t('library.copies.open')}
        </Button>
      )}
      {signedIn.mayDelete && (
        <Button icon="remove" onPress={onDelete}>
          {t('keeping.delete.open')}
        </Button>
      )}
      {signedIn.mayChangeConfiguration && (
        <Button icon="lock" onPress={onHold}>
          {t('keeping.hold.set')}
        </Button>
      )}
      <Button variant="quiet" icon="close" onPress={onClear}>
        {t('keeping.selection.clear')}
      </Button>
    </section>
  );
}
