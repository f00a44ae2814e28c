/** A real program on a real profile for tests: real threads, built here, on the sample archive. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { EventName, Events, Input, MethodName, Output, SetUpDone } from '../shared/contract';
import type { Result } from '../shared/errors';
import { AppError } from '../shared/errors';
import type { FaxPrintJob, PrintSteps } from '../shared/fax-print';
import type { Client } from './door/client';
import { openLog } from './log';
import type { ProfilePaths } from './profile';
import { openProfileDir } from './profile';
import { Ballast } from './profile-ballast';
import { Program } from './program';

const mainDir = fileURLToPath(new URL('.', import.meta.url));
export const projectDir = path.join(mainDir, '..', '..');
export const sampleDir = path.join(projectDir, 'resources', 'sample-archive');

/** Builds the threads into a folder from which better-sqlite3 can be found. Remove it afterwards. */
export async function buildThreads(): Promise<string> {
  const cacheDir = path.join(projectDir, 'node_modules', '.cache');
  mkdirSync(cacheDir, { recursive: true });
  const threadsDir = mkdtempSync(path.join(cacheDir, 'hearback-threads-'));
  const entry = (name: string) => path.join(mainDir, name);
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node18.15',
      outDir: threadsDir,
      minify: false,
      rollupOptions: {
        input: {
          'scanner-worker': entry('scanner/worker.ts'),
          'password-worker': entry('session/password-worker.ts'),
          'peaks-worker': entry('peaks/worker.ts'),
          'tally-worker': entry('catalog/tally-worker.ts'),
          'preview-worker': entry('policy/preview-worker.ts'),
          'exchange-worker': entry('exchange/worker.ts'),
        },
        external: ['better-sqlite3'],
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return threadsDir;
}

export interface HeardEvent {
  readonly name: EventName;
  readonly payload: Events[EventName];
}

/** A window without Electron: what it heard, and what its person would choose in a dialog. */
export class TestWindow implements Client {
  readonly kind = 'window';
  readonly heard: HeardEvent[] = [];
  chosenFolder: string | null = null;
  chosenFile: string | null = null;
  chosenFiles: readonly string[] | null = null;
  readonly printJobs: FaxPrintJob[] = [];
  printer = (steps: PrintSteps): Promise<boolean> => {
    steps.beforeDialog();
    return Promise.resolve(true);
  };

  constructor(readonly id: string) {}

  emit<Name extends EventName>(name: Name, payload: Events[Name]): void {
    this.heard.push({ name, payload });
  }
  showTheme(): void {
    // Nothing to colour.
  }
  showLanguage(): void {
    // No menu.
  }
  offerPrint(): void {
    // No menu.
  }
  /** Each page is at once laid out and sent, unless `printer` says otherwise. */
  async printFax(job: FaxPrintJob, steps: PrintSteps): Promise<boolean> {
    this.printJobs.push(job);
    for (let page = job.firstPage; page <= job.lastPage; page += 1)
      steps.onPrepared(page - job.firstPage + 1);
    return await this.printer(steps);
  }
  printPage(beforeDialog: () => void): Promise<boolean> {
    beforeDialog();
    return Promise.resolve(true);
  }
  chooseFolder(): Promise<string | null> {
    return Promise.resolve(this.chosenFolder);
  }
  chooseFiles(): Promise<readonly string[] | null> {
    return Promise.resolve(this.chosenFiles);
  }
  chooseTargetFile(): Promise<string | null> {
    return Promise.resolve(this.chosenFile);
  }

  heardOf<Name extends EventName>(name: Name): Events[Name][] {
    return this.heard.filter((event) => event.name === name).map((event) => event.payload as Events[Name]);
  }
}

export class TestProfile {
  readonly paths: ProfilePaths = openProfileDir(mkdtempSync(path.join(tmpdir(), 'hearback-program-')));
  readonly #open: Program[] = [];

  constructor(readonly threadsDir: string) {}

  open(): Program {
    const program = new Program({
      paths: this.paths,
      log: openLog(this.paths.dir, 'window'),
      ballast: new Ballast(this.paths.dir),
      threadsDir: this.threadsDir,
      about: { version: '0.0.0', platform: 'linux', sampleDir, proposesSample: false },
    });
    this.#open.push(program);
    return program;
  }

  async close(program: Program): Promise<void> {
    this.#open.splice(this.#open.indexOf(program), 1);
    await program.close();
  }

  async remove(): Promise<void> {
    for (const program of [...this.#open]) await this.close(program);
    rmSync(this.paths.dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Calls and takes the value. Throws AppError for a refusal. */
export async function ask<M extends MethodName>(
  program: Program,
  client: Client,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  const json = await program.door.dispatchJson(client, method, JSON.stringify(input));
  const result = JSON.parse(json) as Result<Output<M>>;
  if (result.ok) return result.value;
  const { code, reason, message, details } = result.error;
  throw new AppError(code, reason, message, details);
}

/** Sets the sample archive up from this window and waits until it is scanned. */
async function setUpSample(program: Program, window: TestWindow): Promise<SetUpDone> {
  const done = await ask(program, window, 'setup.openSample', {});
  await until(async () => {
    const [source] = await ask(program, window, 'sources.list', {});
    return source?.lastScan?.state === 'done';
  });
  return done;
}

/** A program on the sample archive, with Ada, its administrator, at a window. */
export interface SampleProgram {
  readonly profile: TestProfile;
  readonly program: Program;
  readonly ada: TestWindow;
  readonly done: SetUpDone;
  /** Ends the program and leaves nothing of it behind. */
  remove(): Promise<void>;
}

export async function openSampleProgram(): Promise<SampleProgram> {
  const threadsDir = await buildThreads();
  const profile = new TestProfile(threadsDir);
  const program = profile.open();
  const ada = new TestWindow('window of ada');
  program.connect(ada);
  const done = await setUpSample(program, ada);
  const remove = async () => {
    await profile.remove();
    rmSync(threadsDir, { recursive: true, force: true });
  };
  return { profile, program, ada, done, remove };
}

/** Looks again and again, as the person at the window would. */
export async function until(isSo: () => boolean | Promise<boolean>, limitMs = 10_000): Promise<void> {
  const endMs = Date.now() + limitMs;
  while (!(await isSo())) {
    if (Date.now() > endMs) throw new Error('It did not come about in time.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A window to which this person of the sample has signed in. */
export async function signIn(program: Program, done: SetUpDone, signInName: string): Promise<TestWindow> {
  const password = done.samplePeople.find((person) => person.signInName === signInName)?.password;
  if (password === undefined) throw new Error(`The sample has no ${signInName}.`);
  const window = new TestWindow(`window of ${signInName}`);
  program.connect(window);
  await ask(program, window, 'session.signIn', { signInName, password });
  return window;
}
