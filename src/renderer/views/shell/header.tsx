/** The line at the top: search, and the person. */
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import { IconButton } from '../../ui/button';
import { SearchField } from '../../ui/search-field';
import type { PersonCommand } from './user-menu';
import { UserMenu } from './user-menu';
import type { PreferencesInput } from './use-preferences';
import styles from './shell.module.css';

interface Props {
  readonly signedIn: SignedIn;
  readonly searchKeys: string;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly isNavOpen: boolean;
  readonly onNav: () => void;
  readonly onText: (text: string) => void;
  readonly onLeaveSearch: () => void;
  readonly onPreferences: (change: PreferencesInput) => void;
  readonly onCommand: (command: PersonCommand) => void;
}

export function Header(props: Props) {
  const { signedIn, searchKeys, searchRef, text, isNavOpen, onNav, onText, onLeaveSearch } = props;
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <span className={styles.navButton}>
        <IconButton icon="menu" label={t('shell.openNav')} aria-expanded={isNavOpen} onPress={onNav} />
      </span>
      <span className={styles.product}>{t('common.product')}</span>
      <div className={styles.search} role="search">
        <SearchField
          label={t('shell.search')}
          placeholder={t('shell.searchPlaceholder')}
          shortcut={searchKeys}
          clearLabel={t('shell.clearSearch')}
          value={text}
          inputRef={searchRef}
          onChange={onText}
          onLeave={onLeaveSearch}
        />
      </div>
      <UserMenu signedIn={signedIn} onPreferences={props.onPreferences} onCommand={props.onCommand} />
    </header>
  );
}
