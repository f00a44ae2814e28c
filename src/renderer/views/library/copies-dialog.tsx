/** Saves copies of several recordings into one folder, one after the other: how far it is, what went wrong, and a way to stop. */
import { useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract';
import { call, toAppError } from '../../client';
import { toErrorText } from '../../error-text';
import { toIsolatedText } from '../../format/display-text';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ProgressBar } from '../../ui/progress';
import { RadioGroup } from '../../ui/radio-group';

type Form = NonNullable<Input<'recordings.download'>['form']>;

interface Props {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

interface Run {
  readonly folder: string;
  readonly done: number;
  readonly problems: readonly string[];
  readonly isOver: boolean;
}

export function CopiesDialog({ ids, onClose }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState<Form>('original');
  const [run, setRun] = useState<Run | null>(null);
  const isStopAsked = useRef(false);
  const save = useMutation({
    mutationFn: () =>
      saveAll(
        ids,
        form,
        () => isStopAsked.current,
        (error) => toErrorText(t, error),
        setRun,
      ),
  });
  const close = () => {
    isStopAsked.current = true;
    onClose();
  };
  return (
    <Dialog
      title={t('library.copies.title', { count: ids.length })}
      isOpen
      closeLabel={t('common.close')}
      onClose={close}
      actions={
        run === null && !save.isPending ? (
          <>
            <Button onPress={close}>{t('common.cancel')}</Button>
            <Button variant="primary" onPress={() => save.mutate()}>
              {t('library.copies.accept')}
            </Button>
          </>
        ) : (
          <Button onPress={close}>{t(run?.isOver === true ? 'common.close' : 'library.copies.stop')}</Button>
        )
      }
    >
      <p>{t('library.notice.text')}</p>
      {run === null && (
        <RadioGroup
          label={t('library.copies.form')}
          value={form}
          onChange={setForm}
          options={(['original', 'vcon'] as const).map((value) => ({
            value,
            label: t(`library.copies.${value}`),
          }))}
        />
      )}
      {run && <RunView run={run} total={ids.length} />}
      {save.isError && <Banner tone="error">{toErrorText(t, save.error)}</Banner>}
    </Dialog>
  );
}

function RunView({ run, total }: { readonly run: Run; readonly total: number }) {
  const { t } = useTranslation();
  const saved = run.done - run.problems.length;
  return (
    <>
      {!run.isOver && <ProgressBar label={t('library.copies.running')} share={run.done / total} />}
      <p role="status">
        {t(run.isOver ? 'library.copies.done' : 'library.copies.at', {
          saved,
          done: run.done,
          count: total,
          folder: toIsolatedText(run.folder),
        })}
      </p>
      {run.problems.length > 0 && (
        <Banner tone="error">
          <p>{t('library.copies.failed', { count: run.problems.length })}</p>
          <ul>
            {[...new Set(run.problems)].map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}

/** Each copy is a call of its own, so that a right that is withdrawn meanwhile stops the rest, and a stop is at once. */
async function saveAll(
  ids: readonly string[],
  form: Form,
  shouldStop: () => boolean,
  toText: (error: Error) => string,
  onRun: (run: Run) => void,
): Promise<void> {
  const { folder } = await call('recordings.chooseCopyFolder', {});
  if (!folder) return;
  const problems: string[] = [];
  let done = 0;
  const tell = (isOver: boolean) => onRun({ folder: folder.name, done, problems: [...problems], isOver });
  tell(false);
  for (const id of ids) {
    if (shouldStop()) break;
    try {
      await call('recordings.download', { id, form, acceptsNotice: true, into: folder.into });
    } catch (error) {
      problems.push(toText(toAppError(error)));
    }
    done += 1;
    tell(false);
  }
  tell(true);
}
