/** Fields of something before and after a change: of an import that would make it, of the trail that tells of it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons';
import { Tag } from '../../ui/tag';
import styles from './admin.module.css';

export interface ChangedField {
  readonly id: string;
  readonly name: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
}

export function ChangeTable({ fields }: { readonly fields: readonly ChangedField[] }) {
  const { t } = useTranslation();
  return (
    <table className={styles.changeTable}>
      <thead>
        <tr>
          <th scope="col">{t('audit.field')}</th>
          <th scope="col">{t('audit.before')}</th>
          <th scope="col">{t('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ id, name, before, after }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whoever gives rights to himself is not to be overlooked. */
export function OneselfTag() {
  const { t } = useTranslation();
  return (
    <Tag>
      <Icon name="missing" size={12} />
      {t('audit.oneself')}
    </Tag>
  );
}
