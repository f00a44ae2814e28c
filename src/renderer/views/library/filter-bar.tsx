/** The filters as chips, each to be set, changed and removed by itself, and how many recordings they leave. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Count } from '../../../shared/model';
import { DIRECTIONS, KINDS } from '../../../shared/model';
import { toLocale } from '../../i18n/i18n';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { FilterChip } from '../../ui/filter-chip';
import { Toolbar } from '../../ui/toolbar';
import { toPartValue } from './filter-words';
import { LengthFields, NumberFields, TimeFields } from './filter-fields';
import styles from './library.module.css';
import type { FilterPart, ListFilter } from './list-filter';
import { isNarrowed, isPartSet, NO_FILTER, withoutPart } from './list-filter';

interface Props {
  readonly filter: ListFilter;
  /** Parts that this page has fixed, and so offers no chip for. */
  readonly fixed: readonly FilterPart[];
  readonly count: Count | undefined;
  readonly trailing: ReactNode;
  readonly onFilter: (filter: ListFilter) => void;
}

const PARTS: readonly FilterPart[] = [
  'time',
  'directions',
  'kinds',
  'party',
  'group',
  'line',
  'length',
  'hasTranscript',
  'hasScreen',
];

export function FilterBar({ filter, fixed, count, trailing, onFilter }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.filters}>
      <Toolbar label={t('library.filters')}>
        {PARTS.filter((part) => !fixed.includes(part)).map((part) => (
          <PartChip key={part} part={part} filter={filter} onFilter={onFilter} />
        ))}
        {isNarrowed(filter) && (
          <Button variant="quiet" onPress={() => onFilter(NO_FILTER)}>
            {t('library.clearAll')}
          </Button>
        )}
      </Toolbar>
      <CountText count={count} />
      {trailing}
    </div>
  );
}

function CountText({ count }: Pick<Props, 'count'>) {
  const { t } = useTranslation();
  const text = () => {
    if (!count) return t('library.counting');
    return count.isExact
      ? t('library.count', { count: count.count })
      : t('library.countMore', { count: count.count });
  };
  return (
    <p className={styles.count} role="status" data-testid="count">
      {text()}
    </p>
  );
}

interface PartProps {
  readonly part: FilterPart;
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
}

function PartChip({ part, filter, onFilter }: PartProps) {
  const { t, i18n } = useTranslation();
  const label = t(`library.filter.${part}`);
  const remove = () => onFilter(withoutPart(filter, part));
  if (part === 'hasTranscript' || part === 'hasScreen') {
    return (
      <Toggle label={label} isOn={filter[part]} onChange={(isOn) => onFilter({ ...filter, [part]: isOn })} />
    );
  }
  return (
    <FilterChip
      label={label}
      value={isPartSet(filter, part) ? toPartValue(t, filter, part, toLocale(i18n.language)) : null}
      removeLabel={t('library.remove', { label })}
      onRemove={remove}
    >
      {(close) => <PartFields part={part} filter={filter} onFilter={onFilter} close={close} />}
    </FilterChip>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Toggle({ label, isOn, onChange }: ToggleProps) {
  return (
    <button
      type="button"
      className={`${styles.toggle} ${isOn ? styles.on : ''}`}
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
    >
      {label}
    </button>
  );
}

type FieldsPart = Exclude<FilterPart, 'hasTranscript' | 'hasScreen'>;

function PartFields({
  part,
  filter,
  onFilter,
  close,
}: PartProps & { readonly part: FieldsPart; readonly close: () => void }) {
  const { t } = useTranslation();
  const set = (change: Partial<ListFilter>) => {
    onFilter({ ...filter, ...change });
    close();
  };
  switch (part) {
    case 'time':
      return <TimeFields value={filter.time} onApply={(time) => set({ time })} />;
    case 'length':
      return <LengthFields value={filter.length} onApply={(length) => set({ length })} />;
    case 'directions':
      return (
        <Choices
          options={DIRECTIONS.map((value) => ({ value, label: t(`common.direction.${value}`) }))}
          chosen={filter.directions}
          onChange={(directions) => onFilter({ ...filter, directions })}
        />
      );
    case 'kinds':
      return (
        <Choices
          options={KINDS.map((value) => ({ value, label: t(`common.kind.${value}`) }))}
          chosen={filter.kinds}
          onChange={(kinds) => onFilter({ ...filter, kinds })}
        />
      );
    case 'party':
    case 'group':
    case 'line':
      return (
        <NumberFields
          label={t(`library.numberFilter.${part}`)}
          value={filter[part]}
          onApply={(number) => set({ [part]: number })}
        />
      );
  }
}

interface ChoicesProps<Value extends string> {
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}

function Choices<Value extends string>({ options, chosen, onChange }: ChoicesProps<Value>) {
  const change = (value: Value, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, value] : chosen.filter((one) => one !== value));
  return (
    <>
      {options.map(({ value, label }) => (
        <Checkbox
          key={value}
          isSelected={chosen.includes(value)}
          onChange={(isChosen) => change(value, isChosen)}
        >
          {label}
        </Checkbox>
      ))}
    </>
  );
}
