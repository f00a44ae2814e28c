// A display for a machine that has none: Xvfb, which only this user can look into.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SetUpError } from './set-up/progress.mjs';

const SCREEN = '1440x900x24';

/** Whether windows can be shown: on Linux that depends on the environment. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/**
 * @typedef {object} Display
 * @property {string} name As in `DISPLAY`.
 * @property {string} authorityPath The file with the cookie that lets a program in.
 * @property {NodeJS.ProcessEnv} env The environment for programs that shall use it.
 * @property {() => Promise<void>} close
 */

/**
 * Starts a virtual display of its own number.
 * @returns {Promise<Display>}
 */
export async function openVirtualDisplay() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'hearback-display-'));
  const authorityPath = path.join(dir, 'authority');
  fs.writeFileSync(authorityPath, toAuthority(randomBytes(16)), { mode: 0o600 });
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset', '-auth', authorityPath],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const hasEnded = new Promise((resolve) => server.once('close', resolve).once('error', resolve));
  const number = await readDisplayNumber(server);
  const name = `:${number}`;
  return {
    name,
    authorityPath,
    env: { ...process.env, DISPLAY: name, XAUTHORITY: authorityPath },
    async close() {
      server.kill();
      await hasEnded;
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** @param {import('node:child_process').ChildProcess} server */
function readDisplayNumber(server) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new SetUpError(`Xvfb could not be started: ${error.message}`)));
    server.once('close', (code) => reject(new SetUpError(`Xvfb ended at once, with ${code}.`)));
    server.stdio[3]?.once('data', (text) => resolve(Number(String(text).trim())));
  });
}

/**
 * One entry of an Xauthority file that holds for every host and display: family, address, number, name, data, the
 * last four with their length, all big-endian (XSecurity, "Xau library").
 * @param {Buffer} cookie
 */
function toAuthority(cookie) {
  const wildFamily = Buffer.from([0xff, 0xff]);
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), cookie];
  const withLengths = fields.map((field) => Buffer.concat([Buffer.from([0, field.length]), field]));
  return Buffer.concat([wildFamily, ...withLengths]);
}
