/** The extensions of the person himself, each with its time: to read, for an administrator gives them. */
import { useTranslation } from 'react-i18next';
import type { OwnProfile } from '../../../shared/own-profile';
import { toDisplayText } from '../../format/display-text';
import { toDay } from '../../format/moment';
import { usePlace } from '../admin/use-place';
import styles from './profile.module.css';

type Extension = OwnProfile['extensions'][number];

export function OwnExtensions({ extensions }: { readonly extensions: readonly Extension[] }) {
  const toPeriodText = usePeriodText();
  return (
    <ul className={styles.extensions}>
      {extensions.map((held, index) => (
        // One may have had the same extension twice.
        <li key={index}>
          <bdi className={styles.number}>{toDisplayText(held.extension)}</bdi>{' '}
          <span className={styles.muted}>{toPeriodText(held)}</span>
        </li>
      ))}
    </ul>
  );
}

function usePeriodText(): (held: Extension) => string {
  const { t } = useTranslation();
  const place = usePlace();
  return ({ fromSec, untilSec }) => {
    const from = fromSec === null ? '' : toDay(fromSec * 1000, place);
    // The last day that belongs to it, the way people say it.
    const until = untilSec === null ? '' : toDay((untilSec - 1) * 1000, place);
    if (fromSec !== null && untilSec !== null) return t('profile.fromUntil', { from, until });
    if (fromSec !== null) return t('profile.from', { from });
    return untilSec === null ? t('profile.always') : t('profile.until', { until });
  };
}
