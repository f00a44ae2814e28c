/** Before a change of rights is saved: what it would bring, and whether it is really wanted. */
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../../shared/contract';
import type { AppError } from '../../../../shared/errors';
import type { Preview, PreviewedMethod } from '../../../../shared/preview';
import { call, toAppError } from '../../../client';
import { useStatus } from '../../../status';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Failure } from '../failure';
import { EffectView } from './effect-view';

/** The very call that a save would make. */
export type PreviewedCall = {
  [M in PreviewedMethod]: { readonly method: M; readonly input: Input<M> };
}[PreviewedMethod];

type Stage =
  | { readonly at: 'idle' }
  | { readonly at: 'counting' }
  | { readonly at: 'told'; readonly preview: Preview; readonly save: () => void }
  | { readonly at: 'failed'; readonly error: AppError; readonly save: () => void };

export interface PreviewBefore {
  /** Saves at once where nobody gains or loses anything, and for those whom the counts are not for. */
  readonly before: (change: PreviewedCall, save: () => void) => void;
  readonly isCounting: boolean;
  readonly dialog: ReactNode;
}

export function usePreview(): PreviewBefore {
  const isAdministrator = useStatus().data?.signedIn?.view === 'administrator';
  const [stage, setStage] = useState<Stage>({ at: 'idle' });
  async function ask(change: PreviewedCall, save: () => void): Promise<void> {
    setStage({ at: 'counting' });
    try {
      const preview = await call('policy.preview', change);
      if (preview.people.length > 0) return setStage({ at: 'told', preview, save });
    } catch (error) {
      const told = toAppError(error);
      // What the save itself would be refused for is said by the save itself, at the field that it is about.
      const isAboutSave = told.code !== 'internal' && told.code !== 'unavailable';
      if (!isAboutSave) return setStage({ at: 'failed', error: told, save });
    }
    setStage({ at: 'idle' });
    save();
  }
  const close = () => setStage({ at: 'idle' });
  return {
    before: (change, save) => {
      if (isAdministrator) void ask(change, save);
      else save();
    },
    isCounting: stage.at === 'counting',
    dialog: <PreviewDialog stage={stage} onClose={close} />,
  };
}

interface DialogProps {
  readonly stage: Stage;
  readonly onClose: () => void;
}

function PreviewDialog({ stage, onClose }: DialogProps) {
  const { t } = useTranslation();
  if (stage.at !== 'told' && stage.at !== 'failed') return null;
  const save = () => {
    onClose();
    stage.save();
  };
  const isTold = stage.at === 'told';
  return (
    <Dialog
      isOpen
      isWide
      title={t('preview.title')}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('preview.back')}</Button>
          <Button variant={isTold ? 'primary' : 'danger'} autoFocus={isTold} onPress={save}>
            {t(isTold ? 'preview.confirm' : 'preview.saveAnyway')}
          </Button>
        </>
      }
    >
      {isTold ? (
        <EffectView preview={stage.preview} />
      ) : (
        <>
          <p>{t('preview.failed')}</p>
          <Failure error={stage.error} />
        </>
      )}
    </Dialog>
  );
}
