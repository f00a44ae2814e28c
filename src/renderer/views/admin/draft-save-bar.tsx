/** The foot of a draft: somebody else's save where there was one, and the bar that saves or discards. */
import type { ReactNode } from 'react';
import { MovedBanner } from './moved-banner';
import { SaveBar } from './save-bar';

interface Props {
  /** Of `useDraft` and its kin. */
  readonly edit: {
    readonly isDirty: boolean;
    readonly isMoved: boolean;
    readonly mutation: {
      readonly isPending: boolean;
      readonly isSuccess: boolean;
      readonly error: Error | null;
    };
    readonly keep: () => void;
    readonly discard: () => void;
  };
  /** What is looked at before the save is being counted. */
  readonly isCounting?: boolean;
  readonly notice?: ReactNode;
  readonly problem?: string | undefined;
  /** A draft that somebody else's save has moved is closed anyway. */
  readonly isClosed?: boolean;
  readonly isSticky?: boolean;
  readonly saveLabel: string;
  readonly onSave: () => void;
}

export function DraftSaveBar({ edit, isCounting = false, isClosed = false, ...rest }: Props) {
  const { isDirty, isMoved, mutation, keep, discard } = edit;
  return (
    <>
      {isMoved && <MovedBanner onKeep={keep} onDiscard={discard} />}
      <SaveBar
        {...rest}
        isDirty={isDirty}
        isPending={mutation.isPending || isCounting}
        wasSaved={mutation.isSuccess}
        error={mutation.error}
        isClosed={isMoved || isClosed}
        onDiscard={discard}
      />
    </>
  );
}
