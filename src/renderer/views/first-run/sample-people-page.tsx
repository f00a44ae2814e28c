/** The sample's people with their passwords, this once. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SamplePerson, SetUpDone } from '../../../shared/contract';
import { toDisplayText } from '../../format/display-text';
import { Button, IconButton } from '../../ui/button';
import { Table } from '../../ui/table';
import pageStyles from '../sign-in/page.module.css';
import styles from './first-run.module.css';

interface Props {
  readonly done: SetUpDone;
  readonly onContinue: () => void;
}

export function SamplePeoplePage({ done, onContinue }: Props) {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  const everybody = done.samplePeople.map(
    (person) => `${person.name}\t${person.signInName}\t${person.password}`,
  );
  const firstName = done.signedIn.name.split(' ')[0] ?? done.signedIn.name;
  return (
    <>
      <h1>{t('setup.peopleTitle')}</h1>
      <p>{t('setup.peopleAbout')}</p>
      <People people={done.samplePeople} copied={copied} onCopy={copy} />
      <div className={`${pageStyles.actions} ${pageStyles.spread}`}>
        <Button icon={copied === 'all' ? 'check' : 'copy'} onPress={() => copy('all', everybody.join('\n'))}>
          {copied === 'all' ? t('common.copied') : t('setup.copyAll')}
        </Button>
        <Button variant="primary" autoFocus onPress={onContinue}>
          {t('setup.continueAs', { name: toDisplayText(firstName) })}
        </Button>
      </div>
    </>
  );
}

interface PeopleProps {
  readonly people: readonly SamplePerson[];
  readonly copied: string | null;
  readonly onCopy: (key: string, text: string) => void;
}

function People({ people, copied, onCopy }: PeopleProps) {
  const { t } = useTranslation();
  const password = (person: SamplePerson) => (
    <span className={styles.copyCell}>
      <span className={styles.secret}>{person.password}</span>
      <IconButton
        icon={copied === person.signInName ? 'check' : 'copy'}
        label={`${t('common.copy')}: ${person.name}`}
        onPress={() => onCopy(person.signInName, person.password)}
      />
    </span>
  );
  return (
    <Table
      label={t('setup.peopleTitle')}
      keyOf={(person) => person.signInName}
      rows={people}
      columns={[
        { id: 'name', title: t('setup.personColumn'), cell: (person) => person.name },
        { id: 'role', title: t('setup.roleColumn'), cell: (person) => person.role },
        { id: 'signInName', title: t('setup.signInNameColumn'), cell: (person) => person.signInName },
        { id: 'password', title: t('setup.passwordColumn'), cell: password },
      ]}
    />
  );
}

/** Copies to the clipboard and remembers what was copied last, for the sign on its button. */
function useCopy() {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = (key: string, text: string) => {
    // A window without the right to the clipboard: the text can still be marked and copied by hand.
    navigator.clipboard.writeText(text).then(
      () => setCopied(key),
      () => setCopied(null),
    );
  };
  return { copied, copy };
}
