/** Removes something for good: a button, and a dialog that asks before it and says what goes with it. */
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../ui/button';
import { ADMIN_KEY } from './admin-queries';
import { ConfirmDialog } from './confirm-dialog';
import styles from './admin.module.css';

interface Props {
  readonly label: string;
  readonly title: string;
  readonly confirmLabel: string;
  /** What the dialog says; there only while it asks. */
  readonly children: ReactNode;
  readonly remove: () => Promise<unknown>;
  readonly onRemoved?: () => void;
}

export function RemoveButton({ label, title, confirmLabel, children, remove, onRemoved }: Props) {
  const queryClient = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const removal = useMutation({
    mutationFn: remove,
    onSuccess: () => {
      setIsAsked(false);
      void queryClient.invalidateQueries({ queryKey: ADMIN_KEY });
      onRemoved?.();
    },
  });
  return (
    <>
      <Button variant="danger" icon="remove" onPress={() => setIsAsked(true)}>
        {label}
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={title}
          confirmLabel={confirmLabel}
          isPending={removal.isPending}
          error={removal.error}
          onConfirm={() => removal.mutate()}
          onClose={() => {
            removal.reset();
            setIsAsked(false);
          }}
        >
          <div className={styles.form}>{children}</div>
        </ConfirmDialog>
      )}
    </>
  );
}
