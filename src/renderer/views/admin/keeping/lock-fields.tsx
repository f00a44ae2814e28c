/** One lock: for what, and how long. One that is in force keeps its number, and its days can only grow. */
import { useTranslation } from 'react-i18next';
import type { RetentionLock } from '../../../../shared/keeping';
import { LOCK_MAX_DAYS, LOCK_PRESET_DAYS, LOCK_SUBJECTS } from '../../../../shared/keeping';
import { toDisplayText } from '../../../format/display-text';
import { IconButton } from '../../../ui/button';
import { Select } from '../../../ui/select';
import { TextField } from '../../../ui/text-field';
import type { LockProblem } from './lock-problem';

const PRESETS = ['fiveYears', 'sevenYears'] as const;

interface Props {
  readonly lock: RetentionLock;
  /** As it is in force; undefined for a new one. */
  readonly held: RetentionLock | undefined;
  readonly problem: LockProblem | undefined;
  readonly onChange: (lock: RetentionLock) => void;
  readonly onDrop: () => void;
}

export function LockFields({ lock, held, problem, onChange, onDrop }: Props) {
  const { t } = useTranslation();
  const least = held?.days ?? 1;
  const preset = PRESETS.find((one) => LOCK_PRESET_DAYS[one] === lock.days) ?? 'other';
  const range = { min: least, max: LOCK_MAX_DAYS };
  return (
    <>
      <Select
        label={t('keeping.page.subject')}
        options={LOCK_SUBJECTS.map((value) => ({ value, label: t(`keeping.page.subjects.${value}`) }))}
        value={lock.subject}
        isDisabled={held !== undefined}
        onChange={(subject) => onChange({ ...lock, subject })}
      />
      <TextField
        label={t('keeping.page.number')}
        description={held ? undefined : t('keeping.page.numberAbout')}
        errorMessage={
          problem === 'number' || problem === 'twice' ? t(`keeping.page.problem.${problem}`) : undefined
        }
        isDisabled={held !== undefined}
        maxLength={64}
        spellCheck="false"
        value={lock.number}
        onChange={(number) => onChange({ ...lock, number })}
      />
      <Select
        label={t('keeping.page.period')}
        options={[...PRESETS.filter((one) => LOCK_PRESET_DAYS[one] >= least), 'other' as const].map(
          (value) => ({ value, label: t(`keeping.page.preset.${value}`) }),
        )}
        value={preset}
        onChange={(chosen) => {
          if (chosen !== 'other') onChange({ ...lock, days: LOCK_PRESET_DAYS[chosen] });
        }}
      />
      <TextField
        label={t('keeping.page.dayCount')}
        inputMode="numeric"
        errorMessage={problem === 'days' ? t('keeping.page.problem.days', range) : undefined}
        value={Number.isNaN(lock.days) ? '' : String(lock.days)}
        onChange={(typed) =>
          onChange({ ...lock, days: /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN })
        }
      />
      {held === undefined && (
        <IconButton
          icon="remove"
          label={t('keeping.page.dropLock', { number: toDisplayText(lock.number) })}
          onPress={onDrop}
        />
      )}
    </>
  );
}
