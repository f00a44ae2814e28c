/** A draft whose save names the revision that it grew from, so that what somebody else saved meanwhile is not overwritten unasked. */
import { useState } from 'react';
import { useDraft } from './use-draft';

interface Parts<Draft, Saved, Revision> {
  /** As in `useDraft`. */
  readonly of: string;
  /** What main answered last, as a draft would be that changes nothing, and its revision. */
  readonly held: Draft;
  readonly revision: Revision;
  readonly save: (draft: Draft, revision: Revision) => Promise<Saved>;
  /** Puts the answer of a save where the page reads it. */
  readonly onSaved: (saved: Saved) => void;
}

/** As `useDraft`. `Current` may hold more than a saved revision: null for something new. */
export function useRevisedDraft<
  Draft,
  Saved extends { readonly revision: unknown },
  Current = Saved['revision'],
>(parts: Parts<Draft, Saved, Current | Saved['revision']>) {
  const { of, held, revision: current, save, onSaved } = parts;
  const [revision, setRevision] = useState<Current | Saved['revision']>(current);
  const edit = useDraft<Draft, Saved>({
    of,
    held,
    save: (draft) => save(draft, revision),
    onSaved: (saved) => {
      setRevision(saved.revision);
      onSaved(saved);
    },
  });
  if (!edit.isDirty && !edit.mutation.isPending && revision !== current) setRevision(current);
  return {
    ...edit,
    /** What a save of the draft names now. */
    revision,
    keep: () => {
      edit.keep();
      setRevision(current);
    },
    discard: () => {
      edit.discard();
      setRevision(current);
    },
  };
}
