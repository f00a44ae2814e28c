/** The fields of one filter, behind its chip. */
import { useTranslation } from 'react-i18next';
import { DISPOSITIONS } from '../../../shared/calls';
import { DIRECTIONS, KINDS } from '../../../shared/model';
import { Checkbox } from '../../ui/checkbox';
import { RadioGroup } from '../../ui/radio-group';
import { LengthFields, NumberFields, TimeFields } from './filter-fields';
import type { FilterPart, ListFilter } from './list-filter';

interface Props {
  readonly part: Exclude<FilterPart, 'hasTranscript' | 'hasScreen'>;
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
  readonly onClose: () => void;
}

/** Boxes are taken as they are ticked; what is typed, when it is applied. */
export function PartFields({ part, filter, onFilter, onClose }: Props) {
  const { t } = useTranslation();
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
          chosen={filter.directions}
          onChange={(directions) => onFilter({ ...filter, directions })}
        />
      );
    case 'dispositions':
      return (
        <Choices
          options={DISPOSITIONS.map((value) => ({ value, label: t(`calls.disposition.${value}`) }))}
          chosen={filter.dispositions}
          onChange={(dispositions) => onFilter({ ...filter, dispositions })}
        />
      );
    case 'recorded':
      return (
        <RadioGroup
          label={t('library.filter.recorded')}
          value={filter.recorded}
          options={[
            { value: 'yes', label: t('calls.recorded.yes') },
            { value: 'no', label: t('calls.recorded.no') },
          ]}
          onChange={(recorded) => set({ recorded })}
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
