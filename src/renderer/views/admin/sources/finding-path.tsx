/** Where a finding was made: a file, a folder, or the source as a whole. */
import { useTranslation } from 'react-i18next';
import { toDisplayText } from '../../../format/display-text';

export function FindingPath({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  return path === '' ? t('sources.finding.wholeSource') : <bdi>{toDisplayText(path)}</bdi>;
}
