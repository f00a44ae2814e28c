/** From and until of a period, as days; either may stay open. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toDay as toDayOfMoment, toLongMoment } from '../../format/moment';
import { TextField } from '../../ui/text-field';
import type { Period, PeriodEnd } from './period';
import { isReversed, isWithinDay, toDay, toSec } from './period';
import { usePlace } from './use-place';

interface Props {
  readonly period: Period;
  readonly isReadOnly: boolean;
  readonly onChange: (period: Period) => void;
}

export function PeriodFields({ period, isReadOnly, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <DayField
        end="from"
        sec={period.fromSec}
        isReadOnly={isReadOnly}
        onChange={(fromSec) => onChange({ ...period, fromSec })}
      />
      <DayField
        end="until"
        sec={period.untilSec}
        isReadOnly={isReadOnly}
        problem={isReversed(period) ? t('admin.period.reversed') : undefined}
        onChange={(untilSec) => onChange({ ...period, untilSec })}
      />
    </>
  );
}

interface DayProps {
  readonly end: PeriodEnd;
  readonly sec: number | null;
  readonly isReadOnly: boolean;
  readonly problem?: string | undefined;
  readonly onChange: (sec: number | null) => void;
}

function DayField({ end, sec, isReadOnly, problem, onChange }: DayProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const [isHalf, setIsHalf] = useState(false);
  // A day that is typed in half has no value, as an open one has none: only the field itself can tell the two apart.
  const look = (field: Element) => setIsHalf(field instanceof HTMLInputElement && field.validity.badInput);
  const label = t(`admin.period.${end}`);
  const exact = sec !== null && isWithinDay(sec, end) ? toLongMoment(sec * 1000, place) : undefined;
  if (isReadOnly) {
    // A date field that may not be changed cannot say that an end is open.
    const day =
      sec === null ? t('admin.period.open') : toDayOfMoment((end === 'until' ? sec - 1 : sec) * 1000, place);
    return <TextField label={label} isReadOnly value={exact ?? day} />;
  }
  return (
    <TextField
      type="date"
      label={label}
      description={exact}
      errorMessage={isHalf ? t('admin.period.half') : problem}
      value={toDay(sec, end)}
      onChange={(day) => onChange(toSec(day, end))}
      onInput={(event) => look(event.currentTarget)}
      onBlur={(event) => look(event.currentTarget)}
    />
  );
}
