/** What an import would change: a person, group, line … each, with its fields before and after. */
import { useTranslation } from 'react-i18next';
import type { ExchangeChange, ExchangeField } from '../../../../shared/exchange';
import { toDisplayText } from '../../../format/display-text';
import { Disclosure } from '../../../ui/disclosure';
import { ChangeTable, OneselfTag } from '../change-table';
import { ShowMore, useFirstRows } from '../show-more';
import { useFieldName } from './field-name';
import styles from '../admin.module.css';

interface Props {
  readonly changes: readonly ExchangeChange[];
  readonly total: number;
}

export function ChangeList({ changes, total }: Props) {
  const { t } = useTranslation();
  const rows = useFirstRows(changes);
  return (
    <>
      <ul className={styles.changes} aria-label={t('exchange.import.changeList')}>
        {rows.shown.map((change) => (
          <li key={`${change.kind} ${change.key}`}>
            <Disclosure
              summary={<ChangeLine change={change} />}
              isOpenAtFirst={changes.length <= OPEN_AT_MOST}
            >
              <Fields fields={change.fields} />
            </Disclosure>
          </li>
        ))}
      </ul>
      <ShowMore rows={rows} />
      {total > changes.length && (
        <p className={styles.muted}>{t('admin.andMore', { count: total - changes.length })}</p>
      )}
    </>
  );
}

const OPEN_AT_MOST = 5;

function ChangeLine({ change }: { readonly change: ExchangeChange }) {
  const { t } = useTranslation();
  const { kind, key, name, sort, isOneself, place } = change;
  return (
    <span>
      {isOneself && (
        <>
          <OneselfTag />{' '}
        </>
      )}
      {t(`exchange.sort.${sort}`, { what: t(`exchange.one.${kind}`) })} <bdi>{toDisplayText(key)}</bdi>
      {name !== '' && name !== key && (
        <>
          {' '}
          (<bdi>{toDisplayText(name)}</bdi>)
        </>
      )}
      {place && (
        <span className={styles.muted}>
          {' '}
          <bdi>{toDisplayText(place.file)}</bdi>, {t('exchange.import.atLine', { line: place.line })}
        </span>
      )}
    </span>
  );
}

function Fields({ fields }: { readonly fields: readonly ExchangeField[] }) {
  const toFieldName = useFieldName();
  const changed = fields.map(({ field, before, after }) => ({
    id: field,
    name: toFieldName(field),
    before: <ShownValue value={before} />,
    after: <ShownValue value={after} />,
  }));
  return <ChangeTable fields={changed} />;
}

function ShownValue({ value }: { readonly value: string | null }) {
  const { t } = useTranslation();
  if (value === null) return <span className={styles.muted}>{t('admin.value.none')}</span>;
  if (value === 'true') return t('admin.value.on');
  if (value === 'false') return t('admin.value.off');
  return <bdi>{toDisplayText(value)}</bdi>;
}
