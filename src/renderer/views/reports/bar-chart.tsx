/** Calls as bars: answered filled, the others outlined, so that it is read without colours and printed on any printer. */
import { useId } from 'react';
import type { ShownRow } from './report-rows';
import styles from './reports.module.css';

interface Props {
  /** What the picture says, for those who do not see it; the table beside it says all of it. */
  readonly description: string;
  readonly rows: readonly ShownRow[];
  readonly locale: string;
  readonly answeredLabel: string;
  readonly unansweredLabel: string;
}

const WIDTH = 560;
const HEIGHT = 220;
const LEFT = 48;
const BOTTOM = 26;
const TOP = 10;
const LABEL_WIDTH = 44;

/** Along time: one column for each day, hour or weekday. */
export function ColumnChart({ description, rows, locale, ...legend }: Props) {
  const titleId = useId();
  const top = toRoundTop(Math.max(1, ...rows.map((row) => row.calls)));
  const heightOf = (calls: number) => (calls / top) * (HEIGHT - TOP - BOTTOM);
  const slot = (WIDTH - LEFT) / Math.max(1, rows.length);
  const bar = Math.max(1, Math.min(40, slot * 0.7));
  const labelEvery = Math.max(1, Math.ceil(LABEL_WIDTH / slot));
  const number = new Intl.NumberFormat(locale);
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{description}</title>
        {[0, top / 2, top].map((calls) => {
          const y = HEIGHT - BOTTOM - heightOf(calls);
          return (
            <g key={calls}>
              <line className={styles.rule} x1={LEFT} x2={WIDTH} y1={y} y2={y} />
              <text className={styles.axis} x={LEFT - 6} y={y + 4} textAnchor="end">
                {number.format(calls)}
              </text>
            </g>
          );
        })}
        {rows.map((row, index) => {
          const x = LEFT + index * slot + (slot - bar) / 2;
          const all = heightOf(row.calls);
          const answered = heightOf(row.answered);
          const base = HEIGHT - BOTTOM;
          return (
            <g key={row.key}>
              <rect className={styles.open} x={x} y={base - all} width={bar} height={all} />
              <rect className={styles.filled} x={x} y={base - answered} width={bar} height={answered} />
              {index % labelEvery === 0 && (
                <text className={styles.axis} x={x + bar / 2} y={HEIGHT - 8} textAnchor="middle">
                  {row.short}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <Legend {...legend} />
    </figure>
  );
}

const ROW_HEIGHT = 24;
const NAME_WIDTH = 160;
const COUNT_WIDTH = 60;
const NAME_CHARS = 22;

/** Beside each other: people, groups, lines, results. */
export function RowChart({ description, rows, locale, ...legend }: Props) {
  const titleId = useId();
  const most = Math.max(1, ...rows.map((row) => row.calls));
  const widthOf = (calls: number) => (calls / most) * (WIDTH - NAME_WIDTH - COUNT_WIDTH);
  const number = new Intl.NumberFormat(locale);
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${rows.length * ROW_HEIGHT + 4}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{description}</title>
        {rows.map((row, index) => {
          const y = index * ROW_HEIGHT + 4;
          return (
            <g key={row.key}>
              <text className={styles.name} x={NAME_WIDTH - 8} y={y + 13} textAnchor="end">
                {toShort(row.short)}
              </text>
              <rect className={styles.open} x={NAME_WIDTH} y={y} width={widthOf(row.calls)} height={16} />
              <rect
                className={styles.filled}
                x={NAME_WIDTH}
                y={y}
                width={widthOf(row.answered)}
                height={16}
              />
              <text className={styles.axis} x={NAME_WIDTH + widthOf(row.calls) + 6} y={y + 13}>
                {number.format(row.calls)}
              </text>
            </g>
          );
        })}
      </svg>
      <Legend {...legend} />
    </figure>
  );
}

function Legend({ answeredLabel, unansweredLabel }: Pick<Props, 'answeredLabel' | 'unansweredLabel'>) {
  return (
    <figcaption className={styles.legend}>
      <span>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <rect className={styles.filled} x="1" y="1" width="10" height="10" />
        </svg>
        {answeredLabel}
      </span>
      <span>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <rect className={styles.open} x="1" y="1" width="10" height="10" />
        </svg>
        {unansweredLabel}
      </span>
    </figcaption>
  );
}

/** An even number that is easily read, not below the greatest. */
function toRoundTop(greatest: number): number {
  const power = 10 ** Math.floor(Math.log10(greatest));
  const step = [1, 2, 4, 6, 8, 10].find((one) => one * power >= greatest) ?? 10;
  return Math.max(2, step * power);
}

function toShort(name: string): string {
  const chars = [...name];
  return chars.length > NAME_CHARS ? `${chars.slice(0, NAME_CHARS - 1).join('')}…` : name;
}
