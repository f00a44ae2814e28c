/** Why somebody may or may not, who hears a recording, and what a change would bring: nothing here changes a right. */
import { notFound } from '../../../shared/errors';
import type { Explanation, Listeners } from '../../../shared/explanation';
import { toProspects } from '../../ledger/prospects';
import { getUser } from '../../ledger/users';
import { readViewers } from '../../ledger/viewer-book';
import { toViewer } from '../../ledger/viewers';
import { requireAccess } from '../access';
import type { HandlersOf, SignedInCall } from '../calls';
import type { Services } from '../services';

export function policyHandlers(services: Services): HandlersOf<'policy'> {
  return {
    'policy.explain': (call) => explainTo(services, call),
    'policy.mayHear': (call) => listListeners(services, call),
  };
}

/** About oneself whoever one is; about others it is the administrator's. */
function explainTo(
  { ledger }: Services,
  { client, session, library, input }: SignedInCall<'policy.explain'>,
): Explanation {
  const { recordingId, action } = input;
  const { organisationId } = session.actor;
  const userId = input.userId ?? session.actor.userId;
  const isOneself = userId === session.actor.userId;
  if (!isOneself) requireAccess('oversight-read', session.viewer.serviceRights, client.kind);
  const { name } = getUser(ledger, organisationId, userId);
  const viewer = isOneself ? session.viewer : toViewer(ledger, userId);
  return {
    userId,
    name,
    ...library.explain(recordingId, action, viewer, toProspects(ledger, organisationId)),
  };
}

async function listListeners(
  { ledger, sessions }: Services,
  { client, session, library, input }: SignedInCall<'policy.mayHear'>,
): Promise<Listeners> {
  // Before anything is read: what he may not list has no listeners either.
  library.listListeners(input.recordingId, []);
  const people = await readViewers(ledger, session.actor.organisationId);
  // The window may have been locked meanwhile.
  if (sessions.current(client).sessionId !== session.sessionId) throw notFound();
  const listeners = library.listListeners(input.recordingId, people);
  return {
    listeners: listeners.map(({ userId, name, actions, path }) => ({ userId, name, actions, path })),
    people: people.length,
  };
}
