/** The bar at the bottom: what is playing, and the controls for it. */
import { useTranslation } from 'react-i18next';
import { usePlayer } from './use-player';

export function PlayerBar() {
  const { t } = useTranslation();
  const { current } = usePlayer();
  return <section aria-label={t('player.region')}>{current ? null : <p>{t('player.nothing')}</p>}</section>;
}
