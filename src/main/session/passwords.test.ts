import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { PasswordThread } from './password-thread';
import { hasherInThread, hashPassword, toDummyHash, toForm, verifyPassword } from './passwords';

describe('a hash', () => {
  it('is Argon2id with 64 MiB, three passes and a salt of its own, as a PHC string', async () => {
    const hash = await hashPassword('correct horse battery');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await hashPassword('correct horse battery')).not.toBe(hash);
    expect(await verifyPassword('correct horse battery', hash)).toBe(true);
    expect(await verifyPassword('correct horse batterz', hash)).toBe(false);
  });

  it('is checked by its own parameters, not by those in force', async () => {
    const old = await hasherInThread({ memoryKib: 32, iterations: 1 }).hash('x');
    expect(await hasherInThread().verify('x', old)).toBe(true);
  });

  it('agrees with the reference implementation', async () => {
    // Of the test vectors in the reference implementation's src/test.c.
    const reference =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword('password', reference)).toBe(true);
  });

  it('of whatever password is fitted by no empty one', async () => {
    const quick = hasherInThread({ memoryKib: 32, iterations: 1 });
    for (const password of ['-', ' ', '\0'])
      expect(await quick.verify('', await quick.hash(password))).toBe(false);
  });

  it('for nobody is fitted by no password, and costs the same', async () => {
    const dummy = toDummyHash(toForm());
    expect(dummy.startsWith('$argon2id$v=19$m=65536,t=3,p=1$')).toBe(true);
    for (const password of ['', 'password', '\0']) expect(await verifyPassword(password, dummy)).toBe(false);
  });
});

describe('the password thread', () => {
  let folder: string;
  let workerPath: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'hearback-passwords-'));
    workerPath = path.join(folder, 'password-worker.mjs');
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: fileURLToPath(new URL('password-worker.ts', import.meta.url)),
        outDir: folder,
        rolldownOptions: { output: { entryFileNames: 'password-worker.mjs' } },
      },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('hashes and checks as the program itself does, several at once', async () => {
    const thread = new PasswordThread(workerPath);
    const [one, two] = await Promise.all([thread.hash('password one'), thread.hash('password two')]);
    expect(await verifyPassword('password one', one)).toBe(true);
    expect(
      await Promise.all([thread.verify('password two', two), thread.verify('password one', two)]),
    ).toEqual([true, false]);
    await thread.close();
  });

  it('rejects what it cannot read, and goes on', async () => {
    const thread = new PasswordThread(workerPath);
    await expect(thread.verify('x', 'no hash at all')).rejects.toThrowError();
    expect(await thread.verify('x', toDummyHash(toForm()))).toBe(false);
    await thread.close();
  });

  it('that dies rejects what waits, and is started anew by the next task', async () => {
    const onceDead = path.join(folder, 'dies-once.mjs');
    writeFileSync(
      onceDead,
      `import { existsSync, writeFileSync } from 'node:fs';
       const mark = new URL('mark', import.meta.url);
       if (!existsSync(mark)) { writeFileSync(mark, ''); process.exit(3); }
       await import('./password-worker.mjs');`,
    );
    const thread = new PasswordThread(onceDead);
    await expect(thread.hash('x')).rejects.toThrowError('The password thread has ended.');
    expect(await thread.verify('x', await thread.hash('x'))).toBe(true);
    await thread.close();
  });

  it('that is closed rejects what waits, so that nobody waits for ever', async () => {
    const thread = new PasswordThread(workerPath);
    const waiting = thread.hash('x');
    const closed = thread.close();
    await expect(waiting).rejects.toThrowError('The password thread has ended.');
    await closed;
  });
});
