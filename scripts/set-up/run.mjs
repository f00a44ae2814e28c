// Starting other programs.
import { spawn } from 'node:child_process';
import { PROJECT_DIR } from './project.mjs';
import { SetUpError } from './progress.mjs';

const KEPT_OUTPUT_CHARS = 6000;

/**
 * Runs a program to its end, silently; where it fails, the end of what it printed is in the error.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMs?: number }} [options] After `limitMs` it is ended.
 * @returns {Promise<string>} What it printed on stdout.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? PROJECT_DIR,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.limitMs === undefined ? {} : { timeout: options.limitMs }),
    });
    let stdout = '';
    let both = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      both = (both + text).slice(-KEPT_OUTPUT_CHARS);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      both = (both + text).slice(-KEPT_OUTPUT_CHARS);
    });
    child.on('error', (error) => reject(new SetUpError(`${command} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(stdout);
      else
        reject(
          new SetUpError(`${[command, ...args].join(' ')} ended with ${code ?? signal}:\n${both.trim()}`),
        );
    });
  });
}

/**
 * Runs a program on this terminal and hands its end on: a signal to us goes to it too.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdoutToStderr?: boolean }} [options]
 * @returns {Promise<number>} Its exit code; 128 and more where a signal ended it.
 */
export function runHere(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: PROJECT_DIR,
      env: options.env ?? process.env,
      stdio: ['inherit', options.stdoutToStderr ? 2 : 'inherit', 'inherit'],
    });
    /** @param {NodeJS.Signals} signal */
    const handOn = (signal) => void child.kill(signal);
    process.on('SIGTERM', handOn).on('SIGINT', handOn).on('SIGHUP', handOn);
    child.on('error', (error) => reject(new SetUpError(`${command} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      process.off('SIGTERM', handOn).off('SIGINT', handOn).off('SIGHUP', handOn);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/**
 * Runs npm: the same npm that runs us, where there is one, so that none need be on the path.
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 * @returns {Promise<string>}
 */
export function runNpm(args, options = {}) {
  const npmScript = process.env['npm_execpath'];
  if (npmScript?.endsWith('.js')) return run(process.execPath, [npmScript, ...args], options);
  // Windows starts npm.cmd through its shell only.
  return process.platform === 'win32'
    ? run(process.env['ComSpec'] ?? 'cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : run('npm', args, options);
}

/**
 * @param {string} name
 * @returns {Promise<boolean>} Whether a program of that name can be started.
 */
export async function isOnPath(name) {
  try {
    await run(name, ['--version']);
    return true;
  } catch (error) {
    if (error instanceof SetUpError) return false;
    throw error;
  }
}
