/** A line that opens to what stands behind it. */
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

interface Props {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly isOpenAtFirst?: boolean;
}

export function Disclosure({ summary, children, isOpenAtFirst = false }: Props) {
  return (
    <details className={styles.disclosure} open={isOpenAtFirst}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
