/** Asks before something is done that cannot simply be taken back. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Failure } from './failure';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Stays open while it is being done, and with the error when it failed. */
export function ConfirmDialog(props: Props) {
  const { title, children, confirmLabel, isPending, error, onConfirm, onClose } = props;
  const { t } = useTranslation();
  return (
    <Dialog
      isOpen
      title={title}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="danger" isDisabled={isPending} onPress={onConfirm}>
            {isPending ? t('common.loading') : confirmLabel}
          </Button>
        </>
      }
    >
      {children}
      <Failure error={error} />
    </Dialog>
  );
}
