/** The head of an administration page: back, title, what the page is for, its actions. */
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import styles from './admin.module.css';

interface Props {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  /** Where the page was reached from another of the same kind. */
  readonly back?: { readonly label: string; readonly onPress: () => void };
  /** True where the page took the place of another on a press: the focus would be lost with the button that is gone. */
  readonly takesFocus?: boolean;
}

export function PageHead({ title, about, actions, back, takesFocus = false }: Props) {
  const { t } = useTranslation();
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) headingRef.current?.focus();
  }, [takesFocus]);
  return (
    <div className={styles.head}>
      {back && (
        <div>
          <Button
            variant="quiet"
            icon="start"
            onPress={back.onPress}
            aria-label={`${t('common.back')}: ${back.label}`}
          >
            {back.label}
          </Button>
        </div>
      )}
      <div className={styles.headLine}>
        <h1 ref={headingRef} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {about !== undefined && <p className={styles.about}>{about}</p>}
    </div>
  );
}
