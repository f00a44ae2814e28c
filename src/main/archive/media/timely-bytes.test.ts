// A drive that hangs: a pipe into which nobody writes keeps a read waiting just so, until somebody does.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TimelyBytes, inTime } from './timely-bytes';
import { openHangingFile } from './timely-bytes.test-support';

let dir: string;
beforeEach(() => (dir = mkdtempSync(path.join(tmpdir(), 'hearback-silent-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test.skipIf(process.platform === 'win32')(
  'a read that hangs ends in a clear problem, and the file is closed when the drive answers at last',
  async () => {
    const hanging = await openHangingFile(dir);
    const bytes = new TimelyBytes(hanging.file, 30);
    await expect(bytes.readInto(new Uint8Array(10), 0)).rejects.toMatchObject({
      reason: 'silent',
      message: 'The drive does not answer.',
    });
    await bytes.close();
    expect(hanging.isClosed()).toBe(false);
    await hanging.answer('0123456789');
    await vi.waitFor(() => expect(hanging.isClosed()).toBe(true));
  },
);

test.skipIf(process.platform === 'win32')('a read that is answered in time brings its bytes', async () => {
  const hanging = await openHangingFile(dir);
  const bytes = new TimelyBytes(hanging.file, 60_000);
  const target = new Uint8Array(10);
  const reading = bytes.readInto(target, 0);
  await hanging.answer('0123456789');
  await reading;
  expect(Buffer.from(target).toString()).toBe('0123456789');
  await bytes.close();
  expect(hanging.isClosed()).toBe(true);
});

test.skipIf(process.platform === 'win32')('a file that opens too late is closed by itself', async () => {
  const pipe = path.join(dir, 'pipe');
  execFileSync('mkfifo', [pipe]);
  // Opened to be read alone, a pipe waits for somebody who writes.
  const opening = open(pipe, 'r');
  const bytes = TimelyBytes.open(
    opening.then((handle) => ({
      sizeBytes: 10,
      readInto: () => Promise.resolve(),
      close: () => handle.close(),
    })),
    30,
  );
  await expect(bytes).rejects.toMatchObject({ reason: 'silent' });
  const writer = await open(pipe, 'w');
  const handle = await opening;
  await vi.waitFor(() => expect(handle.fd).toBe(-1));
  await writer.close();
});

test('what fails in time fails for its own reason', async () => {
  await expect(inTime(open(path.join(dir, 'nothing')), 60_000)).rejects.toMatchObject({ code: 'ENOENT' });
});
