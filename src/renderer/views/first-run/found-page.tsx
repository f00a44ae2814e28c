/** What a look at the folder found, with examples to check, and the zone of the phone system's clock. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderInspection, InspectedExample } from '../../../shared/source-model';
import type { SourceReading } from '../../../shared/source-reading';
import { toDisplayText } from '../../format/display-text';
import { toDay, toTimeOfDay } from '../../format/moment';
import { toLocale } from '../../i18n/i18n';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Table } from '../../ui/table';
import { ReadingOffer } from '../admin/sources/reading/reading-offer';
import { TimeZoneField } from './time-zone-field';
import pageStyles from '../sign-in/page.module.css';
import styles from './first-run.module.css';

/** A folder, and what was said of how it is to be read. */
export interface Found {
  readonly inspection: FolderInspection;
  readonly timeZone: string;
  readonly reading: SourceReading;
}

interface Props {
  readonly found: Found;
  readonly onBack: () => void;
  readonly onNext: (found: Found) => void;
}

export function FoundPage({ found, onBack, onNext }: Props) {
  const { t } = useTranslation();
  const { inspection } = found;
  const [timeZone, setTimeZone] = useState<string | null>(found.timeZone);
  const [reading, setReading] = useState(found.reading);
  const isNothing = inspection.systems.length === 0;
  return (
    <>
      <p className={pageStyles.muted}>{t('setup.step', { at: 1, of: 2 })}</p>
      <h1>{t('setup.foundTitle')}</h1>
      <p className={styles.folder}>{t('setup.inFolder', { dir: toDisplayText(inspection.archiveDir) })}</p>
      {isNothing ? (
        <Banner tone="warning">{t('setup.nothingFound')}</Banner>
      ) : (
        <>
          <InspectionFacts inspection={inspection} />
          <h2>{t('setup.examples')}</h2>
          <InspectionExamples inspection={inspection} />
          <TimeZoneField value={timeZone} onChange={setTimeZone} />
          <ReadingOffer
            inspection={inspection}
            isFirstRun
            timeZone={timeZone}
            reading={reading}
            onChange={setReading}
          />
        </>
      )}
      <div className={`${pageStyles.actions} ${pageStyles.spread}`}>
        <Button onPress={onBack}>{t('setup.otherFolder')}</Button>
        {!isNothing && (
          <Button
            variant="primary"
            isDisabled={timeZone === null}
            onPress={() => {
              if (timeZone !== null) onNext({ inspection, timeZone, reading });
            }}
          >
            {t('common.next')}
          </Button>
        )}
      </div>
    </>
  );
}

export function InspectionFacts({ inspection }: Pick<Found, 'inspection'>) {
  const { t, i18n } = useTranslation();
  const place = { locale: toLocale(i18n.language), timeZone: inspection.suggestedTimeZone };
  const percent = new Intl.NumberFormat(place.locale, { style: 'percent' });
  const share = percent.format(Math.floor(inspection.understoodShare * 100) / 100);
  const { fromMs, untilMs } = inspection;
  return (
    <dl className={styles.facts}>
      {inspection.systems.map((system) => (
        <div key={system.reader} style={{ display: 'contents' }}>
          <dt>{t(`common.reader.${system.reader}`)}</dt>
          <dd>{t('setup.files', { count: system.files })}</dd>
        </div>
      ))}
      {fromMs !== null && untilMs !== null && (
        <>
          <dt>{t('setup.period')}</dt>
          <dd>
            {toDay(fromMs, place)} – {toDay(untilMs, place)}
          </dd>
        </>
      )}
      <dt>{t('setup.understood')}</dt>
      <dd>
        {inspection.understoodShare < 0.8
          ? t('setup.understoodFew', { share })
          : t('setup.understoodShare', { share })}
        {!inspection.isWhole && ` ${t('setup.moreFiles', { count: inspection.filesLooked })}`}
      </dd>
    </dl>
  );
}

export function InspectionExamples({ inspection }: Pick<Found, 'inspection'>) {
  const { t, i18n } = useTranslation();
  const place = { locale: toLocale(i18n.language), timeZone: inspection.suggestedTimeZone };
  const when = ({ startedAtMs }: InspectedExample) =>
    startedAtMs === null ? (
      t('common.notKnown')
    ) : (
      <span className={styles.whole}>
        {toDay(startedAtMs, place)} {toTimeOfDay(startedAtMs, place)}
      </span>
    );
  return (
    <Table
      label={t('setup.examples')}
      keyOf={(row) => row.fileName}
      rows={inspection.examples}
      columns={[
        {
          id: 'file',
          isLong: true,
          title: t('setup.exampleFile'),
          cell: (row) => <bdi>{toDisplayText(row.fileName)}</bdi>,
        },
        { id: 'when', title: t('setup.exampleWhen'), cell: when },
        { id: 'from', title: t('setup.exampleFrom'), cell: (row) => <bdi>{toDisplayText(row.from)}</bdi> },
        { id: 'to', title: t('setup.exampleTo'), cell: (row) => <bdi>{toDisplayText(row.to)}</bdi> },
        {
          id: 'direction',
          title: t('setup.exampleDirection'),
          cell: (row) => t(`common.direction.${row.direction}`),
        },
        { id: 'system', title: t('setup.exampleSystem'), cell: (row) => t(`common.reader.${row.reader}`) },
      ]}
    />
  );
}
