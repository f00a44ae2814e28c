/** The one search box: each key press is a search, Escape empties it. */
import type { Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { Icon } from './icons';
import styles from './search-field.module.css';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  /** The keys that lead here, as the person would press them. */
  readonly shortcut: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onChange: (value: string) => void;
  /** Arrow down leaves the box for what was found. */
  readonly onLeave: () => void;
}

export function SearchField(props: Props) {
  const { label, placeholder, shortcut, clearLabel, value, inputRef, onChange, onLeave } = props;
  return (
    <AriaSearchField
      aria-label={label}
      className={styles.search ?? ''}
      value={value}
      onChange={onChange}
      maxLength={300}
    >
      <span className={styles.icon}>
        <Icon name="search" />
      </span>
      <Input
        ref={inputRef}
        className={styles.input ?? ''}
        placeholder={placeholder}
        spellCheck="false"
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            onLeave();
          }
        }}
      />
      {value === '' ? (
        <kbd className={styles.shortcut} aria-hidden="true">
          {shortcut}
        </kbd>
      ) : (
        <Button className={styles.clear ?? ''} aria-label={clearLabel}>
          <Icon name="close" size={12} />
        </Button>
      )}
    </AriaSearchField>
  );
}
