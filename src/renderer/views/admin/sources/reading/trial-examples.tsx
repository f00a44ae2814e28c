/** What becomes of real names under the reading that is being tried. */
import { useTranslation } from 'react-i18next';
import type { ReadingTrial, TriedName } from '../../../../../shared/source-reading';
import { toDisplayText } from '../../../../format/display-text';
import { toDay, toTimeOfDay } from '../../../../format/moment';
import { Table } from '../../../../ui/table';
import { usePlace } from '../../use-place';

interface Props {
  readonly trial: ReadingTrial;
  readonly timeZone: string | null;
}

export function TrialExamples({ trial, timeZone }: Props) {
  const { t } = useTranslation();
  const own = usePlace();
  const place = timeZone === null ? own : { ...own, timeZone };
  const text = (value: string) => <bdi>{toDisplayText(value)}</bdi>;
  const readAs = ({ reader }: TriedName) =>
    reader === null ? <strong>{t('reading.notUnderstood')}</strong> : t(`common.reader.${reader}`);
  return (
    <Table
      label={t('reading.result')}
      keyOf={(row) => `${row.folder}/${row.fileName}`}
      rows={trial.examples}
      empty={t('reading.noSounds')}
      columns={[
        { id: 'file', title: t('reading.file'), isLong: true, cell: (row) => text(row.fileName) },
        { id: 'read-as', title: t('reading.readAs'), cell: readAs },
        {
          id: 'when',
          title: t('reading.when'),
          cell: (row) => `${toDay(row.startedAtMs, place)} ${toTimeOfDay(row.startedAtMs, place)}`,
        },
        { id: 'from', title: t('reading.from'), cell: (row) => text(row.from) },
        { id: 'to', title: t('reading.to'), cell: (row) => text(row.to) },
        {
          id: 'direction',
          title: t('reading.directionTitle'),
          cell: (row) => t(`common.direction.${row.direction}`),
        },
        {
          id: 'belongs',
          title: t('reading.belongs'),
          cell: (row) => text([row.owner, row.group, row.line].filter((one) => one !== '').join(', ')),
        },
      ]}
    />
  );
}
