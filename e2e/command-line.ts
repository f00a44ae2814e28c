/** Runs the command line as a person at a terminal would. */
import { spawn } from 'node:child_process';
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
  const env = { ...process.env, ...(password === undefined ? {} : { HEARBACK_PASSWORD: password }) };
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
