/** Entry of the thread that hashes passwords, one after the other: a flood of sign-ins takes one core and 64 MiB, not all. */
import { parentPort } from 'node:worker_threads';
import type { PasswordAnswer, PasswordTask } from './password-thread';
import { hashPassword, verifyPassword } from './passwords';

if (!parentPort) throw new Error('This file runs as a worker thread.');
const port = parentPort;
let last: Promise<void> = Promise.resolve();

port.on('message', (task: PasswordTask) => {
  last = last.then(() => answer(task)).then((done) => port.postMessage(done));
});

async function answer(task: PasswordTask): Promise<PasswordAnswer> {
  try {
    const value =
      task.kind === 'hash'
        ? await hashPassword(task.password)
        : await verifyPassword(task.password, task.passwordHash);
    return { id: task.id, value };
  } catch (error) {
    // The message of a library, which never holds the password.
    return { id: task.id, failure: error instanceof Error ? error.message : String(error) };
  }
}
