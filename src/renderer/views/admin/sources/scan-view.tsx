/** A scan while it runs, and what the last one came to. */
import { useTranslation } from 'react-i18next';
import type { ScanProgress } from '../../../../shared/source-model';
import { toDisplayText } from '../../../format/display-text';
import { toSpokenDuration } from '../../../format/duration';
import { toDay, toTimeOfDay } from '../../../format/moment';
import { en } from '../../../i18n/en';
import { Banner } from '../../../ui/banner';
import { ProgressBar } from '../../../ui/progress';
import { usePlace } from '../use-place';
import { isScanning, toRoughMs, toShare } from './scan-state';
import styles from '../admin.module.css';
import sourceStyles from './sources.module.css';

export function ScanView({ scan }: { readonly scan: ScanProgress }) {
  return isScanning(scan) ? <Running scan={scan} /> : <Ended scan={scan} />;
}

function Running({ scan }: { readonly scan: ScanProgress }) {
  const { t } = useTranslation();
  const { filesSeen, filesTotal } = scan;
  const files =
    filesTotal === null
      ? t('sources.filesOpen', { seen: filesSeen })
      : t('sources.filesOf', { seen: filesSeen, total: filesTotal });
  const counts = [...useCounts(scan), ...useLeft(scan)];
  // A bar that moves would say that something is being done.
  if (scan.state === 'waiting') return <p>{t('sources.scan.waiting')}</p>;
  return (
    <div className={sourceStyles.scan}>
      <p>
        {t(`sources.scan.${scan.state}`)} <span className={styles.muted}>{files}</span>
      </p>
      <ProgressBar label={t(`sources.scan.${scan.state}`)} share={toShare(scan)} />
      <p className={styles.muted}>{counts.join(' · ')}</p>
    </div>
  );
}

function Ended({ scan }: { readonly scan: ScanProgress }) {
  const { t } = useTranslation();
  const place = usePlace();
  const endedAtMs = scan.endedAtMs ?? scan.startedAtMs;
  const when = `${toDay(endedAtMs, place)} ${toTimeOfDay(endedAtMs, place)}`;
  const lastedMs = endedAtMs - scan.startedAtMs;
  const lasted = lastedMs < 1000 ? t('sources.underSecond') : toSpokenDuration(lastedMs, place.locale);
  const counts = useCounts(scan);
  return (
    <div className={sourceStyles.scan}>
      <p>
        {t(`sources.scan.${scan.state}`)}{' '}
        <span className={styles.muted}>{t('sources.lastScan', { when, lasted })}</span>
      </p>
      <p className={styles.muted}>{counts.join(' · ')}</p>
      {scan.failure && <ScanFailure failure={scan.failure} />}
    </div>
  );
}

function useLeft({ leftMs }: ScanProgress): string[] {
  const { t } = useTranslation();
  const { locale } = usePlace();
  if (leftMs === null) return [];
  return [t('sources.left', { left: toSpokenDuration(toRoughMs(leftMs), locale) })];
}

function useCounts(scan: ScanProgress): string[] {
  const { t } = useTranslation();
  return [
    t('sources.filesSeen', { count: scan.filesSeen }),
    t('sources.recordingsSeen', { count: scan.recordings }),
    t('sources.findingsSeen', { count: scan.findings }),
    ...(scan.perSecond > 0 ? [t('sources.speed', { value: Math.round(scan.perSecond) })] : []),
  ];
}

function ScanFailure({ failure }: { readonly failure: NonNullable<ScanProgress['failure']> }) {
  const { t } = useTranslation();
  const { reason, message } = failure;
  return (
    <Banner tone="error">
      <p>{isReason(reason) ? t(`error.${reason}`) : t('error.internal')}</p>
      <p className={styles.muted}>
        <bdi lang="en">{toDisplayText(message)}</bdi>
      </p>
    </Banner>
  );
}

function isReason(reason: string): reason is keyof typeof en.error {
  return Object.hasOwn(en.error, reason);
}
