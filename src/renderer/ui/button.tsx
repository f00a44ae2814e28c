/** Buttons: one primary action a view, the rest plain; quiet ones for toolbars and rows; links for what opens a page of its own. */
import type { ReactNode } from 'react';
import type { ButtonProps } from 'react-aria-components/Button';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { IconName } from './icons';
import { Icon } from './icons';
import styles from './button.module.css';

interface Props extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger' | 'link';
  readonly icon?: IconName;
  readonly children: ReactNode;
}

export function Button({ variant = 'plain', icon, children, ...rest }: Props) {
  return (
    <AriaButton {...rest} className={`${styles.button} ${styles[variant]}`}>
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** Its name for screen readers, and what the pointer is told. */
  readonly label: string;
}

export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <AriaButton {...rest} aria-label={label} className={`${styles.button} ${styles.quiet} ${styles.icon}`}>
      <span title={label} className={styles.hint}>
        <Icon name={icon} />
      </span>
    </AriaButton>
  );
}
