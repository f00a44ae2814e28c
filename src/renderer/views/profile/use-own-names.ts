/** What follows when a person's own names have changed: the page has the new ones, and whatever shows a number asks anew. */
import { useQueryClient } from '@tanstack/react-query';
import type { PersonalName } from '../../../shared/own-profile';
import { ownNamesQuery } from './own-queries';

export function useShownNames(): (names: readonly PersonalName[]) => Promise<void> {
  const queryClient = useQueryClient();
  return async (names) => {
    // An answer that was asked for before must not overwrite it.
    await queryClient.cancelQueries({ queryKey: ownNamesQuery.queryKey });
    queryClient.setQueryData(ownNamesQuery.queryKey, names);
  };
}
