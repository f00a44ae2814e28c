/** What a change of rights was made upon: the preview that was counted for the one who saved it, or none. */
import { useTranslation } from 'react-i18next';
import type { ActionCounts, PreviewInTrail } from '../../../../shared/preview';
import { COUNTED_ACTIONS, isNothing } from '../../../../shared/preview';
import styles from './audit.module.css';

interface Props {
  readonly preview: PreviewInTrail;
}

export function AuditPreview({ preview }: Props) {
  const { t } = useTranslation();
  const toWhat = useCountWords();
  const { entry, gaining, losing, uncounted, gained, lost } = preview;
  const isNobodys = gaining === 0 && losing === 0 && uncounted === 0;
  return (
    <div className={styles.preview}>
      <p>{t('audit.preview.counted', { entry })}</p>
      <ul>
        {isNobodys && <li>{t('audit.preview.nobody')}</li>}
        {!isNothing(gained) && <li>{t('audit.preview.gains', { count: gaining, what: toWhat(gained) })}</li>}
        {!isNothing(lost) && <li>{t('audit.preview.loses', { count: losing, what: toWhat(lost) })}</li>}
        {uncounted > 0 && <li>{t('audit.preview.uncounted', { count: uncounted })}</li>}
      </ul>
    </div>
  );
}

/** Only what there is any of. */
function useCountWords(): (counts: ActionCounts) => string {
  const { t } = useTranslation();
  return (counts) =>
    COUNTED_ACTIONS.filter((action) => counts[action] > 0)
      .map((action) => t(`audit.preview.what.${action}`, { count: counts[action] }))
      .join('; ');
}
