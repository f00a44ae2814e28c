/** A folder: typed, or chosen in the computer's own dialog. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../client';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/text-field';
import { Failure } from '../failure';
import sourceStyles from './sources.module.css';

interface Props {
  readonly archiveDir: string;
  readonly onChange: (archiveDir: string) => void;
  /** Also called, after `onChange`, when the folder came out of the dialog. */
  readonly onChosen?: (archiveDir: string) => void;
}

export function FolderField({ archiveDir, onChange, onChosen }: Props) {
  const { t } = useTranslation();
  const choose = useMutation({
    mutationFn: () => call('setup.chooseFolder', {}),
    onSuccess: (chosen) => {
      if (chosen.archiveDir === null) return;
      onChange(chosen.archiveDir);
      onChosen?.(chosen.archiveDir);
    },
  });
  return (
    <>
      <div className={sourceStyles.folderField}>
        <TextField
          label={t('sources.folder')}
          description={t('sources.folderAbout')}
          spellCheck="false"
          value={archiveDir}
          onChange={onChange}
        />
        <Button icon="folder" isDisabled={choose.isPending} onPress={() => choose.mutate()}>
          {t('setup.chooseFolder')}
        </Button>
      </div>
      <Failure error={choose.error} />
    </>
  );
}
