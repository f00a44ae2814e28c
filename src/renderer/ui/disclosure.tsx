/** A line that opens to what stands behind it. */
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

interface Props {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly isOpenAtFirst?: boolean;
  /** Of the line, for what leads there. */
  readonly lineId?: string;
  /** For what is read only once it is looked at. */
  readonly onToggle?: (isOpen: boolean) => void;
}

export function Disclosure({ summary, children, isOpenAtFirst = false, lineId, onToggle }: Props) {
  return (
    <details
      className={styles.disclosure}
      open={isOpenAtFirst}
      // An element within may be a disclosure of its own; its event does not bubble.
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary id={lineId} className={styles.summary}>
        {summary}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
