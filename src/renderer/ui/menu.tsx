/** A button that opens a menu of commands; a command may show that it is the present choice. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from './icons';
import buttonStyles from './button.module.css';
import styles from './list.module.css';

export interface MenuCommandItem {
  readonly id: string;
  readonly label: string;
  readonly isChosen?: boolean;
}

export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly items: readonly MenuCommandItem[];
}

interface Props {
  readonly label: ReactNode;
  /** Where the label is not words alone. */
  readonly ariaLabel?: string;
  readonly groups: readonly MenuGroup[];
  readonly onChoose: (id: string) => void;
}

export function MenuButton({ label, ariaLabel, groups, onChoose }: Props) {
  return (
    <MenuTrigger>
      <Button
        className={`${buttonStyles.button} ${buttonStyles.quiet}`}
        {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}
      >
        {label}
        <Icon name="down" size={12} />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Menu className={styles.list ?? ''} onAction={(key) => onChoose(String(key))}>
          {groups.map((group) => (
            <Group key={group.id} group={group} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Group({ group }: { readonly group: MenuGroup }) {
  const named = group.title === undefined ? { 'aria-label': group.id } : {};
  return (
    <MenuSection {...named}>
      {group.title !== undefined && <Header className={styles.heading ?? ''}>{group.title}</Header>}
      {group.items.map((item) => (
        <MenuItem key={item.id} id={item.id} textValue={item.label} className={styles.item ?? ''}>
          {item.isChosen !== undefined && (
            <span className={styles.check}>{item.isChosen && <Icon name="check" size={12} />}</span>
          )}
          <span className={styles.itemText}>{item.label}</span>
        </MenuItem>
      ))}
    </MenuSection>
  );
}
