/** A side of a call in one line: name, then number; and what a call came by. No hooks: a list has hundreds of them. */
import { memo } from 'react';
import type { PartyLabel } from '../../../shared/model';
import { toDisplayText } from '../../format/display-text';
import { splitHits } from '../../format/hits';
import styles from './recording-grid.module.css';
import { ShownText } from './shown-text';

interface PartyProps {
  readonly party: PartyLabel;
  /** What it means that neither name nor number is there. */
  readonly unknown: string;
  readonly words: readonly string[];
  readonly column: number;
}

export function PartyCell({ party, unknown, words, column }: PartyProps) {
  const name = party.name ?? '';
  const number = party.number === name ? '' : party.number;
  // A number that was searched for is seen, and the name gives way.
  const isFoundByNumber = name !== '' && splitHits(toDisplayText(number), words).some((part) => part.isHit);
  return (
    <span
      role="gridcell"
      aria-colindex={column}
      className={isFoundByNumber ? `${styles.party} ${styles.byNumber}` : styles.party}
    >
      {name === '' && number === '' && <span className={styles.muted}>{unknown}</span>}
      {name !== '' && <ShownText text={name} words={words} className={styles.name} />}
      {number !== '' && (
        <ShownText text={number} words={words} className={name === '' ? styles.name : styles.number} />
      )}
    </span>
  );
}

interface LabelProps {
  readonly name: string | null;
  readonly number: string;
  readonly words: readonly string[];
}

/** Its name alone where it has one: the number is in the tooltip and in the details. */
export const LabelCell = memo(function LabelCell({ name, number, words }: LabelProps) {
  return (
    <ShownText
      text={name ?? number}
      words={words}
      className={styles.name}
      hint={name === null ? number : `${name} ${number}`}
    />
  );
});
