/** The fields of one filter, behind its chip. */
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { DISPOSITIONS } from '../../../shared/calls';
import type { RecordingFilter } from '../../../shared/contract';
import type { FacetValue, RecordingFacets } from '../../../shared/model';
import { DIRECTIONS, KINDS } from '../../../shared/model';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { RadioGroup } from '../../ui/radio-group';
import { LengthFields, NumberFields, TimeFields } from './filter-fields';
import styles from './library.module.css';
import type { FilterPart, ListFilter } from './list-filter';
import { useFacets } from './use-counted';

/** Parts of which the values can be counted. */
const COUNTED: readonly FilterPart[] = ['directions', 'kinds', 'group', 'line'];
/** More would be a page, not a choice. */
const NUMBERS_SHOWN = 8;

/** What is asked of the recordings, so that each choice can say how many it would leave; undefined where nothing can be counted. */
export const CountedContext = createContext<RecordingFilter | undefined>(undefined);

interface Props {
  readonly part: Exclude<FilterPart, 'hasTranscript' | 'hasScreen'>;
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
  readonly onClose: () => void;
}

/** Boxes are taken as they are ticked; what is typed, when it is applied. */
export function PartFields({ part, filter, onFilter, onClose }: Props) {
  const { t } = useTranslation();
  const counted = useContext(CountedContext);
  const facets = useFacets(COUNTED.includes(part) ? counted : undefined);
  const set = (change: Partial<ListFilter>) => {
    onFilter({ ...filter, ...change });
    onClose();
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
          counts={facets?.directions}
          chosen={filter.directions}
          onChange={(directions) => onFilter({ ...filter, directions })}
        />
      );
    case 'dispositions':
      return <DispositionChoices filter={filter} onFilter={onFilter} />;
    case 'recorded':
      return <RecordedField value={filter.recorded} onChoose={(recorded) => set({ recorded })} />;
    case 'kinds':
      return (
        <Choices
          options={KINDS.map((value) => ({ value, label: t(`common.kind.${value}`) }))}
          counts={facets?.kinds}
          chosen={filter.kinds}
          onChange={(kinds) => onFilter({ ...filter, kinds })}
        />
      );
    case 'party':
    case 'group':
    case 'line':
      return (
        <NumberPart
          part={part}
          value={filter[part]}
          facets={facets}
          onApply={(number) => set({ [part]: number })}
        />
      );
  }
}

function DispositionChoices({ filter, onFilter }: Pick<Props, 'filter' | 'onFilter'>) {
  const { t } = useTranslation();
  return (
    <Choices
      options={DISPOSITIONS.map((value) => ({ value, label: t(`calls.disposition.${value}`) }))}
      chosen={filter.dispositions}
      onChange={(dispositions) => onFilter({ ...filter, dispositions })}
    />
  );
}

interface RecordedProps {
  readonly value: ListFilter['recorded'];
  readonly onChoose: (recorded: ListFilter['recorded']) => void;
}

function RecordedField({ value, onChoose }: RecordedProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      label={t('library.filter.recorded')}
      value={value}
      options={[
        { value: 'yes', label: t('calls.recorded.yes') },
        { value: 'no', label: t('calls.recorded.no') },
      ]}
      onChange={onChoose}
    />
  );
}

interface NumberPartProps {
  readonly part: 'party' | 'group' | 'line';
  readonly value: string;
  readonly facets: RecordingFacets | undefined;
  readonly onApply: (number: string) => void;
}

function NumberPart({ part, value, facets, onApply }: NumberPartProps) {
  const { t } = useTranslation();
  const found = part === 'group' ? facets?.groups : facets?.lines;
  return (
    <>
      <NumberFields label={t(`library.numberFilter.${part}`)} value={value} onApply={onApply} />
      {part !== 'party' && (
        <FoundNumbers label={t(`library.found.${part}`)} found={found ?? []} onChoose={onApply} />
      )}
    </>
  );
}

interface FoundNumbersProps {
  readonly label: string;
  readonly found: NonNullable<RecordingFacets['groups']>;
  readonly onChoose: (number: string) => void;
}

/** What is most often there can be chosen without knowing its number. */
function FoundNumbers({ label, found, onChoose }: FoundNumbersProps) {
  const { t } = useTranslation();
  if (found.length === 0) return null;
  return (
    <ul className={styles.found} aria-label={label}>
      {found.slice(0, NUMBERS_SHOWN).map(({ number, name, count }) => (
        <li key={number}>
          <Button variant="quiet" onPress={() => onChoose(number)}>
            {t('library.withCount', { label: name === null ? number : `${name} · ${number}`, count })}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface ChoicesProps<Value extends string> {
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly counts?: readonly FacetValue<Value>[] | undefined;
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}

function Choices<Value extends string>({ options, counts, chosen, onChange }: ChoicesProps<Value>) {
  const { t } = useTranslation();
  const toLabel = (value: Value, label: string) => {
    const count = counts?.find((one) => one.value === value)?.count;
    return count == null ? label : t('library.withCount', { label, count });
  };
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
          {toLabel(value, label)}
        </Checkbox>
      ))}
    </>
  );
}
