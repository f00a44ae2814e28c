/** What the pages of a person about himself read. The keys are those of the administration: a change of any right asks anew. */
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../client';
import { ADMIN_KEY } from '../admin/admin-queries';

export const profileQuery = queryOptions({
  queryKey: [...ADMIN_KEY, 'own', 'profile'],
  queryFn: () => call('profile.get', {}),
});

export const ownNamesQuery = queryOptions({
  queryKey: [...ADMIN_KEY, 'own', 'names'],
  queryFn: () => call('directory.list', {}),
});
