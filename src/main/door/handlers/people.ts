/** People and what they may; every change is in the trail, in the same transaction. */
import type { ParsedInput } from '../../../shared/contract';
import { AppError } from '../../../shared/errors';
import { getPersonDetails, listPersonRows } from '../../ledger/person-rows';
import { setRightsGroups } from '../../ledger/rights-groups';
import { changesSignIn, changeUser, createUser, getUser, toPersonInput } from '../../ledger/users';
import { requireAccess } from '../access';
import type { HandlersOf, SignedInCall } from '../calls';
import type { Services } from '../services';

export function peopleHandlers(services: Services): HandlersOf<'people'> {
  const { ledger, sessions } = services;
  return {
    'people.list': ({ session }) => listPersonRows(ledger, session.actor.organisationId),
    'people.get': ({ session, input }) =>
      getPersonDetails(ledger, session.actor.organisationId, input.userId),
    'people.save': (call) => {
      const { actor } = call.session;
      requireSecurityWhereNeeded(services, call);
      const userId = savePerson(services, call);
      services.onRightsChanged();
      return getPersonDetails(ledger, actor.organisationId, userId);
    },
    'people.setPassword': async ({ client, input }) => {
      await sessions.setPassword(client, input.userId, input.password);
      services.onRightsChanged();
      return null;
    },
    'people.setRightsGroups': ({ session, input }) => {
      const { organisationId } = session.actor;
      setRightsGroups(ledger, session.actor, organisationId, input.userId, input.rightsGroupIds);
      services.onRightsChanged();
      return getPersonDetails(ledger, organisationId, input.userId);
    },
  };
}

function savePerson({ ledger }: Services, { session, input }: SignedInCall<'people.save'>): string {
  const { actor } = session;
  const { organisationId } = actor;
  if (input.userId === null) return createUser(ledger, actor, organisationId, input.person);
  changeUser(ledger, actor, organisationId, input.userId, toRevision(input), input.person);
  return input.userId;
}

/** Who may sign in, and under which name, is a security setting: it needs that right on top. */
function requireSecurityWhereNeeded(
  { ledger }: Services,
  { client, session, input }: SignedInCall<'people.save'>,
): void {
  const { organisationId } = session.actor;
  const before =
    input.userId === null ? null : toPersonInput(ledger, getUser(ledger, organisationId, input.userId));
  if (changesSignIn(before, input.person)) {
    requireAccess('security-write', session.viewer.serviceRights, client.kind);
  }
}

function toRevision({ revision }: ParsedInput<'people.save'>): number {
  if (revision !== null) return revision;
  throw new AppError(
    'invalid-input',
    'invalid-input',
    'revision: to change somebody, give the one that was read.',
  );
}
