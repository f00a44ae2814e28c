/** A report as a picture and as a table beside it. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report, ReportGrouping } from '../../../shared/calls';
import { toDisplayText } from '../../format/display-text';
import type { Column } from '../../ui/table';
import { Table } from '../../ui/table';
import { ColumnChart, RowChart } from './bar-chart';
import type { Days } from './period';
import { toAverage, toLengthText } from './report-lengths';
import type { ShownRow } from './report-rows';
import { toShownGrouping, toShownRows } from './report-rows';
import styles from './reports.module.css';

interface Props {
  readonly report: Report;
  readonly by: ReportGrouping;
  readonly days: Days;
  readonly locale: string;
}

/** Bars beside each other that can still be told apart. */
const BARS_MAX = 20;
const ROWS_MAX = 500;

export function ReportView({ report, by, days, locale }: Props) {
  const { t } = useTranslation();
  const grouping = toShownGrouping({ by, days });
  const rows = useMemo(
    () =>
      toShownRows(t, report, { by, days, locale }).map((row) => ({
        ...row,
        label: toDisplayText(row.label),
        short: toDisplayText(row.short),
      })),
    [t, report, by, days, locale],
  );
  const most = rows.reduce((before, row) => (row.calls > before.calls ? row : before), rows[0] ?? NO_ROW);
  const byText = grouping === 'month' ? t('reports.month') : t(`reports.grouping.${grouping}`);
  const isAlongTime =
    grouping === 'day' || grouping === 'month' || grouping === 'hour' || grouping === 'weekday';
  const Chart = isAlongTime ? ColumnChart : RowChart;
  return (
    <>
      {by === 'person' && <p className={styles.muted}>{t('reports.inSeveral')}</p>}
      <div className={styles.body}>
        <Chart
          description={t('reports.chart', { by: byText, label: most.label, count: most.calls })}
          rows={isAlongTime ? rows : rows.slice(0, BARS_MAX)}
          locale={locale}
          answeredLabel={t('reports.answered')}
          unansweredLabel={t('reports.unanswered')}
        />
        <div className={styles.side}>
          <ReportTable rows={rows.slice(0, ROWS_MAX)} byText={byText} locale={locale} />
          {rows.length > ROWS_MAX && (
            <p className={styles.muted}>{t('reports.onlyFirst', { count: ROWS_MAX })}</p>
          )}
        </div>
      </div>
    </>
  );
}

const NO_ROW: ShownRow = { key: '', label: '', short: '', calls: 0, answered: 0, talkMs: 0, waitMs: 0 };

interface TableProps {
  readonly rows: readonly ShownRow[];
  readonly byText: string;
  readonly locale: string;
}

function ReportTable({ rows, byText, locale }: TableProps) {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const columns: readonly Column<ShownRow>[] = [
    { id: 'label', title: byText, cell: (row) => row.label },
    { id: 'calls', title: t('reports.calls'), isNumber: true, cell: (row) => number.format(row.calls) },
    {
      id: 'answered',
      title: t('reports.answered'),
      isNumber: true,
      cell: (row) =>
        row.calls === 0
          ? '–'
          : t('reports.answeredShare', {
              count: row.answered,
              share: percent.format(row.answered / row.calls),
            }),
    },
    {
      id: 'talk',
      title: t('reports.talk'),
      isNumber: true,
      cell: (row) => toLengthText(row.talkMs, locale),
    },
    {
      id: 'average',
      title: t('reports.average'),
      isNumber: true,
      cell: (row) => toAverage(row.talkMs, row.answered, locale),
    },
  ];
  return (
    <Table
      label={t('reports.table', { by: byText })}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.key}
    />
  );
}
