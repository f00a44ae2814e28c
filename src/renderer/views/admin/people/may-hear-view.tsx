/** 'What Ann may hear': the sentences beside the settings, as these stand on the page. */
import { useTranslation } from 'react-i18next';
import { toDisplayText, toIsolatedText } from '../../../format/display-text';
import { usePlace } from '../use-place';
import type { MayHearFacts, Sentence } from './may-hear';
import { tellWhatMayBeHeard } from './may-hear';
import styles from './people.module.css';

interface Props {
  readonly facts: MayHearFacts;
  readonly isDirty: boolean;
}

export function MayHear({ facts, isDirty }: Props) {
  const { t } = useTranslation();
  const toText = useSentenceText();
  const name = facts.person.name.trim();
  return (
    <aside className={styles.mayHear} aria-labelledby="may-hear-title">
      <h2 id="may-hear-title">
        {name === ''
          ? t('people.mayHear.titleNew')
          : t('people.mayHear.title', { name: toIsolatedText(name.split(' ')[0] ?? name) })}
      </h2>
      <ul className={styles.sentences}>
        {tellWhatMayBeHeard(facts).map((sentence, index) => (
          <li key={`${sentence.key} ${String(index)}`}>{toText(sentence)}</li>
        ))}
      </ul>
      {isDirty && <p className={styles.muted}>{t('people.mayHear.unsaved')}</p>}
    </aside>
  );
}

function useSentenceText(): (sentence: Sentence) => string {
  const { t } = useTranslation();
  const { locale } = usePlace();
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const toList = (items: readonly string[]) => list.format(items.map((item) => toIsolatedText(item)));
  return (sentence) => {
    if ('items' in sentence) {
      if (sentence.items.length === 0) return t('people.mayHear.ownNone');
      return t(`people.mayHear.${sentence.key}`, { list: toList(sentence.items) });
    }
    if ('number' in sentence) {
      const { key, name, number } = sentence;
      return t(`people.mayHear.${key}`, { name: toIsolatedText(name), number: toDisplayText(number) });
    }
    return t(`people.mayHear.${sentence.key}`);
  };
}
