/** What opens the details again once they were closed. */
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/button';

interface OpenDetailsProps {
  readonly takesFocus: boolean;
  readonly onOpen: () => void;
}

export function OpenDetails({ takesFocus, onOpen }: OpenDetailsProps) {
  const { t } = useTranslation();
  return (
    <IconButton icon="panel" label={t('library.details.open')} autoFocus={takesFocus} onPress={onOpen} />
  );
}
