/** Runs the command line as a person at a terminal would. */
import { spawn } from 'node:child_process';
import type { Input, MethodName, Output } from '../src/shared/contract';
import type { Result } from '../src/shared/errors';

export interface CommandLineRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What it printed, as a Result; an `internal` error where it printed none. */
  readonly result: Result<unknown>;
}

/** Journeys are started by the Node that runs everything else here, so the same one runs the built command line. */
export async function runHearback(args: readonly string[], password?: string): Promise<CommandLineRun> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...(password === undefined ? {} : { HEARBACK_PASSWORD: password }),
  };
  // A terminal on a server has no display to show a window on.
  for (const name of ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY']) delete env[name];
  const child = spawn(process.execPath, ['out/main/cli.js', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
  return { exitCode, stdout, stderr, result: toResult(stdout) };
}

/** One person at a terminal, on one profile. */
export class Terminal {
  constructor(
    readonly profileDir: string,
    readonly userName: string | null,
    readonly password = '',
    /** Hears of each call, for a journey that must have made them all. */
    readonly onCall: (method: string) => void = () => undefined,
  ) {}

  run(method: string, inputJson?: string): Promise<CommandLineRun> {
    this.onCall(method);
    const user = this.userName === null ? [] : ['--user', this.userName];
    const input = inputJson === undefined ? [] : [inputJson];
    return runHearback(
      ['--profile', this.profileDir, ...user, 'call', method, ...input],
      this.userName === null ? undefined : this.password,
    );
  }

  async call<M extends MethodName>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
    return (await this.run(method, JSON.stringify(input))).result as Result<Output<M>>;
  }

  /** Takes the value. Throws for a refusal. */
  async ask<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const result = await this.call(method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.reason}: ${result.error.message}`);
    return result.value;
  }
}

function toResult(stdout: string): Result<unknown> {
  try {
    return JSON.parse(stdout) as Result<unknown>;
  } catch {
    return {
      ok: false,
      error: { code: 'internal', reason: 'internal', message: `No result: ${stdout.slice(0, 500)}` },
    };
  }
}
