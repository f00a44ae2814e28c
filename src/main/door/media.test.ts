import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Playable } from '../archive/media/playable';
import { TimelyBytes } from '../archive/media/timely-bytes';
import { openHangingFile } from '../archive/media/timely-bytes.test-support';
import type { MediaParts } from './media';
import { MEDIA_ORIGIN, answerMedia } from './media';
import type { Ticket } from './tickets';
import { GRANT } from './tickets.test-support';

const ticket: Ticket = {
  ...GRANT,
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

it.skipIf(process.platform === 'win32')(
  'ends a play whose drive hangs, says so before the player hears of it, and closes the file when the drive answers',
  async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'hearback-silent-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    const hanging = await openHangingFile(dir, 1000);
    const file = new TimelyBytes(hanging.file, 30);
    const stopped: unknown[] = [];
    const answer = await answerMedia(
      { url: `${MEDIA_ORIGIN}/${ticket.token}`, method: 'GET', headers: new Headers() },
      {
        pagesOrigin: 'app://hearback',
        admit: () => ticket,
        open: () => Promise.resolve(toPlayable(file)),
        onStopped: async (_ticket, error) => {
          await Promise.resolve();
          stopped.push(error);
        },
      },
    );
    await expect(answer.arrayBuffer()).rejects.toMatchObject({ reason: 'silent' });
    expect(stopped).toEqual([expect.objectContaining({ reason: 'silent' })]);
    expect(hanging.isClosed()).toBe(false);
    await hanging.answer('late');
    await vi.waitFor(() => expect(hanging.isClosed()).toBe(true));
  },
);

function toPlayable(file: TimelyBytes): Playable {
  return {
    mediaType: 'audio/wav',
    lengthBytes: file.sizeBytes,
    async *read(start) {
      const chunk = new Uint8Array(10);
      await file.readInto(chunk, start);
      yield chunk;
    },
    close: () => file.close(),
  };
}
