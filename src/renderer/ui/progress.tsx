/** Waiting, with and without knowing how long. */
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import styles from './progress.module.css';

interface SpinnerProps {
  readonly label: string;
  /** Shown where it takes longer than a moment only: what is over before it is read is a flicker. */
  readonly isLate?: boolean;
}

export function Spinner({ label, isLate = false }: SpinnerProps) {
  return (
    <div className={`${styles.spinner} ${isLate ? styles.late : ''}`} role="status">
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
