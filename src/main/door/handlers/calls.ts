/** Call history, within what the library gives this person. */
import type { HandlersOf } from '../calls';
import type { Services } from '../services';

const ROWS_A_PAGE = 100;

export function callsHandlers({ searches }: Services): HandlersOf<'calls'> {
  return {
    'calls.list': ({ session, library, input }) => {
      searches.noticed(session, { ...input.filter, history: true });
      return library.calls.list(
        input.filter ?? {},
        input.order ?? 'newest',
        input.cursor,
        input.limit ?? ROWS_A_PAGE,
      );
    },
    'calls.count': ({ session, library, input }) => {
      searches.noticed(session, { ...input.filter, history: true });
      return library.calls.count(input.filter ?? {});
    },
    'calls.get': ({ library, input }) => library.calls.get(input.id),
  };
}
