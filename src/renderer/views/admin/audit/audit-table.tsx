/** The entries under the names that supervisors know: User Name, Timestamp, User Action, Details. */
import { useTranslation } from 'react-i18next';
import type { AuditAction } from '../../../../shared/audit-actions';
import { AUDIT_ACTIONS } from '../../../../shared/audit-actions';
import type { AuditEntry } from '../../../../shared/model';
import { toDisplayText } from '../../../format/display-text';
import { toDay, toTimeOfDay } from '../../../format/moment';
import { Table } from '../../../ui/table';
import { usePlace } from '../use-place';
import { AuditDetails } from './audit-details';
import styles from '../admin.module.css';
import auditStyles from './audit.module.css';

export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useTranslation();
  const place = usePlace();
  const actionOf = ({ action }: AuditEntry) =>
    isKnownAction(action) ? t(`audit.actions.${action}`) : toDisplayText(action);
  return (
    <Table
      label={t('shell.pages.audit')}
      keyOf={(entry) => String(entry.sequence)}
      rows={entries}
      empty={t('audit.none')}
      columns={[
        {
          id: 'userName',
          title: t('audit.userName'),
          cell: (entry) => (
            <>
              <bdi>{toDisplayText(entry.userName)}</bdi>
              {entry.client !== 'window' && (
                <span className={auditStyles.client}>{t(`audit.client.${entry.client}`)}</span>
              )}
            </>
          ),
        },
        {
          id: 'timestamp',
          title: t('audit.timestamp'),
          cell: (entry) => (
            <time dateTime={new Date(entry.atMs).toISOString()} className={auditStyles.moment}>
              {toDay(entry.atMs, place)} {toTimeOfDay(entry.atMs, place)}
            </time>
          ),
        },
        {
          id: 'action',
          title: t('audit.action'),
          cell: (entry) => <span title={entry.action}>{actionOf(entry)}</span>,
        },
        {
          id: 'details',
          title: t('audit.details'),
          cell: (entry) => (
            <div className={auditStyles.details}>
              <AuditDetails entry={entry} />
            </div>
          ),
        },
        {
          id: 'sequence',
          title: t('audit.sequence'),
          isNumber: true,
          cell: (entry) => <span className={styles.muted}>{entry.sequence}</span>,
        },
      ]}
    />
  );
}

function isKnownAction(action: string): action is AuditAction {
  return AUDIT_ACTIONS.some((known) => known === action);
}
