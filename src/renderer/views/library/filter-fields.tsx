/** The fields behind the chips. */
import type { ReactNode, SyntheticEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { RadioGroup } from '../../ui/radio-group';
import { TextField } from '../../ui/text-field';
import type { LengthChoice, TimeChoice } from './list-filter';
import { TIME_PRESETS } from './list-filter';
import styles from './library.module.css';

interface TimeProps {
  readonly value: TimeChoice | null;
  readonly onApply: (time: TimeChoice | null) => void;
}

/** A preset is taken at once; days of one's own when both are typed. */
export function TimeFields({ value, onApply }: TimeProps) {
  const { t } = useTranslation();
  const own = value?.preset === 'own' ? value : { preset: 'own' as const, fromDay: '', untilDay: '' };
  const [days, setDays] = useState(own);
  const [isOwn, setIsOwn] = useState(value?.preset === 'own');
  return (
    <>
      <RadioGroup
        label={t('library.filter.time')}
        value={isOwn ? 'own' : (value?.preset ?? 'any')}
        options={(['any', ...TIME_PRESETS, 'own'] as const).map((preset) => ({
          value: preset,
          label: t(`library.time.${preset}`),
        }))}
        onChange={(preset) => {
          setIsOwn(preset === 'own');
          if (preset === 'any') onApply(null);
          else if (preset !== 'own') onApply({ preset });
        }}
      />
      {isOwn && (
        <Fields onApply={() => onApply(days.fromDay === '' && days.untilDay === '' ? null : days)}>
          <TextField
            label={t('library.time.fromDay')}
            type="date"
            value={days.fromDay}
            onChange={(fromDay) => setDays({ ...days, fromDay })}
            autoFocus
          />
          <TextField
            label={t('library.time.untilDay')}
            type="date"
            value={days.untilDay}
            onChange={(untilDay) => setDays({ ...days, untilDay })}
          />
        </Fields>
      )}
    </>
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: string;
  readonly onApply: (number: string) => void;
}

export function NumberFields({ label, value, onApply }: NumberProps) {
  const { t } = useTranslation();
  const [number, setNumber] = useState(value);
  return (
    <Fields onApply={() => onApply(number.trim())}>
      <TextField
        label={label}
        description={t('library.numberFilter.about')}
        value={number}
        onChange={setNumber}
        maxLength={64}
        autoFocus
      />
    </Fields>
  );
}

interface LengthProps {
  readonly value: LengthChoice | null;
  readonly onApply: (length: LengthChoice | null) => void;
}

export function LengthFields({ value, onApply }: LengthProps) {
  const { t } = useTranslation();
  const [min, setMin] = useState(value?.minMinutes?.toString() ?? '');
  const [max, setMax] = useState(value?.maxMinutes?.toString() ?? '');
  const minMinutes = findMinutes(min);
  const maxMinutes = findMinutes(max);
  const problemOf = (minutes: number | null | undefined) =>
    minutes === undefined ? t('library.length.wrong') : undefined;

  function apply() {
    if (minMinutes === undefined || maxMinutes === undefined) return;
    onApply(minMinutes === null && maxMinutes === null ? null : { minMinutes, maxMinutes });
  }

  return (
    <Fields onApply={apply}>
      <TextField
        label={t('library.length.min')}
        errorMessage={problemOf(minMinutes)}
        value={min}
        onChange={setMin}
        inputMode="decimal"
        autoFocus
      />
      <TextField
        label={t('library.length.max')}
        errorMessage={problemOf(maxMinutes)}
        value={max}
        onChange={setMax}
        inputMode="decimal"
      />
    </Fields>
  );
}

/** Null for an empty field, undefined for what is no number of minutes up to a week; the comma of many languages is taken. */
export function findMinutes(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  const minutes = /^\d{1,5}(\.\d{1,3})?$/.test(text) ? Number(text) : Infinity;
  return minutes <= 10_080 ? minutes : undefined;
}

interface FieldsProps {
  readonly children: ReactNode;
  readonly onApply: () => void;
}

function Fields({ children, onApply }: FieldsProps) {
  const { t } = useTranslation();
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    onApply();
  }
  return (
    <form className={styles.fields} onSubmit={submit} noValidate>
      {children}
      <Button variant="primary" type="submit">
        {t('common.apply')}
      </Button>
    </form>
  );
}
