/** The console: header, navigation, the page, and the player below. */
import type { Ref } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Status } from '../../../shared/contract';
import type { SignedIn } from '../../../shared/model';
import { call } from '../../client';
import type { Destination } from '../../go-to';
import { GoToProvider } from '../../go-to';
import { useKeptState } from '../../kept-while-locked';
import { leaveWith } from '../../leave-guard';
import { ErrorBoundary } from '../../error-boundary';
import { PlayerBar } from '../../player/player-bar';
import { PlayerProvider } from '../../player/use-player';
import { leaveSession } from '../../status';
import { Dialog } from '../../ui/dialog';
import { ChangePasswordForm } from '../sign-in/change-password-form';
import type { ListHandle } from '../library/use-list-look';
import { FilterProvider } from './filter-state';
import { Header } from './header';
import { KeysDialog } from './keys-dialog';
import { Navigation } from './navigation';
import { Notices } from './notices';
import { PageContent } from './page-content';
import type { PageId } from './pages';
import { isLibraryPage, toOpenPage } from './pages';
import styles from './shell.module.css';
import { usePreferences } from './use-preferences';
import { useShellKeys } from './use-shell-keys';
import type { PersonCommand } from './user-menu';

interface Props {
  readonly status: Status;
  readonly signedIn: SignedIn;
}

export function Shell({ status, signedIn }: Props) {
  const searchRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<ListHandle>(null);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const pages = usePages();
  const page = toOpenPage(pages.page, signedIn);
  const preferences = usePreferences(signedIn.preferences);
  const searchKeys = status.platform === 'darwin' ? '⌘F' : 'Ctrl+F';
  const commands = toCommands(setDialog);
  const find = () =>
    pages.toLibrary(() => {
      searchRef.current?.focus();
      searchRef.current?.select();
    });
  useShellKeys({ find, showKeys: commands.keys, lock: commands.lock, signOut: commands['sign-out'] });
  // Ready to type.
  useEffect(() => searchRef.current?.focus(), []);
  return (
    <PlayerProvider>
      <FilterProvider>
        <div className={`${styles.shell} ${pages.isNavOpen ? styles.navOpen : ''}`}>
          <Header
            signedIn={signedIn}
            searchKeys={searchKeys}
            searchRef={searchRef}
            listRef={listRef}
            toLibrary={pages.toLibrary}
            isNavOpen={pages.isNavOpen}
            onNav={pages.toggleNav}
            onPreferences={preferences.change}
            onCommand={(command) => commands[command]()}
          />
          <Navigation page={page} signedIn={signedIn} onPage={pages.goTo} />
          <Content
            status={status}
            signedIn={signedIn}
            pages={pages}
            failedToSave={preferences.failed}
            listRef={listRef}
          />
          <footer className={styles.player}>
            <ErrorBoundary>
              <PlayerBar />
            </ErrorBoundary>
          </footer>
          <Dialogs
            dialog={dialog}
            person={signedIn}
            searchKeys={searchKeys}
            onClose={() => setDialog(null)}
          />
        </div>
      </FilterProvider>
    </PlayerProvider>
  );
}

interface ContentProps extends Props {
  readonly pages: ReturnType<typeof usePages>;
  readonly failedToSave: ReturnType<typeof usePreferences>['failed'];
  readonly listRef: Ref<ListHandle>;
}

function Content({ status, signedIn, pages, failedToSave, listRef }: ContentProps) {
  // The computer's, for times that have no source.
  const [timeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <main className={styles.content}>
      <Notices notices={status.notices} failedToSave={failedToSave} />
      <GoToProvider value={pages.goToDestination}>
        <PageContent
          {...pages}
          page={toOpenPage(pages.page, signedIn)}
          signedIn={signedIn}
          timeZone={timeZone}
          listRef={listRef}
          onPage={pages.goTo}
        />
      </GoToProvider>
    </main>
  );
}

/** Which page is open. */
function usePages() {
  const [page, setPage] = useKeptState<PageId>('page', 'recordings');
  const [isNavOpen, setIsNavOpen] = useState(false);
  /** Where on the page something pointed to; nowhere for a page that was chosen itself. */
  const [destination, setDestination] = useState<Destination | null>(null);
  // A page with unsaved changes may ask before it is left.
  const toLibrary = (then: () => void) => {
    if (isLibraryPage(page)) return then();
    leaveWith(() => {
      setPage('recordings');
      then();
    });
  };
  const goTo = (next: PageId) => {
    setIsNavOpen(false);
    if (next === page) return;
    leaveWith(() => {
      setDestination(null);
      setPage(next);
    });
  };
  const goToDestination = (next: Destination) =>
    leaveWith(() => {
      setDestination(next);
      setPage(next.page);
    });
  return {
    page,
    destination,
    isNavOpen,
    goToDestination,
    toLibrary,
    goTo,
    toggleNav: () => setIsNavOpen(!isNavOpen),
  };
}

type OpenDialog = 'keys' | 'password' | null;

function toCommands(setDialog: (dialog: OpenDialog) => void): Readonly<Record<PersonCommand, () => void>> {
  return {
    'change-password': () => setDialog('password'),
    keys: () => setDialog('keys'),
    lock: () => void call('session.lock', {}).finally(leaveSession),
    'sign-out': () => leaveWith(() => void call('session.signOut', {}).finally(leaveSession)),
  };
}

interface DialogsProps {
  readonly dialog: OpenDialog;
  readonly person: SignedIn;
  readonly searchKeys: string;
  readonly onClose: () => void;
}

function Dialogs({ dialog, person, searchKeys, onClose }: DialogsProps) {
  const { t } = useTranslation();
  return (
    <>
      <KeysDialog isOpen={dialog === 'keys'} searchKeys={searchKeys} onClose={onClose} />
      <Dialog
        title={t('session.changeTitle')}
        isOpen={dialog === 'password'}
        closeLabel={t('common.close')}
        onClose={onClose}
      >
        <ChangePasswordForm person={person} onDone={onClose} />
      </Dialog>
    </>
  );
}
