/** The pages of a person about himself: profile, own names for numbers, and the walk at the first sign-in. */
import {
  completeWizard,
  requireOwnAccess,
  requireWizard,
  saveOwnProfile,
  toOwnProfile,
} from '../../ledger/own-profile';
import { listPersonalNames, removePersonalName, savePersonalNames } from '../../ledger/personal-names';
import { getUser } from '../../ledger/users';
import type { Session } from '../../session/session';
import type { HandlersOf } from '../calls';
import type { Services } from '../services';

export function profileHandlers({ ledger, onRightsChanged }: Services): HandlersOf<'profile'> {
  return {
    'profile.get': ({ session }) => {
      requireOwnAccess(session.viewer, 'profileAccess', 'read');
      return toOwnProfile(ledger, getUser(ledger, session.actor.organisationId, session.actor.userId));
    },
    'profile.save': ({ session, input }) => {
      const { revision, name, email } = input;
      const saved = saveOwnProfile(ledger, session.actor, revision, { name, email });
      onRightsChanged();
      return saved;
    },
  };
}

export function directoryHandlers({ ledger, onLibraryChanged }: Services): HandlersOf<'directory'> {
  function names({ actor }: Session) {
    return listPersonalNames(ledger, actor.userId);
  }
  return {
    'directory.list': ({ session }) => {
      requireOwnAccess(session.viewer, 'directoryAccess', 'read');
      return names(session);
    },
    'directory.save': ({ session, input }) => {
      requireOwnAccess(session.viewer, 'directoryAccess', 'write');
      savePersonalNames(ledger, session.actor.userId, input.names);
      onLibraryChanged();
      return names(session);
    },
    'directory.remove': ({ session, input }) => {
      requireOwnAccess(session.viewer, 'directoryAccess', 'write');
      removePersonalName(ledger, session.actor.userId, input.number);
      onLibraryChanged();
      return names(session);
    },
  };
}

export function wizardHandlers({ ledger, onRightsChanged }: Services): HandlersOf<'wizard'> {
  return {
    'wizard.get': ({ session }) => {
      const user = getUser(ledger, session.actor.organisationId, session.actor.userId);
      requireWizard(user);
      return toOwnProfile(ledger, user);
    },
    'wizard.complete': ({ session, input }) => {
      completeWizard(ledger, session.actor, input);
      onRightsChanged();
      return null;
    },
  };
}
