/** A chip for one filter: closed it says what is filtered by, open it holds the fields to change that. */
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from './icons';
import listStyles from './list.module.css';
import styles from './chip.module.css';

interface Props {
  /** What the chip is about: 'Direction'. */
  readonly label: string;
  /** What it is set to: 'Inbound'; null while it filters nothing. */
  readonly value: string | null;
  readonly removeLabel: string;
  /** For a chip that was just asked for. */
  readonly isOpenAtFirst?: boolean;
  readonly onRemove: () => void;
  /** Given the function that closes the fields again; none for a filter that is either there or not. */
  readonly children?: (close: () => void) => ReactNode;
}

export function FilterChip({ label, value, removeLabel, isOpenAtFirst = false, onRemove, children }: Props) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const openRef = useRef<HTMLButtonElement>(null);
  const isSet = value !== null;
  return (
    <span className={`${styles.chip} ${isSet ? styles.set : ''}`}>
      {children ? (
        <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
          <Button ref={openRef} className={styles.open ?? ''}>
            <span className={styles.text}>{isSet ? `${label}: ${value}` : label}</span>
            <Icon name="down" size={12} />
          </Button>
          <Popover className={listStyles.popover ?? ''} placement="bottom start" aria-label={label}>
            <div className={styles.fields}>{children(() => setIsOpen(false))}</div>
          </Popover>
        </DialogTrigger>
      ) : (
        <span className={styles.open}>
          <span className={styles.text}>{label}</span>
        </span>
      )}
      {isSet && (
        <Button
          className={styles.remove ?? ''}
          aria-label={removeLabel}
          onPress={() => {
            // This button goes; the focus stays with the chip, if that stays.
            openRef.current?.focus();
            onRemove();
          }}
        >
          <Icon name="close" size={12} />
        </Button>
      )}
    </span>
  );
}
