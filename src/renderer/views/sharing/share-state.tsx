/** Whether a share is in force, whom it reaches, and what is missing, with what to do about it. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Share, ShareChoice, ShareObstacle } from '../../../shared/shares';
import { FEATURE_OF_SHARE } from '../../../shared/shares';
import { toDisplayText } from '../../format/display-text';
import { Icon } from '../../ui/icons';
import styles from './sharing.module.css';

interface Props {
  readonly share: Share;
  readonly choice: ShareChoice;
  readonly extensions: readonly string[];
}

/** What depends on the audience is told of the stored one only: who would be reached is known once it is saved. */
const OF_THE_AUDIENCE: readonly ShareObstacle[] = ['no-group', 'nobody-there'];

export function ShareState({ share, choice, extensions }: Props) {
  const { t } = useTranslation();
  const isStored = isSame(share, choice);
  const isShared = choice.audience !== 'nobody';
  const feature = FEATURE_OF_SHARE[share.kind];
  const obstacles = share.obstacles.filter((one) => isStored || !OF_THE_AUDIENCE.includes(one));
  const isPartly = feature !== null && obstacles.length === 0 && share.closedExtensions.length > 0;
  const isInForce = isStored && isShared && obstacles.length === 0;
  return (
    <div className={styles.state} role="status">
      {isInForce && (
        <p className={styles.inForce}>
          <Icon name="check" />
          {t('sharing.inForce', { count: share.receivers })}
        </p>
      )}
      {obstacles.length > 0 && (
        <>
          <p className={isShared ? styles.notInForce : ''}>
            {isShared && <Icon name="missing" />}
            {t(isShared ? 'sharing.notInForce' : 'sharing.missing')}
          </p>
          <ul className={styles.obstacles}>
            {obstacles.map((obstacle) => (
              <li key={obstacle}>{toObstacleText(t, obstacle, choice, extensions)}</li>
            ))}
          </ul>
        </>
      )}
      {isPartly && <p>{t(`sharing.partly.${feature}`, { extensions: toList(share.closedExtensions) })}</p>}
      {!isStored && isShared && obstacles.length === 0 && <p>{t('sharing.afterSaving')}</p>}
    </div>
  );
}

function toObstacleText(
  t: TFunction,
  obstacle: ShareObstacle,
  { kind, audience }: ShareChoice,
  extensions: readonly string[],
): string {
  const feature = FEATURE_OF_SHARE[kind];
  if (obstacle === 'feature-off' && feature !== null)
    return t(`sharing.obstacle.feature-off.${feature}`, { extensions: toList(extensions) });
  if (obstacle === 'nobody-there' && audience !== 'nobody')
    return t(`sharing.obstacle.nobody-there.${audience}`);
  if (obstacle === 'feature-off' || obstacle === 'nobody-there')
    return t(`sharing.overview.obstacle.${obstacle}`);
  return t(`sharing.obstacle.${obstacle}`);
}

function toList(extensions: readonly string[]): string {
  return extensions.map((extension) => toDisplayText(extension)).join(', ');
}

function isSame(one: ShareChoice, other: ShareChoice): boolean {
  if (one.audience !== other.audience) return false;
  return one.audience !== 'groups' || one.groupIds.join() === other.groupIds.join();
}
