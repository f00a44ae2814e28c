/** The first run: choose an archive, see what is in it, make the first administrator; or the sample archive in one step. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetUpDone, Status } from '../../../shared/contract';
import type { SignedIn } from '../../../shared/model';
import type { FolderInspection } from '../../../shared/source-model';
import { PLAIN_READING } from '../../../shared/source-reading';
import { useDocumentReady } from '../../use-document-ready';
import styles from '../sign-in/page.module.css';
import { AdministratorPage } from './administrator-page';
import { ArchivePage } from './archive-page';
import type { Found } from './found-page';
import { FoundPage } from './found-page';
import { SamplePage } from './sample-page';
import { SamplePeoplePage } from './sample-people-page';

type Step =
  | { readonly at: 'archive' }
  | { readonly at: 'sample' }
  | { readonly at: 'found'; readonly found: Found }
  | { readonly at: 'administrator'; readonly found: Found }
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
          onFound={(inspection) => onStep({ at: 'found', found: toFound(inspection) })}
        />
      );
    case 'sample':
      return <SamplePage onBack={toArchive} onDone={(done) => onStep({ at: 'people', done })} />;
    case 'found':
      return (
        <FoundPage
          found={step.found}
          onBack={toArchive}
          onNext={(found) => onStep({ at: 'administrator', found })}
        />
      );
    case 'administrator':
      return (
        <AdministratorPage
          found={step.found}
          onBack={() => onStep({ at: 'found', found: step.found })}
          onDone={(done) => onDone(done.signedIn)}
        />
      );
    case 'people':
      return <SamplePeoplePage done={step.done} onContinue={() => onDone(step.done.signedIn)} />;
  }
}

function toFound(inspection: FolderInspection): Found {
  return { inspection, timeZone: inspection.suggestedTimeZone, reading: PLAIN_READING };
}
