/** The first run: choose an archive, see what is in it, make the first administrator; or the sample archive in one step. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetUpDone, Status } from '../../../shared/contract';
import type { SignedIn } from '../../../shared/model';
import type { FolderInspection } from '../../../shared/source-model';
import { useDocumentReady } from '../../use-document-ready';
import styles from '../sign-in/page.module.css';
import { AdministratorPage } from './administrator-page';
import { ArchivePage } from './archive-page';
import { FoundPage } from './found-page';
import { SamplePage } from './sample-page';
import { SamplePeoplePage } from './sample-people-page';

type Step =
  | { readonly at: 'archive' }
  | { readonly at: 'sample' }
  | { readonly at: 'found'; readonly inspection: FolderInspection }
  | { readonly at: 'administrator'; readonly inspection: FolderInspection; readonly timeZone: string }
  | { readonly at: 'people'; readonly done: SetUpDone };

interface Props {
  readonly status: Status;
  readonly onDone: (signedIn: SignedIn) => void;
}

export function FirstRun({ status, onDone }: Props) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ at: status.proposesSample ? 'sample' : 'archive' });
  useDocumentReady('first-run');
  return (
    <main className={styles.page}>
      <div className={`${styles.card} ${styles.wide}`}>
        <p className={styles.product}>{t('common.product')}</p>
        <StepView key={step.at} status={status} step={step} onStep={setStep} onDone={onDone} />
      </div>
    </main>
  );
}

interface StepProps extends Props {
  readonly step: Step;
  readonly onStep: (step: Step) => void;
}

function StepView({ status, step, onStep, onDone }: StepProps) {
  const toArchive = () => onStep({ at: 'archive' });
  switch (step.at) {
    case 'archive':
      return (
        <ArchivePage
          hasSample={status.hasSample}
          onSample={() => onStep({ at: 'sample' })}
          onFound={(inspection) => onStep({ at: 'found', inspection })}
        />
      );
    case 'sample':
      return <SamplePage onBack={toArchive} onDone={(done) => onStep({ at: 'people', done })} />;
    case 'found':
      return (
        <FoundPage
          inspection={step.inspection}
          onBack={toArchive}
          onNext={(timeZone) => onStep({ at: 'administrator', inspection: step.inspection, timeZone })}
        />
      );
    case 'administrator':
      return (
        <AdministratorPage
          archiveDir={step.inspection.archiveDir}
          timeZone={step.timeZone}
          onBack={() => onStep({ at: 'found', inspection: step.inspection })}
          onDone={(done) => onDone(done.signedIn)}
        />
      );
    case 'people':
      return <SamplePeoplePage done={step.done} onContinue={() => onDone(step.done.signedIn)} />;
  }
}
