/** The same door from a terminal: plain Node, no display, the same dispatcher and policy, and its own name in the trail. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { contract } from '../shared/contract';
import type { Result } from '../shared/errors';
import { AppError } from '../shared/errors';
import type { CliTask } from './cli-arguments';
import { USAGE, UsageError, toCliTask } from './cli-arguments';
import { readPassword } from './cli-password';
import type { Client } from './door/client';
import { commandLine } from './door/client';
import { openLog } from './log';
import type { ProfilePaths } from './profile';
import { defaultProfileDir, openProfileDir } from './profile';
import { Ballast } from './profile-ballast';
import { findSampleDir } from './profile-sample';
import { Program } from './program';

const PROJECT_DIR = path.join(__dirname, '..', '..');

main(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    const isUsage = error instanceof UsageError;
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\n${isUsage ? `\n${USAGE}` : ''}`,
    );
    process.exitCode = isUsage ? 2 : 1;
  },
);

async function main(args: readonly string[]): Promise<number> {
  const task = toCliTask(args);
  if (task.what.kind === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  if (task.what.kind === 'methods') {
    print(listMethods());
    return 0;
  }
  const result = await call(task.profileDir, task.what);
  print(result);
  return result.ok ? 0 : 1;
}

type CallTask = Extract<CliTask['what'], { kind: 'call' }>;

/** Signs in where a person is named, calls, and signs out: the first refusal on the way is the answer. */
async function call(profileDir: string | null, task: CallTask): Promise<Result<unknown>> {
  const password = task.userName === null ? null : await readPassword(task.userName);
  const opened = open(profileDir);
  if (!opened.ok) return opened;
  const program = opened.value;
  await program.recover();
  const client = commandLine();
  program.connect(client);
  try {
    return (
      (await signIn(program, client, task.userName, password)) ?? (await dispatch(program, client, task))
    );
  } finally {
    // Apart from the answer, which is for scripts to read.
    for (const notice of program.notices()) process.stderr.write(`${NOTICES[notice] ?? notice}\n`);
    await program.close();
  }
}

const NOTICES: Readonly<Record<string, string>> = {
  'catalog-rebuilt':
    'The catalog was damaged, so an empty one has taken its place. Fill it with sources.scan for each source; nothing was lost.',
  'delete-unfinished':
    'Files of a deleted recording could not be removed or put back now. The next start tries again.',
  'disk-full': 'The disk was full, so the reserve was given up. Free some space.',
};

function open(profileDir: string | null): Result<Program> {
  try {
    const paths = openProfileDir(profileDir ?? defaultProfileDir(process.platform, process.env, homedir()));
    return { ok: true, value: openProgram(paths) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toShape() };
    throw error;
  }
}

function openProgram(paths: ProfilePaths): Program {
  const log = openLog(paths.dir, 'command line');
  try {
    return new Program({
      paths,
      log,
      ballast: new Ballast(paths.dir),
      threadsDir: __dirname,
      about: {
        version: readVersion(),
        platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux',
        sampleDir: findSampleDir(path.join(PROJECT_DIR, 'resources')),
        proposesSample: false,
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) log.failure(error, 'opening the profile');
    throw error;
  }
}

async function signIn(
  program: Program,
  client: Client,
  signInName: string | null,
  password: string | null,
): Promise<Result<unknown> | undefined> {
  if (signInName === null || password === null) return undefined;
  const signedIn = await program.door.dispatch(client, 'session.signIn', { signInName, password });
  return signedIn.ok ? undefined : signedIn;
}

async function dispatch(program: Program, client: Client, task: CallTask): Promise<Result<unknown>> {
  return JSON.parse(await program.door.dispatchJson(client, task.method, task.inputJson)) as Result<unknown>;
}

function listMethods() {
  return Object.entries(contract).map(([method, { about, access, input }]) => ({
    method,
    about,
    access,
    input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
  }));
}

/** JSON leaves some control and direction characters as they are; a terminal would obey them. */
function print(value: unknown): void {
  const json = JSON.stringify(value, null, 2).replace(
    /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  process.stdout.write(`${json}\n`);
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(PROJECT_DIR, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}
