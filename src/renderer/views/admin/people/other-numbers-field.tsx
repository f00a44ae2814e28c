/** 'Replay recordings for others': the list as typed with its count, and what each number of it means. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResolvedNumber } from '../../../../shared/people';
import { OTHER_NUMBERS_MAX_LENGTH } from '../../../../shared/user-settings';
import { toDisplayText, toIsolatedText } from '../../../format/display-text';
import { Icon } from '../../../ui/icons';
import { TextField } from '../../../ui/text-field';
import { hasPatternMark, resolveTyped } from './number-meanings';
import { countCharacters } from './person-draft';
import type { PersonForm } from './person-form';
import { useSettingState } from './setting-notes';
import styles from './people.module.css';

const MAX = OTHER_NUMBERS_MAX_LENGTH;

export function OtherNumbersField({ form }: { readonly form: PersonForm }) {
  const { t } = useTranslation();
  const { isClosed, notes } = useSettingState('replayOthers', form);
  const countId = useId();
  const typed = form.draft.settings.replayOthers;
  const count = countCharacters(typed);
  // No `maxLength` on the field: it would cut what is pasted, and a number that is cut is another number.
  const problem = count > MAX ? t('settings.numbers.tooLong', { count, max: MAX }) : undefined;
  const resolved = resolveTyped(typed, form.lists, form.details?.otherNumbers ?? []);
  return (
    <div className={styles.setting}>
      <TextField
        label={t('settings.name.replayOthers')}
        description={notes}
        errorMessage={problem}
        isDisabled={isClosed && form.mayEdit}
        isReadOnly={!form.mayEdit}
        aria-describedby={countId}
        spellCheck="false"
        autoComplete="off"
        value={typed}
        onChange={(replayOthers) => form.changeSettings({ replayOthers })}
      />
      <p id={countId} className={styles.muted}>
        {t('settings.numbers.count', { count, max: MAX })}
      </p>
      {resolved.length > 0 && (
        <ul className={styles.numbers} aria-label={t('settings.numbers.meaning')}>
          {resolved.map((one) => (
            <NumberMeaning key={one.number} resolved={one} />
          ))}
        </ul>
      )}
    </div>
  );
}

function NumberMeaning({ resolved }: { readonly resolved: ResolvedNumber }) {
  const { t } = useTranslation();
  const { number, meanings } = resolved;
  const isDoubtful = meanings.length > 1;
  return (
    <li className={isDoubtful ? styles.doubtful : ''}>
      {isDoubtful && <Icon name="missing" size={12} />}
      <bdi className={styles.number}>{toDisplayText(number)}</bdi>
      <span>
        {meanings.length === 0 && t('settings.numbers.unknown')}
        {meanings.map(({ kind, name }, index) => (
          <span key={kind}>
            {index > 0 && ` ${t('settings.numbers.and')} `}
            {name === null
              ? t(`settings.numbers.kind.${kind}`)
              : t(`settings.numbers.named.${kind}`, { name: toIsolatedText(name) })}
          </span>
        ))}
        {isDoubtful && (
          <span className={styles.note}>{t('settings.numbers.doubtful', { count: meanings.length })}</span>
        )}
        {hasPatternMark(number) && <span className={styles.note}>{t('settings.numbers.noPattern')}</span>}
      </span>
    </li>
  );
}
