/** 'What Ann may hear': the sentences beside the settings, as these stand on the page. */
import { useTranslation } from 'react-i18next';
import { toDisplayText, toIsolatedText } from '../../../format/display-text';
import { toDay } from '../../../format/moment';
import { useNowSec } from '../use-now';
import { usePlace } from '../use-place';
import type { HeldNumber, MayHearFacts, Sentence } from './may-hear';
import { tellWhatMayBeHeard } from './may-hear';
import styles from './people.module.css';

interface Props {
  readonly facts: Omit<MayHearFacts, 'nowSec'>;
  readonly isDirty: boolean;
}

export function MayHear({ facts, isDirty }: Props) {
  const { t } = useTranslation();
  const toText = useSentenceText();
  const nowSec = useNowSec();
  const name = facts.person.name.trim();
  return (
    <aside className={styles.mayHear} aria-labelledby="may-hear-title">
      <h2 id="may-hear-title">
        {name === ''
          ? t('people.mayHear.titleNew')
          : t('people.mayHear.title', { name: toIsolatedText(name.split(' ')[0] ?? name) })}
      </h2>
      <ul className={styles.sentences}>
        {tellWhatMayBeHeard({ ...facts, nowSec }).map((sentence, index) => (
          <li key={`${sentence.key} ${String(index)}`}>{toText(sentence)}</li>
        ))}
      </ul>
      {isDirty && <p className={styles.muted}>{t('people.mayHear.unsaved')}</p>}
    </aside>
  );
}

function useSentenceText(): (sentence: Sentence) => string {
  const { t } = useTranslation();
  const place = usePlace();
  const { locale } = place;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  /** The periods of one number are told each: the calls in between are not his. */
  const toHeld = ({ number, fromSec, untilSec }: HeldNumber) => {
    const from = fromSec === null ? '' : toDay(fromSec * 1000, place);
    const until = untilSec === null ? '' : toDay(untilSec * 1000, place);
    const values = { number: toIsolatedText(number), from, until };
    if (from === '' && until === '') return values.number;
    if (until === '') return t('people.mayHear.heldFrom', values);
    return t(from === '' ? 'people.mayHear.heldUntil' : 'people.mayHear.heldBetween', values);
  };
  const toList = (items: readonly string[]) => list.format(items.map((item) => toIsolatedText(item)));
  return (sentence) => {
    if ('held' in sentence) {
      if (sentence.held.length === 0) return t('people.mayHear.ownNone');
      return t(`people.mayHear.${sentence.key}`, { list: list.format(sentence.held.map(toHeld)) });
    }
    if (sentence.key === 'shared') {
      const { kind, items } = sentence;
      return t('people.mayHear.shared', { kind: t(`explain.sharedKind.${kind}`), list: toList(items) });
    }
    if ('items' in sentence) return t(`people.mayHear.${sentence.key}`, { list: toList(sentence.items) });
    if ('number' in sentence) {
      const { key, name, number } = sentence;
      return t(`people.mayHear.${key}`, { name: toIsolatedText(name), number: toDisplayText(number) });
    }
    return t(`people.mayHear.${sentence.key}`);
  };
}
