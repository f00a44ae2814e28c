/** A check box with its words, and why it cannot be changed where it cannot. */
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { Icon } from './icons';
import styles from './checkbox.module.css';

interface Props {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  /** Small words under the label: what it does, or why it is closed. */
  readonly description?: string | undefined;
  readonly onChange: (isSelected: boolean) => void;
}

export function Checkbox({ children, isSelected, isDisabled = false, description, onChange }: Props) {
  return (
    <AriaCheckbox
      className={styles.checkbox ?? ''}
      isSelected={isSelected}
      isDisabled={isDisabled}
      onChange={onChange}
    >
      <span className={styles.box}>{isSelected && <Icon name="check" size={12} />}</span>
      <span>
        {children}
        {description !== undefined && <span className={styles.description}>{description}</span>}
      </span>
    </AriaCheckbox>
  );
}
