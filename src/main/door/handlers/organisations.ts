/** Further organisations in this profile: made from here, and never seen from here again. */
import { addOrganisation } from '../../setup/further-organisation';
import { requireAccess } from '../access';
import type { HandlersOf } from '../calls';
import type { Services } from '../services';

export function organisationsHandlers(services: Services): HandlersOf<'organisations'> {
  const { ledger, hasher, sessions } = services;
  return {
    'organisations.add': async ({ client, session, input }) => {
      const mayAdd = () => {
        const { actor, viewer } = sessions.current(client);
        // It makes people and their passwords, and a place with settings: each right on its own is not enough.
        requireAccess('configuration-write', viewer.serviceRights, client.kind);
        requireAccess('security-write', viewer.serviceRights, client.kind);
        return actor;
      };
      mayAdd();
      await addOrganisation(ledger, hasher, session.actor, input, mayAdd);
      return null;
    },
  };
}
