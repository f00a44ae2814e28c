/** A side of a call in one line: name, then number; and what a call came by. */
import { useTranslation } from 'react-i18next';
import type { NumberLabel, PartyLabel } from '../../../shared/model';
import styles from './recording-grid.module.css';
import { ShownText } from './shown-text';

interface PartyProps {
  readonly party: PartyLabel;
  /** What it means that neither name nor number is there. */
  readonly unknown: 'withheld' | 'notKnown';
  readonly words: readonly string[];
}

export function PartyCell({ party, unknown, words }: PartyProps) {
  const { t } = useTranslation();
  const name = party.name ?? '';
  const { number } = party;
  if (name === '' && number === '') return <span className={styles.muted}>{t(`common.${unknown}`)}</span>;
  return (
    <>
      {name !== '' && <ShownText text={name} words={words} className={styles.name} />}
      {number !== '' && number !== name && (
        <ShownText text={number} words={words} className={name === '' ? styles.name : styles.number} />
      )}
    </>
  );
}

interface LabelProps {
  readonly label: NumberLabel | null;
  readonly words: readonly string[];
}

/** Its name alone where it has one: the number is in the tooltip and in the details. */
export function LabelCell({ label, words }: LabelProps) {
  if (!label) return null;
  const { name, number } = label;
  return (
    <ShownText
      text={name ?? number}
      words={words}
      className={styles.name}
      hint={name === null ? number : `${name} ${number}`}
    />
  );
}
