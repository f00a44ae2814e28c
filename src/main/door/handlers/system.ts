/** What a window asks before anybody is signed in, and a person's own preferences. */
import { savePreferences } from '../../ledger/preferences';
import { isFirstRun } from '../../setup/first-run';
import type { HandlersOf } from '../calls';
import type { Services } from '../services';

export function systemHandlers(services: Services): HandlersOf<'system'> {
  const { ledger, sessions, about } = services;
  return {
    'system.status': ({ client }) => ({
      stage: isFirstRun(ledger) ? 'first-run' : sessions.stateOf(client),
      version: about.version,
      platform: about.platform,
      hasSample: about.sampleDir !== null,
      proposesSample: about.proposesSample && about.sampleDir !== null,
      signedIn: sessions.describe(client),
      notices: about.notices(),
    }),
    'system.offerPrint': ({ client, input }) => {
      client.offerPrint(input.isOffered);
      return null;
    },
  };
}

export function preferencesHandlers({ ledger }: Services): HandlersOf<'preferences'> {
  return {
    'preferences.save': ({ client, session, input }) => {
      const saved = savePreferences(ledger, session.actor.userId, input);
      client.showTheme(saved.theme);
      client.showLanguage(saved.language);
      return saved;
    },
  };
}
