/** The sample archive in one press. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SetUpDone } from '../../../shared/contract';
import { call } from '../../client';
import { toErrorText } from '../../error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Spinner } from '../../ui/progress';
import { LanguageChoice } from '../shell/language-choice';
import pageStyles from '../sign-in/page.module.css';

interface Props {
  readonly onBack: () => void;
  readonly onDone: (done: SetUpDone) => void;
}

export function SamplePage({ onBack, onDone }: Props) {
  const { t } = useTranslation();
  const complete = useMutation({ mutationFn: () => call('setup.openSample', {}), onSuccess: onDone });
  return (
    <>
      <div className={`${pageStyles.actions} ${pageStyles.spread}`}>
        <h1>{t('setup.sampleArchive')}</h1>
        <LanguageChoice />
      </div>
      <p>{t('setup.sampleAbout')}</p>
      {complete.isError && <Banner tone="error">{toErrorText(t, complete.error)}</Banner>}
      {complete.isPending && <Spinner label={t('setup.openingSample')} />}
      <div className={`${pageStyles.actions} ${pageStyles.spread}`}>
        <Button isDisabled={complete.isPending} onPress={onBack}>
          {t('setup.ownArchive')}
        </Button>
        <Button variant="primary" autoFocus isDisabled={complete.isPending} onPress={() => complete.mutate()}>
          {t('setup.openSample')}
        </Button>
      </div>
    </>
  );
}
