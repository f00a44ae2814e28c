import { expect, it } from 'vitest';
import type { Playable } from '../archive/media/playable';
import type { MediaParts } from './media';
import { MEDIA_ORIGIN, answerMedia } from './media';
import type { Ticket } from './tickets';

const ticket: Ticket = {
  clientId: 'window',
  sessionId: 'session',
  recordingId: '0123456789abcdef',
  part: 'sound',
  file: {
    sourceId: 1,
    path: 'one.wav',
    header: null,
    sizeBytes: 1000,
    modifiedAtMs: 0,
    kind: 'call',
    startedAtMs: 0,
    durationMs: null,
    screenPath: null,
  },
  token: '0'.repeat(32),
  expiresAtMs: Infinity,
  ended: new AbortController().signal,
};

it('closes the file of the oldest answer of a ticket whose answers nobody reads to their end', async () => {
  const closed: number[] = [];
  let opened = 0;
  const parts: MediaParts = {
    pagesOrigin: 'app://hearback',
    admit: () => ticket,
    open: () => Promise.resolve(thousandBytes(++opened)),
    onStopped: (_ticket, error) => expect.fail(String(error)),
  };
  function thousandBytes(number: number): Playable {
    return {
      mediaType: 'audio/wav',
      lengthBytes: 1000,
      async *read(start) {
        for (let at = start; at < 1000; at += 10) yield await Promise.resolve(new Uint8Array(10));
      },
      close: () => Promise.resolve(void (closed.includes(number) || closed.push(number))),
    };
  }
  const ask = () =>
    answerMedia({ url: `${MEDIA_ORIGIN}/${ticket.token}`, method: 'GET', headers: new Headers() }, parts);
  const answers: Response[] = [];
  for (let asked = 0; asked < 4; asked++) answers.push(await ask());
  expect(closed).toEqual([]);
  answers.push(await ask());
  expect(closed).toEqual([1]);
  // The rest are read on, and count no more when they are over.
  expect((await answers[2]?.arrayBuffer())?.byteLength).toBe(1000);
  expect(closed).toEqual([1, 3]);
  expect((await (await ask()).arrayBuffer()).byteLength).toBe(1000);
  expect(closed).toEqual([1, 3, 6]);
});
