/** People: the list, and the page of one of them. */
import { useState } from 'react';
import type { SignedIn } from '../../../../shared/model';
import { PeopleList } from './people-list';
import { PersonPage } from './person-page';

type Route =
  | { readonly at: 'list'; readonly wasElsewhere: boolean }
  | { readonly at: 'person'; readonly userId: string | null };

export function PeoplePage({ signedIn }: { readonly signedIn: SignedIn }) {
  const [route, setRoute] = useState<Route>({ at: 'list', wasElsewhere: false });
  if (route.at === 'list') {
    return (
      <PeopleList
        signedIn={signedIn}
        takesFocus={route.wasElsewhere}
        onOpen={(userId) => setRoute({ at: 'person', userId })}
      />
    );
  }
  return (
    <PersonPage
      key={route.userId ?? 'new'}
      userId={route.userId}
      signedIn={signedIn}
      onBack={() => setRoute({ at: 'list', wasElsewhere: true })}
      onCreated={({ userId }) => setRoute({ at: 'person', userId })}
    />
  );
}
