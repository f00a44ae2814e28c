/** The fields of the details files of a source: what each is taken for by its name, and what the administrator says it means. */
import { useTranslation } from 'react-i18next';
import type {
  DetailField,
  FieldMapping,
  ReadingTrial,
  TriedField,
} from '../../../../../shared/source-reading';
import { DETAIL_FIELDS } from '../../../../../shared/source-reading';
import { toDisplayText } from '../../../../format/display-text';
import { Select } from '../../../../ui/select';
import { Table } from '../../../../ui/table';
import styles from '../../admin.module.css';
import readingStyles from './reading.module.css';

interface Props {
  readonly mapping: FieldMapping;
  readonly trial: ReadingTrial | undefined;
  readonly onChange: (mapping: FieldMapping) => void;
}

export function FieldsSection({ mapping, trial, onChange }: Props) {
  const { t } = useTranslation();
  const fields = trial?.fields ?? [];
  return (
    <section className={styles.section} aria-labelledby="fields-title">
      <h2 id="fields-title">{t('reading.fieldsTitle')}</h2>
      <p className={styles.about}>{t('reading.fieldsAbout')}</p>
      {trial && fields.length === 0 && <p>{t('reading.noFields')}</p>}
      {trial && fields.length > 0 && (
        <>
          <p role="status">
            {t('reading.fieldsRead', { understood: trial.detailsUnderstood, count: trial.detailsRead })}
          </p>
          <FieldsTable fields={fields} mapping={mapping} onChange={onChange} />
        </>
      )}
    </section>
  );
}

interface TableProps {
  readonly fields: readonly TriedField[];
  readonly mapping: FieldMapping;
  readonly onChange: (mapping: FieldMapping) => void;
}

function FieldsTable({ fields, mapping, onChange }: TableProps) {
  const { t } = useTranslation();
  return (
    <Table
      label={t('reading.fieldsTitle')}
      keyOf={(row) => row.path}
      rows={fields}
      columns={[
        {
          id: 'path',
          title: t('reading.fieldPath'),
          isLong: true,
          cell: (row) => <bdi>{toDisplayText(row.path)}</bdi>,
        },
        {
          id: 'example',
          title: t('reading.fieldExample'),
          isLong: true,
          cell: (row) => <bdi>{toDisplayText(row.example)}</bdi>,
        },
        {
          id: 'means',
          title: t('reading.fieldMeans'),
          cell: (row) => <FieldMeaning field={row} mapping={mapping} onChange={onChange} />,
        },
      ]}
    />
  );
}

interface MeaningProps {
  readonly field: TriedField;
  readonly mapping: FieldMapping;
  readonly onChange: (mapping: FieldMapping) => void;
}

function FieldMeaning({ field, mapping, onChange }: MeaningProps) {
  const { t } = useTranslation();
  const own = mapping.find((one) => one.path === field.path)?.field;
  const byName = own === undefined ? field.field : null;
  const automatic =
    byName === null ? t('reading.unknown') : t('reading.byName', { meaning: t(`reading.field.${byName}`) });
  const choose = (value: DetailField | 'automatic') => {
    const others = mapping.filter((one) => one.path !== field.path);
    onChange(value === 'automatic' ? others : [...others, { path: field.path, field: value }]);
  };
  return (
    <div className={readingStyles.meaning}>
      <Select
        label={t('reading.meaningOf', { path: field.path })}
        options={[
          { value: 'automatic' as const, label: own === undefined ? automatic : t('reading.automatic') },
          ...DETAIL_FIELDS.map((value) => ({ value, label: t(`reading.field.${value}`) })),
        ]}
        value={own ?? 'automatic'}
        onChange={choose}
      />
    </div>
  );
}
