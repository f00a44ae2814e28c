/** Which recordings people would gain or lose by an import, before it is made. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../client';
import { Spinner } from '../../../ui/progress';
import { Failure } from '../failure';
import { EffectView } from '../preview/effect-view';

/** Nothing where nobody gains or loses anything. */
export function ImportEffect({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const preview = useQuery({
    queryKey: ['exchange.preview', token],
    queryFn: () => call('exchange.preview', { token }),
    gcTime: 0,
    staleTime: Infinity,
  });
  if (preview.isPending) return <Spinner label={t('preview.counting')} />;
  if (preview.isError) return <Failure error={preview.error} />;
  return preview.data.people.length === 0 ? null : <EffectView preview={preview.data} />;
}
