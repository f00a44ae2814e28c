import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { toUnfailing } from './unfailing-response';

/** An answer of ten bytes of which four are there, and the hand that ends it. */
function answerTen() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const letGo: unknown[] = [];
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
      given.enqueue(Uint8Array.of(1, 2, 3, 4));
    },
    cancel: (reason) => void letGo.push(reason),
  });
  const headers = { 'Content-Length': '10', 'Content-Type': 'audio/wav' };
  const response = toUnfailing(new Response(body, { status: 206, headers }));
  return { response, letGo, fail: () => controller?.error(new Error('The ticket has ended.')) };
}

it('raises no error in a stream that nobody listens to any more, when the ticket behind it ends', async () => {
  const { response, fail } = answerTen();
  // As Electron does it: the web stream as a Node stream, listened to until the page lets go.
  const stream = Readable.fromWeb(response.body!);
  const errors: unknown[] = [];
  stream.on('error', (error) => errors.push(error));
  await new Promise((resolve) => stream.once('readable', resolve));
  expect(stream.read()).toEqual(Buffer.from([1, 2, 3, 4]));
  const isOver = new Promise((resolve) => stream.once('close', resolve));
  fail();
  stream.resume();
  await isOver;
  expect(errors).toEqual([]);
});

it('ends the bytes where reading fails, under the same status and headers', async () => {
  const { response, fail } = answerTen();
  const reader = response.body?.getReader();
  expect(await reader?.read()).toEqual({ done: false, value: Uint8Array.of(1, 2, 3, 4) });
  fail();
  expect(await reader?.read()).toMatchObject({ done: true });
  expect(response.status).toBe(206);
  expect(response.headers.get('Content-Length')).toBe('10');
});

it('lets go of the file when the page does, while a piece is asked for', async () => {
  const { response, letGo } = answerTen();
  const reader = response.body?.getReader();
  await reader?.read();
  const pending = reader?.read();
  await reader?.cancel('gone');
  expect(await pending).toMatchObject({ done: true });
  expect(letGo).toEqual(['gone']);
});

it('passes on whole bodies and answers without one', async () => {
  expect(await toUnfailing(new Response('whole')).text()).toBe('whole');
  const refused = new Response(null, { status: 404 });
  expect(toUnfailing(refused)).toBe(refused);
});
