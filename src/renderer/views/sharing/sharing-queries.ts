/** What the sharing pages read. The keys are those of the administration: a change of any right asks for them anew. */
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../client';
import { ADMIN_KEY } from '../admin/admin-queries';

export const sharingQuery = queryOptions({
  queryKey: [...ADMIN_KEY, 'own', 'sharing'],
  queryFn: () => call('shares.get', {}),
});

export const sharesQuery = queryOptions({
  queryKey: [...ADMIN_KEY, 'shares'],
  queryFn: () => call('shares.overview', {}),
});
