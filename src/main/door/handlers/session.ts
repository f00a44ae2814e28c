/** Signing in and out of this window or terminal. The sessions check by themselves who may do what. */
import { AppError } from '../../../shared/errors';
import type { SignedIn } from '../../../shared/model';
import { isFirstRun } from '../../setup/first-run';
import type { HandlersOf } from '../calls';
import type { Client } from '../client';
import type { Services } from '../services';

export function sessionHandlers(services: Services): HandlersOf<'session'> {
  const { ledger, sessions } = services;

  function welcome(client: Client, signedIn: SignedIn): SignedIn {
    client.showTheme(signedIn.preferences.theme);
    client.showLanguage(signedIn.preferences.language);
    services.onSignedIn(client);
    return signedIn;
  }

  return {
    'session.signIn': async ({ client, input }) => {
      if (isFirstRun(ledger)) {
        throw new AppError('unavailable', 'first-run-needed', 'There is nobody yet: set Hearback up first.');
      }
      return welcome(client, await sessions.signIn(client, input.signInName, input.password));
    },
    'session.signOut': ({ client }) => {
      sessions.signOut(client);
      return null;
    },
    'session.lock': ({ client }) => {
      sessions.lock(client);
      return null;
    },
    'session.unlock': async ({ client, input }) =>
      welcome(client, await sessions.unlock(client, input.password)),
    'session.changePassword': async ({ client, input }) => {
      await sessions.changePassword(client, input.current, input.next);
      services.onRightsChanged();
      return null;
    },
  };
}
