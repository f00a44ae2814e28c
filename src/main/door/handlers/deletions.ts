/** Deleting recordings. What a person may delete is decided anew for each of them, at the moment in which it goes. */
import { AppError } from '../../../shared/errors';
import type { DeleteOutcome } from '../../../shared/keeping';
import { DeleteStopped } from '../../deletion/delete-order';
import { listDeletions } from '../../ledger/deletions';
import type { Session } from '../../session/session';
import type { Handlers, HandlersOf, SignedInCall } from '../calls';
import type { Client } from '../client';
import { isWithin } from '../is-within';
import type { Services } from '../services';
import { toArchiveDir } from '../source-folders';

type DeleteCall = SignedInCall<'recordings.delete'>;

export function deleteHandlers(
  services: Services,
): Pick<Handlers, 'recordings.delete' | 'recordings.stopDelete'> {
  /** By session: what it deletes now. */
  const running = new Map<string, AbortController>();
  return {
    'recordings.delete': async (call) => {
      const { sessionId } = call.session;
      if (running.has(sessionId)) {
        throw new AppError('conflict', 'delete-under-way', 'Something is being deleted already.');
      }
      const stop = new AbortController();
      running.set(sessionId, stop);
      try {
        // Another process would take what is half done here for something that broke off, and a scan of it bring rows back.
        return await services.scans.locked(() => deleteAll(services, call, stop.signal));
      } finally {
        running.delete(sessionId);
      }
    },
    'recordings.stopDelete': ({ session }) => {
      running.get(session.sessionId)?.abort();
      return null;
    },
  };
}

export function deletionsHandlers({ ledger }: Services): HandlersOf<'deletions'> {
  return {
    'deletions.list': ({ session, input }) =>
      listDeletions(ledger, session.actor.organisationId, input.cursor ?? null),
  };
}

/** One after the other. Throws what kept the first one where none could be deleted. */
async function deleteAll(
  services: Services,
  { client, session, input }: DeleteCall,
  signal: AbortSignal,
): Promise<DeleteOutcome> {
  const ids = [...new Set(input.ids)];
  const deleted: string[] = [];
  const failed: { readonly id: string; readonly error: AppError }[] = [];
  let isStopped = false;
  for (const id of ids) {
    try {
      await deleteOne(services, { client, session, id, reason: input.reason }, signal);
      deleted.push(id);
    } catch (error) {
      isStopped = error instanceof DeleteStopped || isSignedOut(error);
      if (error instanceof DeleteStopped) break;
      if (!(error instanceof AppError)) throw error;
      failed.push({ id, error });
      if (isStopped) break;
    }
    client.emit('delete.progressed', { done: deleted.length + failed.length, total: ids.length });
  }
  services.onLibraryChanged();
  const [first] = failed;
  if (first && deleted.length === 0) throw first.error;
  return { deleted, failed: failed.map(({ id, error }) => ({ id, error: error.toShape() })), isStopped };
}

interface One {
  readonly client: Client;
  readonly session: Session;
  readonly id: string;
  readonly reason: string;
}

async function deleteOne(services: Services, one: One, signal: AbortSignal): Promise<void> {
  const { client, session, id, reason } = one;
  /** As of this moment: hashing a long recording takes seconds, in which rights and holds may change. */
  const ask = () => {
    const current = services.sessions.current(client);
    if (current.sessionId !== session.sessionId)
      throw new AppError('signed-out', 'signed-out', 'Somebody else is signed in.');
    return services.openLibrary(current).getDeletable(id);
  };
  const { facts, ...recording } = ask();
  const archiveDir = toArchiveDir(services.ledger, recording);
  const { sampleDir } = services.about;
  if (sampleDir !== null && isWithin(sampleDir, archiveDir)) {
    throw new AppError('unavailable', 'sample-kept', 'The sample archive is a part of the program.');
  }
  const requireAllowed = () => void ask();
  const order = { actor: session.actor, recording, facts, archiveDir, reason, requireAllowed };
  await services.deletions.delete(order, signal);
}

function isSignedOut(error: unknown): boolean {
  return error instanceof AppError && error.code === 'signed-out';
}
