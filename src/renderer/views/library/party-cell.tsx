/** A side of a call in one line: name, then number. */
import { useTranslation } from 'react-i18next';
import type { PartyLabel } from '../../../shared/model';
import styles from './recording-grid.module.css';
import { ShownText } from './shown-text';

interface Props {
  readonly party: PartyLabel | null;
  readonly words: readonly string[];
  /** What an empty number means; nothing where the cell is simply empty. */
  readonly isParty?: boolean;
}

export function PartyCell({ party, words, isParty = false }: Props) {
  const { t } = useTranslation();
  const name = party?.name ?? '';
  const number = party?.number ?? '';
  if (name === '' && number === '') {
    return isParty ? <span className={styles.muted}>{t('common.withheld')}</span> : null;
  }
  return (
    <>
      {name !== '' && <ShownText text={name} words={words} className={styles.name} />}
      {number !== '' && number !== name && (
        <ShownText text={number} words={words} className={name === '' ? styles.name : styles.number} />
      )}
    </>
  );
}
