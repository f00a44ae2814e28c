/** The organisation, its groups and its lines. */
import { AppError } from '../../../shared/errors';
import { changeGroup, createGroup, listGroups, removeGroup } from '../../ledger/groups';
import { changeLines, readLines } from '../../ledger/lines';
import { changeOrganisation, getOrganisation } from '../../ledger/organisations';
import type { HandlersOf, SignedInCall } from '../calls';
import type { Services } from '../services';

export function organisationHandlers({ ledger, onRightsChanged }: Services): HandlersOf<'organisation'> {
  return {
    'organisation.get': ({ session }) => getOrganisation(ledger, session.actor.organisationId),
    'organisation.save': ({ session, input }) => {
      const { revision, ...given } = input;
      const saved = changeOrganisation(ledger, session.actor, session.actor.organisationId, revision, given);
      onRightsChanged();
      return saved;
    },
  };
}

export function groupsHandlers(services: Services): HandlersOf<'groups'> {
  const { ledger, onRightsChanged } = services;
  return {
    'groups.list': ({ session }) => listGroups(ledger, session.actor.organisationId),
    'groups.save': (call) => {
      const saved = saveGroup(services, call);
      onRightsChanged();
      return saved;
    },
    'groups.remove': ({ session, input }) => {
      removeGroup(ledger, session.actor, session.actor.organisationId, input.groupId);
      onRightsChanged();
      return null;
    },
  };
}

export function linesHandlers({ ledger, onRightsChanged }: Services): HandlersOf<'lines'> {
  return {
    'lines.list': ({ session }) => readLines(ledger, session.actor.organisationId),
    'lines.save': ({ session, input }) => {
      const saved = changeLines(ledger, session.actor, session.actor.organisationId, input);
      onRightsChanged();
      return saved;
    },
  };
}

function saveGroup({ ledger }: Services, { session, input }: SignedInCall<'groups.save'>) {
  const { actor } = session;
  const { groupId, revision, group } = input;
  if (groupId === null) return createGroup(ledger, actor, actor.organisationId, group);
  if (revision === null) {
    throw new AppError(
      'invalid-input',
      'invalid-input',
      'revision: to change a group, give the one that was read.',
    );
  }
  return changeGroup(ledger, actor, actor.organisationId, groupId, revision, group);
}
