/** What a page shows until its answers are there, and when one of them failed. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Spinner } from '../../ui/progress';
import { Failure } from './failure';

interface Answer {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/** Null once every answer is there; a failed one is said, and can be asked for again. */
export function Waiting({ answers }: { readonly answers: readonly Answer[] }): ReactNode {
  const { t } = useTranslation();
  const failed = answers.filter((answer) => answer.error !== null);
  const first = failed[0];
  if (first) {
    const retry = () => {
      for (const answer of failed) answer.refetch();
    };
    return <Failure error={first.error} actions={<Button onPress={retry}>{t('common.retry')}</Button>} />;
  }
  return answers.some((answer) => answer.isPending) ? <Spinner label={t('common.loading')} /> : null;
}
