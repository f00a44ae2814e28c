/**
 * Printing a fax: whoever may see it may print it, for no right stands between the two, and so every print is in the trail before the
 * dialog opens. The pages are laid out and printed by main in a window of its own; the page that asked never holds what is printed.
 */
import type { Printed } from '../../../shared/contract';
import { AppError, notFound } from '../../../shared/errors';
import type { FaxPrintJob } from '../../../shared/fax-print';
import { appendAudit } from '../../ledger/audit';
import type { SignedInCall } from '../calls';
import { MEDIA_ORIGIN } from '../media';
import { openMedia } from '../media-bytes';
import type { Services } from '../services';
import { toArchiveDir } from '../source-folders';
import type { Ticket } from '../tickets';

type PrintCall = SignedInCall<'recordings.printFax'>;

/** The print of each client that is not over: a person has one dialog before him. */
export class Prints {
  readonly #stops = new Map<string, AbortController>();

  /** Throws AppError `print-under-way`. */
  async run<T>(clientId: string, print: (stopping: AbortController) => Promise<T>): Promise<T> {
    if (this.#stops.has(clientId))
      throw new AppError('conflict', 'print-under-way', 'This window is printing already.');
    const stopping = new AbortController();
    this.#stops.set(clientId, stopping);
    try {
      return await print(stopping);
    } finally {
      this.#stops.delete(clientId);
    }
  }

  stop(clientId: string): void {
    this.#stops.get(clientId)?.abort();
  }
}

export async function printFax(services: Services, prints: Prints, call: PrintCall): Promise<Printed> {
  const { client, session, library, input } = call;
  const file = library.getMedia(input.id, 'play');
  if (library.get(input.id).kind !== 'fax')
    throw new AppError('invalid-input', 'invalid-input', 'id: this recording is no fax.');
  const media = await openMedia(toArchiveDir(services.ledger, file), file, 'play');
  await media.close();
  return prints.run(client.id, async (stopping) => {
    // The window may have been locked meanwhile.
    if (services.sessions.current(client).sessionId !== session.sessionId) throw notFound();
    const ticket = services.plays.issue(session, input.id, 'sound', file);
    const stop = () => stopping.abort();
    ticket.ended.addEventListener('abort', stop, { once: true });
    try {
      return await print(services, call, ticket, toJob(services, call, ticket, media.mediaType), stopping);
    } finally {
      ticket.ended.removeEventListener('abort', stop);
      services.plays.end(ticket);
    }
  });
}

async function print(
  services: Services,
  { client, session, input }: PrintCall,
  ticket: Ticket,
  job: FaxPrintJob,
  stopping: AbortController,
): Promise<Printed> {
  const { ledger, sessions } = services;
  const { id, firstPage, lastPage } = input;
  const details = { recordingId: id, firstPage, lastPage };
  const isSent = await client.printFax(job, {
    signal: stopping.signal,
    onPrepared: (done) => client.emit('print.progressed', { done, total: lastPage - firstPage + 1 }),
    beforeDialog: () => {
      // Laying out many pages takes a while: decided anew, at the last moment.
      const now = sessions.current(client);
      if (now.sessionId !== session.sessionId) throw notFound();
      services.openLibrary(now).getMedia(id, 'play');
      appendAudit(ledger, session.actor, 'Print', details);
    },
  });
  if (ticket.ended.aborted) throw withdrawn();
  if (isSent) appendAudit(ledger, session.actor, 'Printed', details);
  return { isSent };
}

function toJob(
  { sessions }: Services,
  { client, session, library, input }: PrintCall,
  ticket: Ticket,
  mediaType: string,
): FaxPrintJob {
  const { from, to, startedAtMs, timeZone } = library.get(input.id);
  return {
    ...{ from, to, startedAtMs, mediaType },
    url: `${MEDIA_ORIGIN}/${ticket.token}`,
    firstPage: input.firstPage,
    lastPage: input.lastPage,
    sourceTimeZone: timeZone,
    printedBy: session.actor.userName,
    printedAtMs: Date.now(),
    language: sessions.describe(client)?.preferences.language ?? null,
  };
}

function withdrawn(): AppError {
  return new AppError('forbidden', 'right-withdrawn', 'The right to print this fax was withdrawn.');
}
