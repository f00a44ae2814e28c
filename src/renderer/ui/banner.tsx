/** A line across a view that says what happened and what to do. */
import type { ReactNode } from 'react';
import type { IconName } from './icons';
import { Icon } from './icons';
import styles from './banner.module.css';

type Tone = 'info' | 'warning' | 'error' | 'success';

interface Props {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

const ICONS: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  warning: 'missing',
  error: 'missing',
  success: 'check',
};

/** Errors are spoken at once, all else when the screen reader has time. */
export function Banner({ tone, children, actions }: Props) {
  return (
    <div className={`${styles.banner} ${styles[tone]}`} role={tone === 'error' ? 'alert' : 'status'}>
      <span className={styles.icon}>
        <Icon name={ICONS[tone]} />
      </span>
      <div className={styles.text}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
