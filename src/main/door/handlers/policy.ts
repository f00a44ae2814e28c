/** Why somebody may or may not, who hears a recording, and what a change would bring: nothing here changes a right. */
import { notFound } from '../../../shared/errors';
import type { Explanation, Listeners } from '../../../shared/explanation';
import type { Count, Page, RecordingRow } from '../../../shared/model';
import { toProspects } from '../../ledger/prospects';
import { getUser } from '../../ledger/users';
import { readViewers } from '../../ledger/viewer-book';
import { toViewer } from '../../ledger/viewers';
import type { Library } from '../../policy/library';
import type { Session } from '../../session/session';
import { requireAccess } from '../access';
import type { HandlersOf, SignedInCall } from '../calls';
import type { Services } from '../services';
import { previewCall } from './policy-preview';

const ROWS_A_PAGE = 100;

export function policyHandlers(services: Services): HandlersOf<'policy'> {
  return {
    'policy.explain': (call) => explainTo(services, call),
    'policy.mayHear': (call) => listListeners(services, call),
    'policy.preview': (call) => previewCall(services, call),
    'policy.viewAsList': (call) => listAs(services, call),
    'policy.viewAsCount': (call) => countAs(services, call),
    'policy.endViewAs': ({ session }) => {
      services.viewAs.end(session.sessionId);
      return null;
    },
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

/** What the other may list and the asker too; an administrator lists all of his organisation, so nothing falls out. */
function listAs(
  services: Services,
  { session, library, input }: SignedInCall<'policy.viewAsList'>,
): Page<RecordingRow> {
  const { userId, filter = {}, order = 'newest', cursor, limit = ROWS_A_PAGE } = input;
  const page = openAs(services, session, userId).list(filter, order, cursor, limit);
  services.searches.noticed(session, filter);
  return { ...page, rows: page.rows.filter((row) => library.may(row.id, 'list')) };
}

function countAs(services: Services, { session, input }: SignedInCall<'policy.viewAsCount'>): Promise<Count> {
  const { userId, filter = {} } = input;
  return openAs(services, session, userId).counts(session.sessionId).count(filter);
}

/** In the trail before anything of it is shown. Throws `not-found` for somebody of another organisation. */
function openAs(services: Services, session: Session, userId: string): Library {
  const { ledger, viewAs } = services;
  const { name } = getUser(ledger, session.actor.organisationId, userId);
  viewAs.note(session, { userId, name });
  return services.openLibrary({ ...session, viewer: toViewer(ledger, userId) });
}
