/** A check box with its words, and why it cannot be changed where it cannot. */
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { Icon } from './icons';
import styles from './checkbox.module.css';

interface Props {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  /** Shown as it is, reachable with the keyboard, and not to be changed. */
  readonly isReadOnly?: boolean;
  /** Id of words elsewhere that say more about it. */
  readonly describedBy?: string | undefined;
  /** Small words under the label: what it does, or why it is closed. */
  readonly description?: string | undefined;
  readonly onChange: (isSelected: boolean) => void;
}

export function Checkbox(props: Props) {
  const {
    children,
    isSelected,
    isDisabled = false,
    isReadOnly = false,
    describedBy,
    description,
    onChange,
  } = props;
  return (
    <AriaCheckbox
      className={styles.checkbox ?? ''}
      isSelected={isSelected}
      isDisabled={isDisabled}
      isReadOnly={isReadOnly}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
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
