/** What a preview of a change of rights has counted: in its own entry, and in that of the change that was made upon it. */
import { useTranslation } from 'react-i18next';
import type { ActionCounts, PreviewInTrail } from '../../../../shared/preview';
import { COUNTED_ACTIONS, isNothing } from '../../../../shared/preview';
import { toDisplayText } from '../../../format/display-text';
import type { PreviewedPerson } from './details';
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

/** The entry of the preview itself: each person with what he gains and loses. */
export function PreviewedPeople({ people }: { readonly people: readonly PreviewedPerson[] }) {
  const { t } = useTranslation();
  const toWhat = useCountWords();
  if (people.length === 0) return t('audit.preview.nobodyAtAll');
  const toTold = ({ gained, lost }: PreviewedPerson) => [
    ...(gained === null ? [t('preview.uncounted')] : []),
    ...(gained && !isNothing(gained) ? [t('audit.preview.gained', { what: toWhat(gained) })] : []),
    ...(lost && !isNothing(lost) ? [t('audit.preview.lost', { what: toWhat(lost) })] : []),
  ];
  return people.map((person, at) => (
    <span key={at}>
      {at > 0 && ' · '}
      <bdi>{toDisplayText(person.name)}</bdi> {toTold(person).join(', ')}
    </span>
  ));
}

/** Only what there is any of. */
function useCountWords(): (counts: ActionCounts) => string {
  const { t } = useTranslation();
  return (counts) =>
    COUNTED_ACTIONS.filter((action) => counts[action] > 0)
      .map((action) => t(`audit.preview.what.${action}`, { count: counts[action] }))
      .join('; ');
}
