/** Every error of the files, by file and line. */
import { useTranslation } from 'react-i18next';
import type { ErrorDetails } from '../../../../shared/errors';
import type { ExchangeProblem, ExchangeReason } from '../../../../shared/exchange';
import { EXCHANGE_REASONS } from '../../../../shared/exchange';
import { toDisplayText } from '../../../format/display-text';
import { en } from '../../../i18n/en';
import { toReasonText } from '../../../error-text';
import { Table } from '../../../ui/table';
import { useFieldName } from './field-name';
import styles from '../admin.module.css';

interface Props {
  readonly problems: readonly ExchangeProblem[];
  readonly total: number;
}

export function ProblemTable({ problems, total }: Props) {
  const { t } = useTranslation();
  const toFieldName = useFieldName();
  const rows = problems.map((problem, at) => ({ ...problem, at }));
  return (
    <>
      <Table
        label={t('exchange.import.problemTable')}
        keyOf={(problem) => String(problem.at)}
        rows={rows}
        columns={[
          {
            id: 'file',
            title: t('exchange.import.file'),
            cell: (problem) => <bdi>{toDisplayText(problem.file)}</bdi>,
            isLong: true,
          },
          {
            id: 'line',
            title: t('exchange.import.line'),
            cell: (problem) => problem.line ?? '–',
            isNumber: true,
          },
          {
            id: 'field',
            title: t('exchange.import.field'),
            cell: (problem) => (problem.field === null ? '–' : toFieldName(problem.field)),
          },
          {
            id: 'what',
            title: t('exchange.import.what'),
            cell: (problem) => <ProblemText problem={problem} />,
          },
        ]}
      />
      {total > problems.length && (
        <p className={styles.muted}>{t('admin.andMore', { count: total - problems.length })}</p>
      )}
    </>
  );
}

function ProblemText({ problem }: { readonly problem: ExchangeProblem }) {
  const { t } = useTranslation();
  const { reason } = problem;
  const details: ErrorDetails = Object.fromEntries(
    Object.entries(problem.details).map(([key, value]) => [
      key,
      key === 'right' ? toRightName(String(value)) : toDisplayText(String(value)),
    ]),
  );
  if (isExchangeReason(reason)) return <bdi>{t(`exchange.reason.${reason}`, { ...details })}</bdi>;
  // What the ledger refuses has words of its own, in which the numbers and names stand apart.
  const labelOf = (key: string) => (isDetailKey(key) ? t(`admin.detail.${key}`) : key);
  const values = Object.entries(details).map(([key, value]) => `${labelOf(key)}: ${String(value)}`);
  return (
    <bdi>
      {toReasonText(t, problem)}
      {values.length > 0 && ` (${values.join(', ')})`}
    </bdi>
  );
}

function isDetailKey(key: string): key is keyof typeof en.admin.detail {
  return Object.hasOwn(en.admin.detail, key);
}

function isExchangeReason(reason: string): reason is ExchangeReason {
  return EXCHANGE_REASONS.some((known) => known === reason);
}

/** Rights go by the same name in every language. */
function toRightName(right: string): string {
  const names: Readonly<Record<string, string>> = en.settings.rightName;
  return Object.hasOwn(names, right) ? (names[right] ?? right) : toDisplayText(right);
}
