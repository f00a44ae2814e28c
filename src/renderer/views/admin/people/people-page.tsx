/** People: the list, and the page of one of them. */
import type { SignedIn } from '../../../../shared/model';
import type { Destination } from '../../../go-to';
import { useKeptState } from '../../../kept-while-locked';
import { PeopleList } from './people-list';
import { ViewAsPage } from '../preview/view-as-page';
import { PersonPage } from './person-page';

type Route =
  | { readonly at: 'list'; readonly wasElsewhere: boolean }
  | { readonly at: 'person'; readonly userId: string | null; readonly setting: string | null }
  | { readonly at: 'viewAs'; readonly userId: string; readonly name: string };

interface Props {
  readonly signedIn: SignedIn;
  readonly destination: Destination | null;
}

export function PeoplePage({ signedIn, destination }: Props) {
  const [route, setRoute] = useKeptState<Route>('people', () =>
    destination?.page === 'people'
      ? { at: 'person', userId: destination.userId, setting: destination.setting }
      : { at: 'list', wasElsewhere: false },
  );
  if (route.at === 'list') {
    return (
      <PeopleList
        signedIn={signedIn}
        takesFocus={route.wasElsewhere}
        onOpen={(userId) => setRoute({ at: 'person', userId, setting: null })}
      />
    );
  }
  if (route.at === 'viewAs') {
    const { userId, name } = route;
    return (
      <ViewAsPage
        userId={userId}
        name={name}
        onEnd={() => setRoute({ at: 'person', userId, setting: null })}
      />
    );
  }
  return (
    <PersonPage
      key={route.userId ?? 'new'}
      userId={route.userId}
      setting={route.setting}
      signedIn={signedIn}
      onBack={() => setRoute({ at: 'list', wasElsewhere: true })}
      onViewAs={({ userId, name }) => setRoute({ at: 'viewAs', userId, name })}
      onCreated={({ userId }) => setRoute({ at: 'person', userId, setting: null })}
    />
  );
}
