/** A small word beside a thing: a right it gives, a group it is in. */
import type { ReactNode } from 'react';
import styles from './chip.module.css';

export function Tag({ children }: { readonly children: ReactNode }) {
  return <span className={styles.tag}>{children}</span>;
}
