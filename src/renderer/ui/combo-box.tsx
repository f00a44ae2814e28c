/** A choice of one out of many, found by typing a part of it. */
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { Icon } from './icons';
import styles from './field.module.css';
import listStyles from './list.module.css';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly openLabel: string;
  readonly errorMessage?: string | undefined;
  /** Shown and chosen as they are. */
  readonly options: readonly string[];
  readonly value: string | null;
  /** Null while what is typed is none of the options. */
  readonly onChange: (value: string | null) => void;
}

export function ComboBox(props: Props) {
  const { label, description, placeholder = '', openLabel, errorMessage, options, value, onChange } = props;
  return (
    <AriaComboBox
      className={styles.field ?? ''}
      defaultItems={options.map((option) => ({ id: option }))}
      value={value}
      isInvalid={Boolean(errorMessage)}
      menuTrigger="focus"
      onChange={(key) => onChange(key === null ? null : String(key))}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.withButton}>
        <Input className={styles.input ?? ''} placeholder={placeholder} spellCheck="false" />
        <Button className={styles.opener ?? ''} aria-label={openLabel}>
          <Icon name="down" size={12} />
        </Button>
      </div>
      {description !== undefined && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{errorMessage}</FieldError>
      <Popover className={listStyles.popover ?? ''}>
        <ListBox<{ id: string }> className={listStyles.list ?? ''}>
          {(item) => (
            <ListBoxItem textValue={item.id} className={listStyles.item ?? ''}>
              {item.id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
