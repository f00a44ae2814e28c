/** The line at the foot of a form: whether anything is unsaved, what went wrong, and the button that saves. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Failure } from './failure';
import styles from './admin.module.css';

interface Props {
  readonly isDirty: boolean;
  readonly isPending: boolean;
  readonly wasSaved: boolean;
  readonly error: unknown;
  /** What the person has to decide before anything else. */
  readonly notice?: ReactNode;
  /** What stands in the way of saving, said in place of the state. */
  readonly problem?: ReactNode;
  /** Saving is closed until the person has decided something above. */
  readonly isClosed?: boolean;
  /** Stays in sight while a long form is scrolled. */
  readonly isSticky?: boolean;
  readonly saveLabel?: string;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

export function SaveBar(props: Props) {
  const {
    isDirty,
    isPending,
    wasSaved,
    error,
    notice,
    problem,
    isClosed = false,
    isSticky = false,
    saveLabel,
    onSave,
    onDiscard,
  } = props;
  const { t } = useTranslation();
  const saved = wasSaved ? t('admin.saved') : t('admin.noChanges');
  return (
    <div className={`${styles.saveBar} ${isSticky ? styles.sticky : ''}`}>
      {notice !== undefined && <div className={styles.notice}>{notice}</div>}
      <Failure error={error} />
      <div className={styles.saveLine}>
        <p role="status" className={styles.saveState}>
          {problem ?? (isDirty ? t('admin.unsavedChanges') : saved)}
        </p>
        <Button isDisabled={!isDirty || isPending} onPress={onDiscard}>
          {t('admin.discard')}
        </Button>
        <Button variant="primary" isDisabled={!isDirty || isPending || isClosed} onPress={onSave}>
          {isPending ? t('common.loading') : (saveLabel ?? t('common.save'))}
        </Button>
      </div>
    </div>
  );
}
