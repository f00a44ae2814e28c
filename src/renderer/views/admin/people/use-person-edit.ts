/** A person's draft, its save, and what to do when somebody else saved first. */
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Input } from '../../../../shared/contract';
import type { PersonDetails, PersonInput } from '../../../../shared/people';
import type { UserSettings } from '../../../../shared/user-settings';
import { call } from '../../../client';
import { useKeptState } from '../../../kept-while-locked';
import { ADMIN_KEY, personQuery } from '../admin-queries';
import type { PreviewBefore } from '../preview/use-preview';
import { findProblems, isSame, mergeDrafts, NEW_PERSON, toInput } from './person-draft';

/** The state that a draft grew from; a revision of null is a person who is not saved yet. */
interface Base {
  readonly revision: number | null;
  readonly input: PersonInput;
}

function toBase(details: PersonDetails | null): Base {
  return details === null
    ? { revision: null, input: NEW_PERSON }
    : { revision: details.revision, input: toInput(details) };
}

export type PersonEdit = ReturnType<typeof usePersonEdit>;

export function usePersonEdit(details: PersonDetails | null, onSaved: (saved: PersonDetails) => void) {
  const place = `person ${details?.userId ?? 'new'}`;
  const [base, setBase] = useKeptState(`${place} base`, () => toBase(details));
  const [draft, setDraft] = useKeptState(`${place} draft`, base.input);
  const [wasRefused, setWasRefused] = useState(false);
  const restartFrom = (next: PersonDetails | null) => {
    setBase(toBase(next));
    setDraft(toBase(next).input);
    setWasRefused(false);
  };
  const userId = details?.userId ?? null;
  const save = useSavePerson(userId, base.revision, (saved) => {
    restartFrom(saved);
    onSaved(saved);
  });
  const isDirty = !isSame(draft, base.input);
  const isMoved = details !== null && details.revision !== base.revision && !save.isPending;
  // Nothing was typed: what somebody else saved is simply shown.
  if (isMoved && !isDirty) restartFrom(details);

  const change = (patch: Partial<PersonInput>) => {
    if (save.isError || save.isSuccess) save.reset();
    setDraft((present) => ({ ...present, ...patch }));
  };
  return {
    draft,
    base: base.input,
    isDirty,
    /** What somebody else saved while this was being changed; undefined where nobody did. */
    theirs: isMoved && isDirty ? toInput(details) : undefined,
    problems: findProblems(draft),
    wasRefused,
    save,
    /** Saves once it is seen what that brings. */
    saveAfter: (before: PreviewBefore['before']) =>
      before({ method: 'people.save', input: toSave(userId, base.revision, draft) }, () =>
        save.mutate(draft),
      ),
    change,
    changeSettings: (patch: Partial<UserSettings>) => change({ settings: { ...draft.settings, ...patch } }),
    /** Shows what is wrong from now on, also in fields that were not touched. */
    refuse: () => setWasRefused(true),
    /** What was typed goes on top of what somebody else saved; saving it is another step. */
    merge: () => {
      if (details === null) return;
      save.reset();
      setDraft(mergeDrafts(base.input, draft, toInput(details)));
      setBase(toBase(details));
    },
    discard: () => {
      save.reset();
      restartFrom(details);
    },
  };
}

function useSavePerson(
  userId: string | null,
  revision: number | null,
  onSaved: (saved: PersonDetails) => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (person: PersonInput) => call('people.save', toSave(userId, revision, person)),
    onSuccess: async (saved) => {
      const { queryKey } = personQuery(saved.userId);
      // An answer that was asked for before the save must not overwrite it.
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, saved);
      onSaved(saved);
      void queryClient.invalidateQueries({ queryKey: ADMIN_KEY });
    },
    // Most refusals are about a state that this page does not show yet.
    onError: () => void queryClient.invalidateQueries({ queryKey: ADMIN_KEY }),
  });
}

function toSave(userId: string | null, revision: number | null, person: PersonInput): Input<'people.save'> {
  return { userId, revision, person: { ...person, extensions: [...person.extensions] } };
}
