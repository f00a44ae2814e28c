/**
 * [Note: seekable media] `media://play/<ticket>`: a page gets sound by a ticket, and each request for bytes is decided anew. Electron's own
 * file answers cannot seek, so ranges are answered here, also for sound that is decoded on the way: its length is known, so any
 * second can be computed by itself, and no temporary file is ever written.
 */
import type { Playable } from '../archive/media/playable';
import { toByteRange } from './byte-range';
import type { Ticket } from './tickets';

export const MEDIA_ORIGIN = 'media://play';

/**
 * Bodies of one ticket that are not over: a player reads at two places at most, and its wave is read meanwhile. More are such as nobody
 * reads any more (see [Note: streams that nobody reads any more]), each of which holds its file open: the oldest ends.
 */
const MAX_BODIES_PER_TICKET = 4;
const bodiesOf = new WeakMap<Ticket, Set<() => void>>();

export interface MediaParts {
  /** Of the only page that may read what it plays. */
  readonly pagesOrigin: string;
  /** The ticket of this window, decided anew; undefined where it opens nothing, for whatever reason. */
  admit(token: string): Ticket | undefined;
  /** Throws AppError where the file is away, missing, changed or of a kind that cannot be played. */
  open(ticket: Ticket): Promise<Playable>;
  /** Notes why a play stopped, for whoever asks afterwards: a media element tells a page nothing. */
  onStopped(ticket: Ticket, error: unknown): Promise<void>;
}

interface MediaRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: { get(name: string): string | null };
}

/** Answers one request of one window. Never rejects. */
export async function answerMedia(request: MediaRequest, parts: MediaParts): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const ticket = findTicket(request.url, parts);
  if (!ticket) return refuse(404);
  let media: Playable | undefined;
  try {
    media = await parts.open(ticket);
    if (ticket.ended.aborted) return await refuseAndClose(404, media);
    return await answerRange(request, media, ticket, parts);
  } catch (error) {
    await media?.close();
    await parts.onStopped(ticket, error);
    return refuse(500);
  }
}

function findTicket(url: string, parts: MediaParts): Ticket | undefined {
  if (!url.startsWith(`${MEDIA_ORIGIN}/`)) return undefined;
  return parts.admit(url.slice(MEDIA_ORIGIN.length + 1));
}

async function answerRange(
  request: MediaRequest,
  media: Playable,
  ticket: Ticket,
  parts: MediaParts,
): Promise<Response> {
  const { lengthBytes: sizeBytes, mediaType } = media;
  const range = toByteRange(request.headers.get('range'), sizeBytes);
  const headers: Record<string, string> = {
    'Content-Type': mediaType,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Access-Control-Allow-Origin': parts.pagesOrigin,
  };
  if (range === 'unsatisfiable') {
    await media.close();
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${String(sizeBytes)}` },
    });
  }
  const { start, endExclusive } = range === 'whole' ? { start: 0, endExclusive: sizeBytes } : range;
  headers['Content-Length'] = String(endExclusive - start);
  if (range !== 'whole') {
    headers['Content-Range'] = `bytes ${String(start)}-${String(endExclusive - 1)}/${String(sizeBytes)}`;
  }
  const status = range === 'whole' ? 200 : 206;
  if (request.method === 'HEAD') {
    await media.close();
    return new Response(null, { status, headers });
  }
  const body = toStream(media, start, endExclusive, ticket, (error) => parts.onStopped(ticket, error));
  return new Response(body, { status, headers });
}

/** Stops at once when the page lets go of it or the ticket ends; what fails on the way is told to `onFailure`. */
function toStream(
  media: Playable,
  start: number,
  endExclusive: number,
  ticket: Ticket,
  onFailure: (error: unknown) => Promise<void>,
): ReadableStream<Uint8Array> {
  const stopping = new AbortController();
  const chunks = media.read(start, endExclusive, stopping.signal)[Symbol.asyncIterator]();

  const bodies = bodiesOf.get(ticket) ?? new Set();
  bodiesOf.set(ticket, bodies);

  async function finish(): Promise<void> {
    bodies.delete(onEnded);
    ticket.ended.removeEventListener('abort', onEnded);
    stopping.abort();
    await media.close();
  }
  let controller: ReadableStreamDefaultController<Uint8Array>;
  function onEnded(): void {
    controller.error(new Error('The ticket has ended, or serves newer requests.'));
    finish().catch(onFailure);
  }
  return new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
        const [oldest] = bodies;
        if (oldest && bodies.size >= MAX_BODIES_PER_TICKET) oldest();
        bodies.add(onEnded);
        ticket.ended.addEventListener('abort', onEnded, { once: true });
      },
      pull: async () => {
        try {
          const next = await chunks.next();
          if (stopping.signal.aborted) return;
          if (next.done !== true) return controller.enqueue(next.value);
          await finish();
          controller.close();
        } catch (error) {
          if (stopping.signal.aborted) return;
          // Before the page hears of it, which then asks why.
          await onFailure(error);
          controller.error(error);
          await finish();
        }
      },
      cancel: finish,
    },
    // One chunk ahead: a revoked right must not find minutes of sound on their way.
    { highWaterMark: 1 },
  );
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { 'Cache-Control': 'no-store' } });
}

async function refuseAndClose(status: number, media: Playable): Promise<Response> {
  await media.close();
  return refuse(status);
}
