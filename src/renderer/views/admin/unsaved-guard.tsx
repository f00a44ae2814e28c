/** Asks before unsaved changes are left behind, whichever way the person goes. */
import type { ReactNode } from 'react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLeaveGuard } from '../../leave-guard';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

/** The dialog to render, null while nobody wants to leave. Ways out within the page go through `leaveWith`, as all others. */
export function useUnsavedGuard(isDirty: boolean): ReactNode {
  const { t } = useTranslation();
  // A function in state would be called by React: it is kept in an object.
  const [wish, setWish] = useState<{ readonly go: () => void } | null>(null);
  const guard = useCallback((go: () => void) => setWish({ go }), []);
  useLeaveGuard(isDirty ? guard : null);
  if (wish === null) return null;
  const stay = () => setWish(null);
  return (
    <Dialog
      isOpen
      title={t('admin.unsaved.title')}
      closeLabel={t('common.close')}
      onClose={stay}
      actions={
        <>
          <Button
            variant="danger"
            onPress={() => {
              stay();
              wish.go();
            }}
          >
            {t('admin.unsaved.discard')}
          </Button>
          <Button variant="primary" autoFocus onPress={stay}>
            {t('admin.unsaved.stay')}
          </Button>
        </>
      }
    >
      <p>{t('admin.unsaved.text')}</p>
    </Dialog>
  );
}
