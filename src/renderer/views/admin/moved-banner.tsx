/** Somebody else saved what is being changed here: the two ways on. */
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';

interface Props {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

export function MovedBanner({ onKeep, onDiscard }: Props) {
  const { t } = useTranslation();
  return (
    <Banner
      tone="warning"
      actions={
        <>
          <Button onPress={onDiscard}>{t('admin.moved.discard')}</Button>
          <Button onPress={onKeep}>{t('admin.moved.keep')}</Button>
        </>
      }
    >
      {t('admin.moved.text')}
    </Banner>
  );
}
