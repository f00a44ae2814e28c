/** When there are how many recordings, as a strip above the list; a stretch of it, drawn or moved by its two edges, narrows the list. */
import type { KeyboardEvent, PointerEvent } from 'react';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingFilter } from '../../../shared/contract';
import { toDateFormat } from '../../format/kept-formats';
import { toLocale } from '../../i18n/i18n';
import type { TimeChoice } from './list-filter';
import type { BarRange, TimeBar } from './time-bars';
import { toBarRange, toBars, toOwnDays, toTimeChoice } from './time-bars';
import styles from './time-strip.module.css';
import { useHistogram } from './use-counted';

interface Props {
  readonly time: TimeChoice | null;
  /** As the list is asked for. */
  readonly filter: RecordingFilter;
  readonly onTime: (time: TimeChoice | null) => void;
}

export function TimeStrip({ time, filter, onTime }: Props) {
  const histogram = useHistogram(filter);
  const bars = useMemo(() => (histogram ? toBars(histogram) : []), [histogram]);
  const { fromMs } = filter;
  const chosen = useMemo(() => toBarRange(bars, toOwnDays(time, { fromMs })), [bars, time, fromMs]);
  // The same function always: whoever types would draw the bars anew with another.
  const latest = useRef({ bars, onTime });
  useEffect(() => {
    latest.current = { bars, onTime };
  });
  const choose = useCallback(
    (range: BarRange) => latest.current.onTime(toTimeChoice(latest.current.bars, range)),
    [],
  );
  return (
    <div className={styles.strip}>
      {bars.length > 1 && <Bars bars={bars} chosen={chosen} onChoose={choose} />}
    </div>
  );
}

interface BarsProps {
  readonly bars: readonly TimeBar[];
  readonly chosen: BarRange | null;
  readonly onChoose: (range: BarRange) => void;
}

const Bars = memo(function Bars({ bars, chosen, onChoose }: BarsProps) {
  const { t, i18n } = useTranslation();
  const brush = useBrush(bars.length, chosen, onChoose);
  const shown = brush.range ?? chosen ?? { first: 0, last: -1 };
  const dayOf = (day: string) =>
    toDateFormat(toLocale(i18n.language), { dateStyle: 'medium' }).format(new Date(`${day}T12:00:00`));
  const inRange = bars.slice(shown.first, shown.last + 1).reduce((sum, bar) => sum + bar.count, 0);
  const isNarrower = shown.first > 0 || shown.last < bars.length - 1;
  const edges = { bars, range: shown, dayOf, onMove: onChoose };
  return (
    <figure className={styles.figure} aria-label={t('library.strip.label')}>
      <div className={styles.area} {...brush.handlers}>
        <svg viewBox={`0 0 ${bars.length} 100`} preserveAspectRatio="none" aria-hidden="true">
          <path className={styles.in} d={toOutlines(bars, (n) => n >= shown.first && n <= shown.last)} />
          <path className={styles.out} d={toOutlines(bars, (n) => n < shown.first || n > shown.last)} />
        </svg>
        {shown.last >= shown.first && (
          <>
            <Edge which="first" label={t('library.strip.from')} {...edges} />
            <Edge which="last" label={t('library.strip.until')} {...edges} />
          </>
        )}
      </div>
      <figcaption className={styles.caption}>
        <span>{dayOf(bars[Math.max(0, shown.first)]?.fromDay ?? '')}</span>
        {isNarrower && <span>{t('library.strip.count', { count: inRange })}</span>}
        <span>{dayOf(bars[shown.last >= 0 ? shown.last : bars.length - 1]?.untilDay ?? '')}</span>
      </figcaption>
    </figure>
  );
});

/** The bars as one shape: as many elements as bars would be made anew with every count. */
function toOutlines(bars: readonly TimeBar[], isWanted: (n: number) => boolean): string {
  const most = Math.max(...bars.map((bar) => bar.count), 1);
  return bars
    .map(({ count }, n) => {
      if (count === 0 || !isWanted(n)) return '';
      // The least count can still be seen.
      const top = Math.min(96, 100 - (count * 100) / most);
      return `M${n + 0.08} 100V${top}h0.84V100z`;
    })
    .join('');
}

interface EdgeProps {
  readonly which: 'first' | 'last';
  readonly label: string;
  readonly bars: readonly TimeBar[];
  readonly range: BarRange;
  readonly dayOf: (day: string) => string;
  readonly onMove: (range: BarRange) => void;
}

/** One end of the chosen stretch, as a slider by keys. */
function Edge({ which, label, bars, range, dayOf, onMove }: EdgeProps) {
  const at = range[which];
  const min = which === 'first' ? 0 : range.first;
  const max = which === 'first' ? range.last : bars.length - 1;
  const bar = bars[at];
  const press = (event: KeyboardEvent) => {
    const wanted = toWanted(event.key, at, min, max);
    if (wanted === null) return;
    event.preventDefault();
    event.stopPropagation();
    const moved = Math.min(max, Math.max(min, wanted));
    if (moved !== at) onMove({ ...range, [which]: moved });
  };
  const share = ((which === 'first' ? at : at + 1) * 100) / bars.length;
  return (
    <div
      className={styles.edge}
      style={{ insetInlineStart: `${share}%` }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={at}
      aria-valuetext={dayOf((which === 'first' ? bar?.fromDay : bar?.untilDay) ?? '')}
      onKeyDown={press}
    />
  );
}

const PAGE_BARS = 10;

function toWanted(key: string, at: number, min: number, max: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return at + 1;
    case 'PageDown':
      return at - PAGE_BARS;
    case 'PageUp':
      return at + PAGE_BARS;
    case 'Home':
      return min;
    case 'End':
      return max;
    default:
      return null;
  }
}

/** So near an edge the pointer moves it; elsewhere it draws a new stretch. */
const NEAR_PX = 6;

function useBrush(bars: number, chosen: BarRange | null, onChoose: (range: BarRange) => void) {
  const [range, setRange] = useState<BarRange | null>(null);
  const anchor = useRef(0);
  const barAt = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    if (box.width === 0) return { at: 0, barPx: 1 };
    const at = Math.floor(((event.clientX - box.left) * bars) / box.width);
    return { at: Math.min(bars - 1, Math.max(0, at)), barPx: box.width / bars };
  };
  const stretch = (at: number): BarRange => ({
    first: Math.min(anchor.current, at),
    last: Math.max(anchor.current, at),
  });
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      const { at, barPx } = barAt(event);
      const near = Math.max(1, Math.round(NEAR_PX / barPx));
      const isWhole = chosen !== null && chosen.first === 0 && chosen.last === bars - 1;
      const other =
        chosen === null || isWhole
          ? null
          : Math.abs(at - chosen.first) <= near
            ? chosen.last
            : Math.abs(at - chosen.last) <= near
              ? chosen.first
              : null;
      anchor.current = other ?? at;
      event.currentTarget.setPointerCapture(event.pointerId);
      setRange(stretch(at));
    },
    onPointerMove: (event: PointerEvent) => {
      if (range !== null) setRange(stretch(barAt(event).at));
    },
    onPointerUp: (event: PointerEvent) => {
      if (range === null) return;
      setRange(null);
      onChoose(stretch(barAt(event).at));
    },
    onPointerCancel: () => setRange(null),
  };
  return { range, handlers };
}
