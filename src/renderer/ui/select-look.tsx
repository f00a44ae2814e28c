/** How a Select looks that is not there yet, so that nothing moves when it comes. */
import { Icon } from './icons';
import styles from './field.module.css';

interface Props {
  readonly label: string;
  /** What is chosen. */
  readonly text: string;
}

export function SelectLook({ label, text }: Props) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <span className={styles.select}>
        <span>{text}</span>
        <Icon name="down" size={12} />
      </span>
    </div>
  );
}
