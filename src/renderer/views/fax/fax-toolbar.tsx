/** Pages, size and turn of a fax. */
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../ui/button';
import { Toolbar } from '../../ui/toolbar';
import type { FaxCommand } from './fax-keys';
import styles from './fax.module.css';
import type { Zoom } from './zoom';
import { ZOOM_LIMITS } from './zoom';

interface Props {
  readonly commands: Readonly<Record<FaxCommand, () => void>>;
  readonly index: number;
  readonly pageCount: number;
  readonly zoom: Zoom;
  /** What is shown now, also where the width decides it. */
  readonly share: number;
}

export function FaxToolbar({ commands, index, pageCount, zoom, share }: Props) {
  const { t } = useTranslation();
  return (
    <Toolbar label={t('library.fax.tools')}>
      <IconButton
        icon="up"
        label={t('library.fax.previous')}
        isDisabled={index === 0}
        onPress={commands.previous}
      />
      <IconButton
        icon="down"
        label={t('library.fax.next')}
        isDisabled={index === pageCount - 1}
        onPress={commands.next}
      />
      <span className={styles.count} role="status">
        {t('library.fax.page', { page: index + 1, count: pageCount })}
      </span>
      <span className={styles.gap} />
      <IconButton
        icon="minus"
        label={t('library.fax.zoomOut')}
        isDisabled={share <= ZOOM_LIMITS.min}
        onPress={commands.zoomOut}
      />
      <span className={styles.share}>{t('library.fax.share', { share: Math.round(share * 100) })}</span>
      <IconButton
        icon="plus"
        label={t('library.fax.zoomIn')}
        isDisabled={share >= ZOOM_LIMITS.max}
        onPress={commands.zoomIn}
      />
      <Button isDisabled={zoom === 'width'} onPress={commands.fitWidth}>
        {t('library.fax.fitWidth')}
      </Button>
      <Button icon="turn" onPress={commands.turnRight}>
        {t('library.fax.turnRight')}
      </Button>
      {/* Never off: the focus would go with it, and a second press while the first prints does nothing. */}
      <Button icon="print" onPress={commands.print}>
        {t('library.fax.print.open')}
      </Button>
    </Toolbar>
  );
}
