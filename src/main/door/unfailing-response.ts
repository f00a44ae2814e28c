/**
 * [Note: streams that nobody reads any more] Electron turns the body of an answer into a Node stream. Where the page lets go of it while a
 * piece is on its way, Electron (before 30) takes its listeners off without destroying the stream: nobody cancels the body, and when it
 * fails later, because its ticket ended or its file changed, the stream's error is an uncaught exception of the whole program. So what is
 * handed to Electron never fails: it ends early. Its length was announced; a media element asks for the rest, and is refused by status.
 */

/** The same answer, whose body ends where the given one fails. Whoever made that one has to note why. */
export function toUnfailing(response: Response): Response {
  const { body, status, headers } = response;
  if (!body) return response;
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  let isLetGo = false;
  const unfailing = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await reader.read().catch(() => ({ done: true }) as const);
        if (isLetGo) return;
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: (reason) => {
        isLetGo = true;
        return reader.cancel(reason);
      },
    },
    // Nothing ahead: the given body says itself how far ahead it is read.
    { highWaterMark: 0 },
  );
  return new Response(unfailing, { status, headers });
}
