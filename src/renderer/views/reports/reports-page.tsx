/** Summaries of everybody's calls: a period, what to count by, a picture, and the same as a table. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report, ReportGrouping, ReportSums } from '../../../shared/calls';
import { REPORT_GROUPINGS } from '../../../shared/calls';
import { call } from '../../client';
import { toLocale } from '../../i18n/i18n';
import { toErrorText } from '../../error-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { useDocumentReady } from '../../use-document-ready';
import { useToday } from '../../use-today';
import adminStyles from '../admin/admin.module.css';
import { Waiting } from '../admin/loaded';
import { PageHead } from '../admin/page-head';
import type { Days, PeriodChoice } from './period';
import { PERIOD_PRESETS, toDays } from './period';
import { ReportView } from './report-view';
import styles from './reports.module.css';
import { toAverage, toLengthText } from './report-lengths';

export function ReportsPage() {
  const { t } = useTranslation();
  const todayMs = useToday();
  const [period, setPeriod] = useState<PeriodChoice>({ preset: 'last30Days' });
  const [by, setBy] = useState<ReportGrouping>('day');
  const days = toDays(period, todayMs);
  const report = useQuery({
    queryKey: ['reports.summary', days, by],
    queryFn: async () => ({ by, days, report: await call('reports.summary', { ...(days ?? NO_DAYS), by }) }),
    enabled: days !== null,
    placeholderData: keepPreviousData,
  });
  useDocumentReady(report.data ? 'list' : null);
  return (
    <div className={adminStyles.page}>
      <PageHead
        title={t('reports.title')}
        about={t('reports.about')}
        actions={<Actions days={days} by={by} />}
      />
      <div className={styles.choices}>
        <PeriodFields period={period} days={days} onPeriod={setPeriod} />
        <Select
          label={t('reports.by')}
          value={by}
          options={REPORT_GROUPINGS.map((value) => ({ value, label: t(`reports.grouping.${value}`) }))}
          onChange={setBy}
        />
      </div>
      {days === null && <Banner tone="warning">{t('reports.badPeriod')}</Banner>}
      {days !== null && !report.data && <Waiting answers={[report]} />}
      {days !== null && report.isError && report.data && (
        <Banner tone="error">{toErrorText(t, report.error)}</Banner>
      )}
      {days !== null && report.data?.days && <Shown {...report.data} days={report.data.days} />}
    </div>
  );
}

const NO_DAYS: Days = { fromDay: '1970-01-01', untilDay: '1970-01-01' };

interface ShownProps {
  readonly report: Report;
  readonly by: ReportGrouping;
  readonly days: Days;
}

function Shown({ report, by, days }: ShownProps) {
  const { t, i18n } = useTranslation();
  const locale = toLocale(i18n.language);
  const toDayWords = (day: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
  const range = { from: toDayWords(days.fromDay), until: toDayWords(days.untilDay) };
  return (
    <>
      <p className={styles.range}>{range.from === range.until ? range.from : t('reports.range', range)}</p>
      <Totals total={report.total} locale={locale} />
      {report.total.calls === 0 ? (
        <p role="status">{t('reports.none')}</p>
      ) : (
        <ReportView report={report} by={by} days={days} locale={locale} />
      )}
    </>
  );
}

function Totals({ total, locale }: { readonly total: ReportSums; readonly locale: string }) {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(locale);
  const facts = [
    [t('reports.calls'), number.format(total.calls)],
    [t('reports.answered'), number.format(total.answered)],
    [t('reports.talk'), toLengthText(total.talkMs, locale)],
    [t('reports.averageTalk'), toAverage(total.talkMs, total.answered, locale)],
    [t('reports.averageWait'), toAverage(total.waitMs, total.calls, locale)],
  ] as const;
  return (
    <dl className={styles.tiles}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface PeriodProps {
  readonly period: PeriodChoice;
  readonly days: Days | null;
  readonly onPeriod: (period: PeriodChoice) => void;
}

function PeriodFields({ period, days, onPeriod }: PeriodProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('reports.period')}
        value={period.preset}
        options={[...PERIOD_PRESETS, 'own' as const].map((value) => ({
          value,
          label: t(`reports.periods.${value}`),
        }))}
        onChange={(preset) => onPeriod(preset === 'own' ? { preset, ...(days ?? NO_DAYS) } : { preset })}
      />
      {period.preset === 'own' && (
        <>
          <TextField
            label={t('reports.fromDay')}
            type="date"
            value={period.fromDay}
            onChange={(fromDay) => onPeriod({ ...period, fromDay })}
          />
          <TextField
            label={t('reports.untilDay')}
            type="date"
            value={period.untilDay}
            onChange={(untilDay) => onPeriod({ ...period, untilDay })}
          />
        </>
      )}
    </>
  );
}

function Actions({ days, by }: { readonly days: Days | null; readonly by: ReportGrouping }) {
  const { t } = useTranslation();
  const [done, setDone] = useState('');
  const [failed, setFailed] = useState<unknown>(null);
  const save = async (given: Days) => {
    const { saved } = await call('reports.save', { ...given, by });
    return saved ? t('reports.saved', { name: saved.fileName }) : '';
  };
  const print = async (given: Days) => {
    const { isSent } = await call('reports.print', { ...given, by });
    return isSent ? t('reports.printed') : '';
  };
  const run = async (act: (given: Days) => Promise<string>) => {
    if (!days) return;
    setFailed(null);
    setDone('');
    try {
      setDone(await act(days));
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <div className={styles.actions}>
      <span role="status" className={styles.muted}>
        {failed instanceof Error ? toErrorText(t, failed) : done}
      </span>
      <Button icon="print" isDisabled={days === null} onPress={() => void run(print)}>
        {t('reports.print')}
      </Button>
      <Button icon="download" isDisabled={days === null} onPress={() => void run(save)}>
        {t('reports.save')}
      </Button>
    </div>
  );
}
