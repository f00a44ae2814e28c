/** The line at the top: search, and the person. */
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '../../../shared/model';
import { IconButton } from '../../ui/button';
import { SearchField } from '../../ui/search-field';
import type { ListHandle } from '../library/use-list-look';
import { useFilter } from './filter-state';
import type { PersonCommand } from './user-menu';
import { UserMenu } from './user-menu';
import type { PreferencesInput } from './use-preferences';
import styles from './shell.module.css';

interface Props extends SearchProps {
  readonly signedIn: SignedIn;
  readonly isNavOpen: boolean;
  readonly onNav: () => void;
  readonly onPreferences: (change: PreferencesInput) => void;
  readonly onCommand: (command: PersonCommand) => void;
}

export function Header(props: Props) {
  const { signedIn, isNavOpen, onNav, searchKeys, searchRef, listRef, toLibrary } = props;
  const { t } = useTranslation();
  return (
    <header className={styles.header}>
      <span className={styles.navButton}>
        <IconButton icon="menu" label={t('shell.openNav')} aria-expanded={isNavOpen} onPress={onNav} />
      </span>
      <span className={styles.product}>{t('common.product')}</span>
      <Search searchKeys={searchKeys} searchRef={searchRef} listRef={listRef} toLibrary={toLibrary} />
      <UserMenu signedIn={signedIn} onPreferences={props.onPreferences} onCommand={props.onCommand} />
    </header>
  );
}

interface SearchProps {
  readonly searchKeys: string;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly listRef: RefObject<ListHandle | null>;
  /** Goes on once a page with a list is open, and not at all where the page that is open may not be left. */
  readonly toLibrary: (then: () => void) => void;
}

function Search({ searchKeys, searchRef, listRef, toLibrary }: SearchProps) {
  const { t } = useTranslation();
  const { filter, setFilter } = useFilter();
  const search = (text: string) =>
    toLibrary(() => {
      const next = { ...filter, text };
      listRef.current?.expect(next);
      setFilter(next);
    });
  return (
    <div className={styles.search} role="search">
      <SearchField
        label={t('shell.search')}
        placeholder={t('shell.searchPlaceholder')}
        shortcut={searchKeys}
        clearLabel={t('shell.clearSearch')}
        value={filter.text}
        inputRef={searchRef}
        onChange={search}
        onLeave={() => listRef.current?.focus()}
      />
    </div>
  );
}
