/** A draft of something that main holds, its save, and whether somebody else saved first. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useKeptState } from '../../kept-while-locked';
import { ADMIN_KEY } from './admin-queries';

interface Parts<Draft, Saved> {
  /** What it is a draft of, its own in the whole window: a lock of the window does not lose it. */
  readonly of: string;
  /** What main answered last, as a draft would be that changes nothing. */
  readonly held: Draft;
  readonly save: (draft: Draft) => Promise<Saved>;
  /** Puts the answer of a save where the page reads it. */
  readonly onSaved: (saved: Saved) => void;
}

/**
 * Two drafts are the same where their JSON is. What another person saves is shown at once while nothing is typed; otherwise
 * `isMoved` is true until the person takes it (`discard`) or insists (`keep`).
 */
export function useDraft<Draft, Saved>({ of, held, save, onSaved }: Parts<Draft, Saved>) {
  const queryClient = useQueryClient();
  const [base, setBase] = useKeptState(`${of} base`, held);
  const [draft, setDraft] = useKeptState(`${of} draft`, held);
  const mutation = useMutation({
    mutationFn: save,
    onSuccess: async (saved, sent) => {
      // An answer that was asked for before the save must not overwrite it.
      await queryClient.cancelQueries({ queryKey: ADMIN_KEY });
      onSaved(saved);
      setBase(sent);
      setDraft(sent);
      void queryClient.invalidateQueries({ queryKey: ADMIN_KEY });
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: ADMIN_KEY }),
  });
  const isDirty = !isSame(draft, base);
  const hasMoved = !isSame(held, base) && !mutation.isPending;
  if (hasMoved && !isDirty) {
    setBase(held);
    setDraft(held);
  }
  return {
    draft,
    isDirty,
    isMoved: hasMoved && isDirty,
    mutation,
    change: (next: Draft) => {
      if (mutation.isError || mutation.isSuccess) mutation.reset();
      setDraft(next);
    },
    discard: () => {
      mutation.reset();
      setBase(held);
      setDraft(held);
    },
    /** The draft stays as it is, now upon what somebody else saved. */
    keep: () => {
      mutation.reset();
      setBase(held);
    },
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
