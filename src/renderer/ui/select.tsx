/** A choice of one out of few, as a button that opens a list. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { Icon } from './icons';
import styles from './field.module.css';
import listStyles from './list.module.css';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly description?: ReactNode;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly isDisabled?: boolean;
  readonly onChange: (value: Value) => void;
}

export function Select<Value extends string>(props: Props<Value>) {
  const { label, description, options, value, isDisabled = false, onChange } = props;
  return (
    <AriaSelect
      className={styles.field ?? ''}
      isDisabled={isDisabled}
      value={value}
      onChange={(key) => {
        const option = options.find((one) => one.value === key);
        if (option) onChange(option.value);
      }}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Button className={styles.select ?? ''}>
        <SelectValue />
        <Icon name="down" size={12} />
      </Button>
      {description !== undefined && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <Popover className={listStyles.popover ?? ''}>
        <ListBox className={listStyles.list ?? ''} items={options.map((one) => ({ id: one.value, ...one }))}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={listStyles.item ?? ''}>
              {item.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
