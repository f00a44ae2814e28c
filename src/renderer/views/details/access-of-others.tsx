/** For an administrator: why another person may, or may not, do something with this recording, and the least that would change it. */
import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../shared/explanation';
import type { Action, Kind } from '../../../shared/model';
import { ACTIONS } from '../../../shared/model';
import type { PersonRow } from '../../../shared/people';
import { call } from '../../client';
import { toErrorText } from '../../error-text';
import { toIsolatedText } from '../../format/display-text';
import { ComboBox } from '../../ui/combo-box';
import { Disclosure } from '../../ui/disclosure';
import { Spinner } from '../../ui/progress';
import { Select } from '../../ui/select';
import { explanationQuery, Ladder } from './access-ladder';
import { toDenialOf } from './access-words';
import styles from './details.module.css';
import { SmallestChange } from './smallest-change';

interface Props {
  readonly recordingId: string;
  readonly kind: Kind;
}

export function OthersAccess({ recordingId, kind }: Props) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Disclosure summary={t('explain.others.title')} onToggle={setIsOpen}>
      {isOpen && <Asking recordingId={recordingId} kind={kind} />}
    </Disclosure>
  );
}

function Asking({ recordingId, kind }: Props) {
  const { t } = useTranslation();
  const people = useQuery({
    queryKey: ['admin', 'people'],
    queryFn: () => call('people.list', {}),
  });
  const [label, setLabel] = useState<string | null>(null);
  const [action, setAction] = useState<Action>('play');
  if (people.isPending) return <Spinner label={t('common.loading')} />;
  if (people.isError) return <p role="alert">{toErrorText(t, people.error)}</p>;
  const person = people.data.find((one) => toLabel(one) === label);
  return (
    <div className={styles.asking}>
      <ComboBox
        label={t('explain.others.person')}
        placeholder={t('explain.others.find')}
        openLabel={t('explain.others.person')}
        options={people.data.map(toLabel)}
        value={label}
        onChange={setLabel}
      />
      <Select
        label={t('explain.others.action')}
        options={ACTIONS.map((value) => ({ value, label: toTitle(t, value, kind) }))}
        value={action}
        onChange={setAction}
      />
      {person && <Answer recordingId={recordingId} action={action} userId={person.userId} kind={kind} />}
    </div>
  );
}

/** Two people may have one name; nobody signs in as somebody else. */
function toLabel({ name, signInName }: PersonRow): string {
  return `${name} (${signInName})`;
}

function toTitle(t: TFunction, action: Action, kind: Kind): string {
  return action === 'play' && kind === 'fax' ? t('library.fax.open') : t(`access.actionTitle.${action}`);
}

interface AnswerProps extends Props {
  readonly action: Action;
  readonly userId: string;
}

function Answer({ recordingId, action, userId, kind }: AnswerProps) {
  const { t } = useTranslation();
  const explanation = useQuery({
    ...explanationQuery(recordingId, action, userId),
    placeholderData: keepPreviousData,
  });
  if (explanation.isPending) return <Spinner label={t('common.loading')} />;
  if (explanation.isError) return <p role="alert">{toErrorText(t, explanation.error)}</p>;
  const { decision, name } = explanation.data;
  return (
    <div className={styles.answer} aria-busy={explanation.isPlaceholderData}>
      <p role="status" className={styles.strong}>
        {toVerdict(t, explanation.data, kind)}
      </p>
      <Ladder decision={decision} name={name} />
      <SmallestChange explanation={explanation.data} />
    </div>
  );
}

function toVerdict(t: TFunction, explanation: Explanation, kind: Kind): string {
  const { name, decision } = explanation;
  const action =
    decision.action === 'play' && kind === 'fax'
      ? t('access.openFax')
      : t(`access.action.${decision.action}`);
  const values = { name: toIsolatedText(name), action };
  if (decision.allowed) return t('explain.verdict.may', values);
  return t('explain.verdict.mayNot', { ...values, reason: toDenialOf(t, decision, name) });
}
