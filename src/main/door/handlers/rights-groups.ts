/** Rights groups: who may change what, and who is in which of them. */
import { AppError } from '../../../shared/errors';
import type { RightsGroupRow } from '../../../shared/people';
import {
  changeRightsGroup,
  createRightsGroup,
  getRightsGroup,
  listRightsGroups,
  removeRightsGroup,
} from '../../ledger/rights-groups';
import type { HandlersOf, SignedInCall } from '../calls';
import type { Services } from '../services';

export function rightsGroupsHandlers(services: Services): HandlersOf<'rightsGroups'> {
  const { ledger, onRightsChanged } = services;
  return {
    'rightsGroups.list': ({ session }) => listRightsGroups(ledger, session.actor.organisationId),
    'rightsGroups.save': (call) => {
      const saved = save(services, call);
      onRightsChanged();
      return saved;
    },
    'rightsGroups.remove': ({ session, input }) => {
      removeRightsGroup(ledger, session.actor, session.actor.organisationId, input.rightsGroupId);
      onRightsChanged();
      return null;
    },
  };
}

function save({ ledger }: Services, { session, input }: SignedInCall<'rightsGroups.save'>): RightsGroupRow {
  const { actor } = session;
  const { organisationId } = actor;
  const { rightsGroupId, revision, rightsGroup } = input;
  if (rightsGroupId !== null) {
    if (revision === null) {
      throw new AppError(
        'invalid-input',
        'invalid-input',
        'revision: to change a rights group, give the one that was read.',
      );
    }
    return changeRightsGroup(ledger, actor, organisationId, rightsGroupId, revision, rightsGroup);
  }
  return ledger.transaction(() => {
    const made = createRightsGroup(ledger, actor, organisationId, rightsGroup);
    const { revision: first } = getRightsGroup(ledger, organisationId, made);
    return changeRightsGroup(ledger, actor, organisationId, made, first, rightsGroup);
  });
}
