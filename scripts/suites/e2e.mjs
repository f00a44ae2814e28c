// Journeys in real Electron: Playwright, on a virtual display of its own.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openVirtualDisplay } from '../display.mjs';
import { SetUpError, say } from '../set-up/progress.mjs';
import { MODULES_DIR, PROJECT_DIR, findProjectNode, isRoot } from '../set-up/project.mjs';
import { run, runHere } from '../set-up/run.mjs';

const PLAYWRIGHT = path.join(MODULES_DIR, '@playwright', 'test', 'cli.js');
const CONFIG = path.join(PROJECT_DIR, 'e2e', 'playwright.config.ts');
const RESULTS_DIR = path.join(PROJECT_DIR, 'test-results', 'e2e');
const NOBODY = 65534;
/** Chromium refuses its sandbox to root. */
const AS_NOBODY = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

/** @type {import('./suite.mjs').Suite} */
export const e2e = {
  name: 'e2e',
  async run({ electron, args }) {
    fs.rmSync(RESULTS_DIR, { recursive: true, force: true });
    fs.mkdirSync(RESULTS_DIR, { recursive: true });
    // On a desktop, too: the windows of the tests would take the focus from the person at work.
    const display = process.platform === 'linux' ? await openVirtualDisplay() : undefined;
    const env = { ...(display?.env ?? process.env), HEARBACK_E2E_RESULTS: RESULTS_DIR };
    try {
      const code = (await mayRunAsNobody(electron.executable))
        ? await runAsNobody(env, args)
        : await runPlaywright(env, args);
      return readCount(code);
    } finally {
      await display?.close();
    }
  },
};

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args
 */
function runPlaywright(env, args) {
  return runHere(findProjectNode(), [PLAYWRIGHT, 'test', '--config', CONFIG, ...args], { env });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args
 */
async function runAsNobody(env, args) {
  const homeDir = fs.mkdtempSync(path.join(os.tmpdir(), 'hearback-e2e-'));
  try {
    const files = [
      homeDir,
      RESULTS_DIR,
      env['XAUTHORITY'],
      env['XAUTHORITY'] && path.dirname(env['XAUTHORITY']),
    ];
    for (const file of files) if (file) fs.chownSync(file, NOBODY, NOBODY);
    const command = [findProjectNode(), PLAYWRIGHT, 'test', '--config', CONFIG, ...args];
    const homes = {
      HOME: homeDir,
      XDG_CONFIG_HOME: undefined,
      XDG_CACHE_HOME: undefined,
      XDG_RUNTIME_DIR: undefined,
    };
    return await runHere('setpriv', [...AS_NOBODY, ...command], { env: { ...env, ...homes } });
  } finally {
    fs.rmSync(homeDir, { recursive: true, force: true });
  }
}

/**
 * Whether the tests can run as another user, in Chromium's real sandbox: as root, where that user can read this
 * checkout and make the namespaces that the sandbox is made of.
 * @param {string} executable Electron's.
 */
async function mayRunAsNobody(executable) {
  if (process.platform !== 'linux' || !isRoot) return false;
  try {
    await run('setpriv', [
      ...AS_NOBODY,
      'test',
      '-x',
      executable,
      '-a',
      '-r',
      PLAYWRIGHT,
      '-a',
      '-r',
      CONFIG,
    ]);
    await run('setpriv', [...AS_NOBODY, 'unshare', '--user', 'true']);
    return true;
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    say('As root, and no other user can run Electron here: without the sandbox of Chromium.');
    return false;
  }
}

/**
 * @param {number} code Playwright's.
 * @returns {import('./suite.mjs').Count}
 */
function readCount(code) {
  const reportPath = path.join(RESULTS_DIR, 'report.json');
  if (!fs.existsSync(reportPath)) throw new Error(`Playwright ended with ${code} and wrote no report`);
  const { stats } = JSON.parse(fs.readFileSync(reportPath, 'utf8'));
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed: code === 0 ? failed : Math.max(failed, 1) };
}
