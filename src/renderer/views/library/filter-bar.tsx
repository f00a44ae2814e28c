/** The filters as chips, each to be set, changed and removed by itself, and how many recordings they leave. */
import type { ReactNode } from 'react';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingFilter } from '../../../shared/contract';
import { toLocale } from '../../i18n/i18n';
import { Button } from '../../ui/button';
import { FilterChip } from '../../ui/filter-chip';
import { Icon } from '../../ui/icons';
import { MenuButton } from '../../ui/menu';
import { Toolbar } from '../../ui/toolbar';
import { toPartValue } from './filter-words';
import styles from './library.module.css';
import type { FilterPart, ListFilter } from './list-filter';
import { isNarrowed, isPartSet, NO_FILTER, PARTS, withoutPart } from './list-filter';
import { CountedContext, PartFields } from './part-fields';

interface Props {
  readonly filter: ListFilter;
  /** Parts that this page can be narrowed by. */
  readonly parts: readonly FilterPart[];
  readonly countText: string;
  /** What is asked of the recordings, so that each choice can say how many it would leave; none where nothing can be counted. */
  readonly counted?: RecordingFilter;
  readonly trailing: ReactNode;
  readonly onFilter: (filter: ListFilter) => void;
}

/** Always in sight; the others come when they are asked for, and go when they are removed. */
const FIRST_PARTS: readonly FilterPart[] = ['time', 'directions', 'dispositions', 'party', 'group'];

export function FilterBar({ filter, parts, countText, counted, trailing, onFilter }: Props) {
  const chips = useChips(filter, onFilter);
  return (
    <div className={styles.filters}>
      <CountedContext value={counted}>
        <Chips {...chips} parts={parts} isNarrowed={isNarrowed(filter, parts)} />
      </CountedContext>
      <p className={styles.count} role="status">
        {countText}
      </p>
      {trailing}
    </div>
  );
}

/** The filter as the chips show it: the same object while only the search changes, so that typing does not draw them anew. */
function useChips(filter: ListFilter, onFilter: (filter: ListFilter) => void) {
  const [shown, setShown] = useState(filter);
  if (shown !== filter && PARTS.some((part) => shown[part] !== filter[part])) setShown(filter);
  const latest = useRef({ filter, onFilter });
  useEffect(() => {
    latest.current = { filter, onFilter };
  });
  const change = useCallback((next: ListFilter) => {
    const { text } = latest.current.filter;
    latest.current.onFilter({ ...next, text });
  }, []);
  const clear = useCallback(() => latest.current.onFilter(NO_FILTER), []);
  return { filter: shown, onFilter: change, onClear: clear };
}

interface ChipsProps {
  /** Its search is of an earlier moment. */
  readonly filter: ListFilter;
  readonly parts: readonly FilterPart[];
  readonly isNarrowed: boolean;
  /** Leaves the search as it is now. */
  readonly onFilter: (filter: ListFilter) => void;
  readonly onClear: () => void;
}

const Chips = memo(function Chips({ filter, parts, isNarrowed: isClearable, onFilter, onClear }: ChipsProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<readonly FilterPart[]>([]);
  const isInSight = (part: FilterPart) =>
    FIRST_PARTS.includes(part) || asked.includes(part) || isPartSet(filter, part);
  const ask = (id: string) => {
    const part = parts.find((one) => one === id);
    if (part === 'hasTranscript' || part === 'hasScreen') onFilter({ ...filter, [part]: true });
    else if (part === 'recorded') onFilter({ ...filter, recorded: 'yes' });
    else if (part) setAsked([...asked, part]);
  };
  const more = parts
    .filter((part) => !isInSight(part))
    .map((part) => ({ id: part, label: t(`library.filter.${part}`) }));
  return (
    <Toolbar label={t('library.filters')}>
      {parts.filter(isInSight).map((part) => (
        <PartChip
          key={part}
          part={part}
          filter={filter}
          isAsked={asked.includes(part)}
          onFilter={onFilter}
          onRemove={() => {
            setAsked(asked.filter((one) => one !== part));
            onFilter(withoutPart(filter, part));
          }}
        />
      ))}
      {more.length > 0 && (
        <MenuButton
          label={<Icon name="plus" size={12} />}
          ariaLabel={t('library.more')}
          groups={[{ id: t('library.more'), items: more }]}
          onChoose={ask}
        />
      )}
      {isClearable && (
        <Button
          variant="quiet"
          onPress={() => {
            setAsked([]);
            onClear();
          }}
        >
          {t('library.clearAll')}
        </Button>
      )}
    </Toolbar>
  );
});

interface PartProps {
  readonly part: FilterPart;
  readonly filter: ListFilter;
  /** It was asked for just now, so its fields stand open. */
  readonly isAsked: boolean;
  readonly onFilter: (filter: ListFilter) => void;
  readonly onRemove: () => void;
}

function PartChip({ part, filter, isAsked, onFilter, onRemove }: PartProps) {
  const { t, i18n } = useTranslation();
  const label = t(`library.filter.${part}`);
  const shared = { label, removeLabel: t('library.remove', { label }), onRemove };
  if (part === 'hasTranscript' || part === 'hasScreen') return <FilterChip {...shared} value={label} />;
  const value = isPartSet(filter, part) ? toPartValue(t, filter, part, toLocale(i18n.language)) : null;
  return (
    <FilterChip {...shared} value={value} isOpenAtFirst={isAsked}>
      {(close) => <PartFields part={part} filter={filter} onFilter={onFilter} onClose={close} />}
    </FilterChip>
  );
}
