/**
 * What a call would bring, by making it and taking it back: the very handler runs, so that what it would refuse is refused here too. And
 * the call itself, which names in the trail what it was made upon.
 */
import { contract } from '../../../shared/contract';
import { notFound } from '../../../shared/errors';
import type { PersonEffect, Preview, PreviewedMethod } from '../../../shared/preview';
import { PREVIEWED_METHODS, isNothing } from '../../../shared/preview';
import { appendAudit } from '../../ledger/audit';
import { policyEpoch } from '../../ledger/epoch';
import { toHolds } from '../../ledger/holds';
import type { TouchedViewer } from '../../ledger/viewer-book';
import { readTouchedViewers } from '../../ledger/viewer-book';
import type { Library } from '../../policy/library';
import type { CountedEffect } from '../../policy/preview-count';
import { requireAccess } from '../access';
import type { Handlers, SignedInCall } from '../calls';
import { parseInput } from '../input';
import type { PreviewedChange } from '../made-previews';
import { toPreviewInTrail } from '../made-previews';
import type { Services } from '../services';
import { extensionsHandlers } from './extensions';
import { groupsHandlers, organisationHandlers } from './organisation';
import { peopleHandlers } from './people';
import { rightsGroupsHandlers } from './rights-groups';
import { sharesHandlers } from './shares';

/** The trail names so many people; how many there were it tells always. */
const NAMED_IN_TRAIL = 50;

export async function previewCall(
  services: Services,
  { client, session, library, input }: SignedInCall<'policy.preview'>,
): Promise<Preview> {
  const { method } = input;
  requireAccess(contract[method].access, session.viewer.serviceRights, client.kind);
  const given = { client, session, library, input: parseInput(method, input.input) };
  const handlers = quietHandlers(services);
  // One name picks the handler and the input, which the compiler cannot follow.
  const handle = handlers[method] as (call: typeof given) => unknown;
  return previewChange(
    services,
    { client, session },
    { method, input: given.input },
    () => void handle(given),
  );
}

/** What a change of the ledger would bring; it is made several times, and taken back each time. `change` is the call that makes it. */
export async function previewChange(
  services: Services,
  { client, session }: Pick<SignedInCall<'policy.preview'>, 'client' | 'session'>,
  change: PreviewedChange,
  make: () => void,
): Promise<Preview> {
  const { ledger, sessions } = services;
  const { organisationId } = session.actor;
  const epoch = policyEpoch(ledger);
  const touched = await readTouchedViewers(ledger, organisationId, make);
  const counted = await services.previews.ask({
    changes: touched.map(({ before, after }) => ({ before, after })),
    beingDeleted: toHolds(ledger, organisationId).listBeingDeleted(),
  });
  // The window may have been locked meanwhile.
  if (sessions.current(client).sessionId !== session.sessionId) throw notFound();
  const own = services.openLibrary(session);
  const people = touched.flatMap((one, n) => toEffect(one, counted[n] ?? null, own));
  const { sequence } = appendAudit(ledger, session.actor, 'Preview change', {
    call: change.method,
    touched: touched.length,
    people: people.slice(0, NAMED_IN_TRAIL).map(({ userId, name: who, gained, lost }) => ({
      userId,
      name: who,
      gained: gained && { ...gained },
      lost: lost && { ...lost },
    })),
  });
  services.madePreviews.note(session, change, epoch, toPreviewInTrail(sequence, people));
  return { people, touched: touched.length };
}

/** The calls that can be looked at beforehand: each in one transaction, and told in the trail with the preview that it was made upon. */
export function previewedHandlers(services: Services): Pick<Handlers, PreviewedMethod> {
  const handlers = quietHandlers(services);
  const entries = PREVIEWED_METHODS.map((method) => {
    const handle = handlers[method] as (call: SignedInCall<PreviewedMethod>) => unknown;
    const save = (call: SignedInCall<PreviewedMethod>) => {
      const { session, input } = call;
      const saved = services.ledger.transaction(() => {
        const preview = services.madePreviews.find(session, { method, input });
        return handle({ ...call, session: { ...session, actor: { ...session.actor, preview } } });
      });
      services.onRightsChanged();
      return saved;
    };
    return [method, save] as const;
  });
  // One name picks the handler, the input and the output, which the compiler cannot follow.
  return Object.fromEntries(entries) as unknown as Pick<Handlers, PreviewedMethod>;
}

/** They change the ledger and tell nobody: it is taken back, or told once it is committed. */
function quietHandlers(services: Services): Pick<Handlers, PreviewedMethod> {
  const quiet = { ...services, onRightsChanged: () => undefined, onLibraryChanged: () => undefined };
  return {
    ...peopleHandlers(quiet),
    ...groupsHandlers(quiet),
    ...organisationHandlers(quiet),
    ...rightsGroupsHandlers(quiet),
    ...extensionsHandlers(quiet),
    ...sharesHandlers(quiet),
  };
}

/** Samples are rows that the asker himself may list; who gains and loses nothing is left out. */
function toEffect(
  { userId, name }: TouchedViewer,
  counted: CountedEffect | null,
  own: Library,
): readonly PersonEffect[] {
  if (counted === null) {
    return [{ userId, name, gained: null, lost: null, gainedSamples: [], lostSamples: [] }];
  }
  const { gained, lost, gainedSampleIds, lostSampleIds } = counted;
  if (isNothing(gained) && isNothing(lost)) return [];
  const toRows = (ids: readonly string[]) => ids.flatMap((id) => own.findRow(id) ?? []);
  return [
    {
      userId,
      name,
      gained,
      lost,
      gainedSamples: toRows(gainedSampleIds),
      lostSamples: toRows(lostSampleIds),
    },
  ];
}
