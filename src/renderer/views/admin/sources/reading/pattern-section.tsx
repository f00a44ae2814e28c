/** The pattern studio: a real name of the source, its parts to be explained by pressing them, and at once what comes of it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamePattern, ReadingTrial } from '../../../../../shared/source-reading';
import { DATE_ORDERS, FOLDER_MEANINGS } from '../../../../../shared/source-reading';
import { toDisplayText } from '../../../../format/display-text';
import { Banner } from '../../../../ui/banner';
import { Button } from '../../../../ui/button';
import { Spinner } from '../../../../ui/progress';
import { Select } from '../../../../ui/select';
import { NameParts } from './name-parts';
import { findParts, guessPattern, toBase, toPattern } from './pattern-draft';
import { TrialExamples } from './trial-examples';
import styles from '../../admin.module.css';

interface Props {
  readonly pattern: NamePattern | null;
  readonly timeZone: string | null;
  /** Undefined until the first answer. */
  readonly trial: ReadingTrial | undefined;
  readonly isLooking: boolean;
  readonly onChange: (pattern: NamePattern | null) => void;
}

export function PatternSection({ pattern, timeZone, trial, isLooking, onChange }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const names = [...new Set(trial?.examples.map((example) => example.fileName))];
  // The chosen one stays although another answer may not have it.
  const offered = chosen === null || names.includes(chosen) ? names : [chosen, ...names];
  const name = chosen ?? toFirst(pattern, names);
  const begin = (fileName: string) => {
    setChosen(fileName);
    onChange(guessPattern(toBase(fileName)));
  };
  return (
    <section className={styles.section} aria-labelledby="pattern-title">
      <h2 id="pattern-title">{t('reading.namesTitle')}</h2>
      <p className={styles.about}>{t('reading.namesAbout')}</p>
      {!trial && isLooking && <Spinner label={t('reading.looking')} />}
      {trial && name === undefined && <p>{t('reading.noSounds')}</p>}
      {trial && name !== undefined && (
        <>
          <Select
            label={t('reading.example')}
            description={t('reading.exampleAbout')}
            options={offered.map((one) => ({ value: one, label: toDisplayText(one) }))}
            value={name}
            onChange={setChosen}
          />
          {pattern === null ? (
            <div>
              <Button icon="edit" onPress={() => begin(name)}>
                {t('reading.begin')}
              </Button>
            </div>
          ) : (
            <Editor pattern={pattern} name={name} onBegin={() => begin(name)} onChange={onChange} />
          )}
          <Outcome trial={trial} hasPattern={pattern !== null} />
          <TrialExamples trial={trial} timeZone={timeZone} />
        </>
      )}
    </section>
  );
}

/** With a pattern one that it understands, to show its parts; without one the first. */
function toFirst(pattern: NamePattern | null, names: readonly string[]): string | undefined {
  const fitting = pattern && names.find((one) => findParts(pattern, toBase(one)) !== undefined);
  return fitting ?? names[0];
}

interface EditorProps {
  readonly pattern: NamePattern;
  readonly name: string;
  readonly onBegin: () => void;
  readonly onChange: (pattern: NamePattern | null) => void;
}

function Editor({ pattern, name, onBegin, onChange }: EditorProps) {
  const { t } = useTranslation();
  const parts = findParts(pattern, toBase(name));
  return (
    <>
      {parts ? (
        <>
          <p className={styles.about}>{t('reading.partsAbout')}</p>
          <NameParts parts={parts} onChange={(next) => onChange(toPattern(next, pattern))} />
        </>
      ) : (
        <Banner tone="warning" actions={<Button onPress={onBegin}>{t('reading.beginAnew')}</Button>}>
          {t('reading.noFit')}
        </Banner>
      )}
      <div className={styles.fields}>
        <Select
          label={t('reading.dateOrder')}
          options={DATE_ORDERS.map((value) => ({ value, label: t(`reading.dateOrders.${value}`) }))}
          value={pattern.dateOrder}
          isDisabled={!pattern.parts.some((part) => part.kind === 'date' || part.kind === 'dateTime')}
          onChange={(dateOrder) => onChange({ ...pattern, dateOrder })}
        />
        <Select
          label={t('reading.folder')}
          options={FOLDER_MEANINGS.map((value) => ({ value, label: t(`reading.folders.${value}`) }))}
          value={pattern.folder}
          onChange={(folder) => onChange({ ...pattern, folder })}
        />
      </div>
      <div>
        <Button icon="close" onPress={() => onChange(null)}>
          {t('reading.remove')}
        </Button>
      </div>
    </>
  );
}

function Outcome({ trial, hasPattern }: { readonly trial: ReadingTrial; readonly hasPattern: boolean }) {
  const { t } = useTranslation();
  const count = trial.filesLooked;
  return (
    <p role="status">
      {hasPattern ? t('reading.matched', { matched: trial.matched, count }) : t('reading.looked', { count })}
      {` ${t('reading.leftOver', { count: trial.notUnderstood })}`}
      {!trial.isWhole && ` ${t('reading.more')}`}
    </p>
  );
}
