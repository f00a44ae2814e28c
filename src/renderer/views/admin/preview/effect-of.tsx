/** What a change would bring, within a dialog that asks for it anyway. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../client';
import { useStatus } from '../../../status';
import { Spinner } from '../../../ui/progress';
import { Failure } from '../failure';
import { EffectView } from './effect-view';
import type { PreviewedCall } from './use-preview';

/** Nothing where nobody gains or loses anything, or where the counts are not for this person. */
export function EffectOf({ change }: { readonly change: PreviewedCall }) {
  const { t } = useTranslation();
  const isAdministrator = useStatus().data?.signedIn?.view === 'administrator';
  const preview = useQuery({
    queryKey: ['policy.preview', change],
    queryFn: () => call('policy.preview', change),
    enabled: isAdministrator,
    gcTime: 0,
    staleTime: Infinity,
  });
  if (!isAdministrator) return null;
  if (preview.isPending) return <Spinner label={t('preview.counting')} />;
  if (preview.isError) return <Failure error={preview.error} />;
  return preview.data.people.length === 0 ? null : <EffectView preview={preview.data} />;
}
