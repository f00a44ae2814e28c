/** The view that the program's state asks for: first run, sign-in, lock, or the console itself. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Status } from '../shared/contract';
import type { SignedIn } from '../shared/model';
import { on, onSignedOut } from './client';
import { toErrorText } from './error-text';
import { toLocale } from './i18n/i18n';
import { forgetKept } from './kept-while-locked';
import { enterSession, leaveSession, refreshStatus, useStatus } from './status';
import { Banner } from './ui/banner';
import { Button } from './ui/button';
import { Spinner } from './ui/progress';
import { ErrorBoundary } from './error-boundary';
import { ChangePasswordPage } from './views/sign-in/change-password-page';
import { LockScreen } from './views/sign-in/lock-screen';
import type { EndReason } from './views/sign-in/sign-in';
import { SignIn } from './views/sign-in/sign-in';
import styles from './views/sign-in/page.module.css';

// What the first screen does not show is not read before it is painted.
const FirstRun = lazy(async () => ({ default: (await import('./views/first-run/first-run')).FirstRun }));
const Wizard = lazy(async () => ({ default: (await import('./views/wizard/wizard')).Wizard }));
const Shell = lazy(async () => ({ default: (await importShell()).Shell }));

function importShell() {
  return import('./views/shell/shell');
}

/** After the first screen is painted, and before a password is typed. */
const SHELL_AFTER_MS = 200;

/** Reads the console while the person is at the first screen. What fails here fails again where it is shown, and is said there. */
function useShellReadAhead() {
  useEffect(() => {
    const timer = setTimeout(() => void importShell().catch(() => undefined), SHELL_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}

export function App() {
  const { i18n } = useTranslation();
  return (
    <I18nProvider locale={toLocale(i18n.language)}>
      <ErrorBoundary>
        <Stage />
      </ErrorBoundary>
    </I18nProvider>
  );
}

function Stage() {
  const { t } = useTranslation();
  const status = useStatus();
  const endReason = useSessionEnd();
  const loading = (
    <div className={styles.page}>
      <Spinner label={t('common.loading')} isLate />
    </div>
  );
  if (status.data) {
    return (
      <Suspense fallback={loading}>
        <StageOf status={status.data} endReason={endReason} />
      </Suspense>
    );
  }
  if (status.isPending) return loading;
  return (
    <Banner tone="error" actions={<Button onPress={() => void status.refetch()}>{t('common.retry')}</Button>}>
      {t('shell.failed')} {toErrorText(t, status.error)}
    </Banner>
  );
}

interface StageProps {
  readonly status: Status;
  readonly endReason: EndReason | null;
}

function StageOf({ status, endReason }: StageProps) {
  const { stage, signedIn } = status;
  // A locked window tells nothing of its person any more; the lock screen still says whose it is.
  const [lastName, setLastName] = useState(signedIn?.name ?? null);
  if (signedIn && signedIn.name !== lastName) setLastName(signedIn.name);
  const firstRun = useFirstRun(stage);
  useEffect(() => {
    if (stage === 'signed-out') forgetKept();
  }, [stage]);
  const wizard = useWizard(stage, signedIn);
  useShellReadAhead();
  if (firstRun.isOpen) return <FirstRun status={status} onDone={firstRun.finish} />;
  if (stage === 'locked') return <LockScreen name={lastName} onDone={enterSession} />;
  if (stage !== 'signed-in' || !signedIn) return <SignIn endReason={endReason} onDone={enterSession} />;
  if (signedIn.mustChangePassword) return <ChangePasswordPage person={signedIn} onDone={enterSession} />;
  if (wizard.isOpen) return <Wizard signedIn={signedIn} onDone={wizard.leave} />;
  return <Shell key={signedIn.userId} status={status} signedIn={signedIn} />;
}

/**
 * The first run signs its administrator in before it is at its end: what it shows once, the sample people's passwords, stays until it was
 * read, whatever main says meanwhile.
 */
function useFirstRun(stage: Status['stage']) {
  const [progress, setProgress] = useState<'not-begun' | 'under-way' | 'over'>('not-begun');
  if (stage === 'first-run' && progress === 'not-begun') setProgress('under-way');
  if ((stage === 'signed-out' || stage === 'locked') && progress === 'under-way') setProgress('over');
  const finish = (signedIn: SignedIn) => {
    setProgress('over');
    enterSession(signedIn);
  };
  return { isOpen: stage === 'first-run' || (stage === 'signed-in' && progress === 'under-way'), finish };
}

/** The walk at the first sign-in: until it was walked to its end, or left for this time. */
function useWizard(stage: Status['stage'], signedIn: SignedIn | null) {
  const [leftBy, setLeftBy] = useState<string | null>(null);
  // The next sign-in begins it again; a lock does not.
  if (stage === 'signed-out' && leftBy !== null) setLeftBy(null);
  const isOpen = signedIn?.mustRunWizard === true && leftBy !== signedIn.userId;
  const leave = () => {
    setLeftBy(signedIn?.userId ?? null);
    refreshStatus();
  };
  return { isOpen, leave };
}

/** Listens for the end of the session, and keeps why it ended for the sign-in page to say. */
function useSessionEnd(): EndReason | null {
  const [reason, setReason] = useState<EndReason | null>(null);
  useEffect(() => {
    const stopListening = on('session.ended', (ended) => {
      setReason(ended.reason);
      leaveSession();
    });
    const stopHearing = onSignedOut(leaveSession);
    // Rights may have been given or taken: the pages that are offered follow at once, as the door does.
    const stopFollowing = on('library.changed', refreshStatus);
    const stopNotices = on('status.changed', refreshStatus);
    return () => {
      stopListening();
      stopHearing();
      stopFollowing();
      stopNotices();
    };
  }, []);
  return reason;
}
