/** The lines between filters and list: what is being read, and what came in above. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { toReasonText } from '../../error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ProgressBar } from '../../ui/progress';
import type { Scan } from './use-scan';
import styles from './library.module.css';

export const ScanBanner = memo(function ScanBanner({ scan }: { readonly scan: Scan }) {
  const { t } = useTranslation();
  const { running, failed } = scan;
  if (running) {
    const { recordings, filesSeen, filesTotal } = running;
    return (
      <Banner tone="info">
        <div className={styles.scan}>
          <span>{t('library.scanning', { count: recordings })}</span>
          <span className={styles.scanFiles}>
            {filesTotal === null
              ? t('library.scanFilesOpen', { seen: filesSeen })
              : t('library.scanFiles', { seen: filesSeen, total: filesTotal })}
          </span>
          <span className={styles.scanBar}>
            <ProgressBar
              label={t('library.scanning', { count: recordings })}
              share={filesTotal === null || filesTotal === 0 ? null : Math.min(1, filesSeen / filesTotal)}
            />
          </span>
        </div>
      </Banner>
    );
  }
  if (failed === null) return null;
  return (
    <Banner tone="error">
      {t('library.scanFailed', { reason: failed.failure ? toReasonText(t, failed.failure) : '' })}
    </Banner>
  );
});

export function NewAbove({ onShow }: { readonly onShow: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.newAbove} role="status">
      <Button variant="primary" icon="up" onPress={onShow}>
        {t('library.newAbove')}
      </Button>
    </div>
  );
}
