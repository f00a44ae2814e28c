/** The fields of a source: name, folder, reader, the zone of its clock. */
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../shared/contract';
import { READER_IDS } from '../../../../shared/model';
import type { SourceReading } from '../../../../shared/source-reading';
import { TextField } from '../../../ui/text-field';
import { Select } from '../../../ui/select';
import { TimeZoneField } from '../../first-run/time-zone-field';
import { FolderField } from './folder-field';
import styles from '../admin.module.css';

export interface SourceDraft {
  readonly name: string;
  readonly archiveDir: string;
  readonly reader: Input<'sources.add'>['reader'];
  /** Null while what is typed is no zone. */
  readonly timeZone: string | null;
  readonly reading: SourceReading;
}

/** What a save sends, or undefined while a field is empty. */
export function findSourceInput(draft: SourceDraft): Input<'sources.add'> | undefined {
  const [name, archiveDir] = [draft.name.trim(), draft.archiveDir.trim()];
  if (name === '' || name.length > 200 || archiveDir === '' || draft.timeZone === null) return undefined;
  const { reader, timeZone, reading } = draft;
  return { name, archiveDir, reader, timeZone, reading };
}

interface Props {
  readonly draft: SourceDraft;
  /** True where the folder was chosen before and is not to be changed here. */
  readonly hasFixedFolder?: boolean;
  readonly onChange: (draft: SourceDraft) => void;
}

export function SourceFields({ draft, hasFixedFolder = false, onChange }: Props) {
  const { t } = useTranslation();
  const isNameWrong = draft.name.trim() === '' || draft.name.trim().length > 200;
  return (
    <section className={styles.section}>
      <TextField
        label={t('sources.name')}
        description={t('sources.nameAbout')}
        errorMessage={isNameWrong ? t('people.problem.name') : undefined}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
      />
      {!hasFixedFolder && (
        <FolderField
          archiveDir={draft.archiveDir}
          onChange={(archiveDir) => onChange({ ...draft, archiveDir })}
        />
      )}
      <div className={styles.fields}>
        <Select
          label={t('sources.reader')}
          description={t('sources.readerAbout')}
          options={(['auto', ...READER_IDS] as const).map((value) => ({
            value,
            label: t(`common.reader.${value}`),
          }))}
          value={draft.reader}
          onChange={(reader) => onChange({ ...draft, reader })}
        />
        <TimeZoneField value={draft.timeZone} onChange={(timeZone) => onChange({ ...draft, timeZone })} />
      </div>
    </section>
  );
}
