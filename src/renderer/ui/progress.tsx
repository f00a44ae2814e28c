/** Waiting, with and without knowing how long. */
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import styles from './progress.module.css';

export function Spinner({ label }: { readonly label: string }) {
  return (
    <div className={styles.spinner} role="status">
      <span className={styles.wheel} aria-hidden="true" />
      <span>{label}</span>
    </div>
  );
}

interface Props {
  readonly label: string;
  /** 0…1; null while nobody knows. */
  readonly share: number | null;
}

export function ProgressBar({ label, share }: Props) {
  const known = share === null ? { isIndeterminate: true } : { value: share * 100 };
  return (
    <AriaProgressBar aria-label={label} className={styles.bar ?? ''} {...known}>
      <span
        className={`${styles.filled} ${share === null ? styles.unknown : ''}`}
        style={{ inlineSize: share === null ? '30%' : `${share * 100}%` }}
      />
    </AriaProgressBar>
  );
}
