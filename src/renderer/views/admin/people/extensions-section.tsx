/** The extensions of a person, each with its period: an extension passes on, and a call belongs to whoever had it then. */
import { useTranslation } from 'react-i18next';
import type { PersonInput } from '../../../../shared/people';
import { toDisplayText, toIsolatedText } from '../../../format/display-text';
import { Button, IconButton } from '../../../ui/button';
import { TextField } from '../../../ui/text-field';
import { PeriodFields } from '../period-fields';
import type { PersonForm } from './person-form';
import styles from './people.module.css';

type Held = PersonInput['extensions'][number];

export function ExtensionsSection({ form }: { readonly form: PersonForm }) {
  const { t } = useTranslation();
  const { extensions } = form.draft;
  const replace = (index: number, held: Held) =>
    form.change({ extensions: extensions.map((one, at) => (at === index ? held : one)) });
  return (
    <section className={styles.section} aria-labelledby="extensions-title">
      <h2 id="extensions-title">{t('people.extensions.title')}</h2>
      <p className={styles.muted}>{t('people.extensions.about')}</p>
      {extensions.length === 0 && <p>{t('people.extensions.none')}</p>}
      <ul className={styles.rows}>
        {extensions.map((held, index) => (
          // Rows have no id of their own: the order is theirs until they are saved.
          <li key={index} className={styles.row}>
            <ExtensionRow
              form={form}
              held={held}
              onChange={(changed) => replace(index, changed)}
              onRemove={() => form.change({ extensions: extensions.filter((_, at) => at !== index) })}
            />
          </li>
        ))}
      </ul>
      {form.mayEdit && (
        <div>
          <Button
            icon="plus"
            onPress={() =>
              form.change({ extensions: [...extensions, { extension: '', fromSec: null, untilSec: null }] })
            }
          >
            {t('people.extensions.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  readonly form: PersonForm;
  readonly held: Held;
  readonly onChange: (held: Held) => void;
  readonly onRemove: () => void;
}

function ExtensionRow({ form, held, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const number = held.extension.trim();
  const { failure } = form;
  const isTaken = failure?.reason === 'extension-taken' && failure.details?.['extension'] === number;
  const takenBy = isTaken
    ? t('people.extensions.takenBy', { name: toIsolatedText(String(failure.details?.['name'] ?? '')) })
    : undefined;
  const isMissing = form.problems.has('extensions') && number === '';
  return (
    <>
      <TextField
        label={t('people.extensions.number')}
        errorMessage={isMissing ? t('people.problem.extension') : takenBy}
        isReadOnly={!form.mayEdit}
        spellCheck="false"
        value={held.extension}
        onChange={(extension) => onChange({ ...held, extension })}
      />
      <PeriodFields
        period={held}
        isReadOnly={!form.mayEdit}
        onChange={(period) => onChange({ ...held, ...period })}
      />
      {form.mayEdit && (
        <IconButton
          icon="remove"
          label={t('people.extensions.remove', { number: toDisplayText(number) })}
          onPress={onRemove}
        />
      )}
    </>
  );
}
