/** A choice of one out of few, all in sight. */
import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import styles from './checkbox.module.css';

interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value | null;
  readonly isDisabled?: boolean;
  /** Shown as it is, reachable with the keyboard, and not to be changed. */
  readonly isReadOnly?: boolean;
  readonly description?: ReactNode;
  readonly onChange: (value: Value) => void;
}

export function RadioGroup<Value extends string>(props: Props<Value>) {
  const { label, options, value, isDisabled = false, isReadOnly = false, description, onChange } = props;
  return (
    <AriaRadioGroup
      className={styles.group ?? ''}
      value={value}
      isDisabled={isDisabled}
      isReadOnly={isReadOnly}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      <Label className={styles.groupLabel ?? ''}>{label}</Label>
      {description !== undefined && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={styles.radio ?? ''}>
          <span className={styles.box}>{option.value === value && <span className={styles.dot} />}</span>
          <span>
            {option.label}
            {option.description !== undefined && (
              <span className={styles.description}>{option.description}</span>
            )}
          </span>
        </Radio>
      ))}
    </AriaRadioGroup>
  );
}
