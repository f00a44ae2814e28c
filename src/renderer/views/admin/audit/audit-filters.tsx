/** Which entries: by person, by action, by days. Applied on a press, for every reading is recorded. */
import type { SyntheticEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditAction } from '../../../../shared/audit-actions';
import { AUDIT_ACTIONS } from '../../../../shared/audit-actions';
import { Button } from '../../../ui/button';
import { Select } from '../../../ui/select';
import { TextField } from '../../../ui/text-field';
import { findInvalidField } from '../invalid-field';
import type { Period } from '../period';
import { isReversed } from '../period';
import { PeriodFields } from '../period-fields';
import type { AuditFilter } from './audit-page';
import styles from '../admin.module.css';
import auditStyles from './audit.module.css';

interface Chosen extends Period {
  readonly userName: string;
  readonly action: AuditAction | 'any';
}

const NOTHING: Chosen = { userName: '', action: 'any', fromSec: null, untilSec: null };

export function AuditFilters({ onApply }: { readonly onApply: (filter: AuditFilter) => void }) {
  const { t } = useTranslation();
  const formRef = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState(NOTHING);
  // Half a date lives in its field alone: to clear it takes a new field.
  const [round, setRound] = useState(0);
  const isWrong = isReversed(chosen) || chosen.userName.trim().length > 200;
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (isWrong || findInvalidField(formRef.current)) findInvalidField(formRef.current)?.focus();
    else onApply(toFilter(chosen));
  }

  function clear() {
    setChosen(NOTHING);
    setRound(round + 1);
    onApply({});
  }

  return (
    <form
      ref={formRef}
      className={auditStyles.filters}
      onSubmit={submit}
      noValidate
      aria-label={t('audit.filter')}
    >
      <TextField
        label={t('audit.userName')}
        description={t('audit.userNameAbout')}
        errorMessage={chosen.userName.trim().length > 200 ? t('admin.tooLong', { max: 200 }) : undefined}
        value={chosen.userName}
        onChange={(userName) => setChosen({ ...chosen, userName })}
      />
      <ActionSelect action={chosen.action} onChange={(action) => setChosen({ ...chosen, action })} />
      <PeriodFields
        key={round}
        period={chosen}
        isReadOnly={false}
        onChange={(period) => setChosen({ ...chosen, ...period })}
      />
      <div className={styles.actions}>
        <Button type="submit">{t('audit.apply')}</Button>
        <Button variant="quiet" onPress={clear}>
          {t('audit.clear')}
        </Button>
      </div>
    </form>
  );
}

interface ActionProps {
  readonly action: Chosen['action'];
  readonly onChange: (action: Chosen['action']) => void;
}

function ActionSelect({ action, onChange }: ActionProps) {
  const { t } = useTranslation();
  const options = (['any', ...AUDIT_ACTIONS] as const).map((value) => ({
    value,
    label: value === 'any' ? t('audit.anyAction') : t(`audit.actions.${value}`),
  }));
  return <Select label={t('audit.action')} options={options} value={action} onChange={onChange} />;
}

function toFilter({ userName, action, fromSec, untilSec }: Chosen): AuditFilter {
  return {
    ...(userName.trim() === '' ? {} : { userName: userName.trim() }),
    ...(action === 'any' ? {} : { action }),
    ...(fromSec === null ? {} : { fromMs: fromSec * 1000 }),
    ...(untilSec === null ? {} : { untilMs: untilSec * 1000 }),
  };
}
