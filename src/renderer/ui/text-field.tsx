/** Text fields with label, help told before it is needed, and the error beside the field it is about. */
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { TextFieldProps } from 'react-aria-components/TextField';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { IconButton } from './button';
import styles from './field.module.css';

interface Props extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  readonly description?: ReactNode;
  /** Shown while not empty, and marks the field as invalid. */
  readonly errorMessage?: string | undefined;
  readonly placeholder?: string;
  /** More than one line: this many. */
  readonly lines?: number;
}

export function TextField({ label, description, errorMessage, placeholder = '', lines, ...rest }: Props) {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(errorMessage)} className={styles.field ?? ''}>
      <Label className={styles.label ?? ''}>{label}</Label>
      {lines === undefined ? (
        <Input className={styles.input ?? ''} placeholder={placeholder} />
      ) : (
        <TextArea className={styles.input ?? ''} placeholder={placeholder} rows={lines} />
      )}
      <Help description={description} errorMessage={errorMessage} />
    </AriaTextField>
  );
}

interface PasswordProps extends Omit<Props, 'type' | 'lines'> {
  readonly showLabel: string;
  readonly hideLabel: string;
}

/** A password that can be shown while it is typed: what one cannot see one mistypes. */
export function PasswordField(props: PasswordProps) {
  const { label, description, errorMessage, placeholder = '', showLabel, hideLabel, ...rest } = props;
  const [isShown, setIsShown] = useState(false);
  return (
    <AriaTextField
      {...rest}
      type={isShown ? 'text' : 'password'}
      isInvalid={Boolean(errorMessage)}
      spellCheck="false"
      className={styles.field ?? ''}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.withButton}>
        <Input className={styles.input ?? ''} placeholder={placeholder} />
        <IconButton
          icon={isShown ? 'close' : 'eye'}
          label={isShown ? hideLabel : showLabel}
          onPress={() => setIsShown(!isShown)}
        />
      </div>
      <Help description={description} errorMessage={errorMessage} />
    </AriaTextField>
  );
}

function Help({ description, errorMessage }: Pick<Props, 'description' | 'errorMessage'>) {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{errorMessage}</FieldError>
    </>
  );
}
