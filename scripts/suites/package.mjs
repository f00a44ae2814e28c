// Packaging as a folder, with the Electron at hand; the configuration of every platform is checked on the way.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openVirtualDisplay } from '../display.mjs';
import { MODULES_DIR, PROJECT_DIR, findProjectNode, isRoot } from '../set-up/project.mjs';
import { run } from '../set-up/run.mjs';
import { countChecks } from './suite.mjs';

const DIST_DIR = path.join(PROJECT_DIR, 'dist');
const START_LIMIT_MS = 90_000;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** @type {import('./suite.mjs').Suite} */
export const packaging = {
  name: 'package',
  run: ({ electron }) => countChecks([() => packFolder(electron), startPackaged]),
};

/** @param {import('../set-up/electron.mjs').Electron} electron */
async function packFolder(electron) {
  fs.rmSync(DIST_DIR, { recursive: true, force: true });
  const builder = path.join(MODULES_DIR, 'electron-builder', 'cli.js');
  const args = [
    ...['--config', 'electron-builder.config.mjs', '--dir', '--publish', 'never'],
    // Nothing is downloaded: the Electron of the set-up is packed.
    `-c.electronDist=${electron.dir}`,
    `-c.electronVersion=${electron.version}`,
  ];
  await run(findProjectNode(), [builder, ...args], {
    env: { ...process.env, HEARBACK_TEST_RUNTIME: electron.kind === 'test' ? '1' : '0' },
  });
  process.stdout.write('✓ packed as a folder\n');
  return true;
}

/** Its fuses are set, so that nothing but its own command line can drive it: it takes a picture of itself. */
async function startPackaged() {
  const workDir = fs.mkdtempSync(path.join(os.tmpdir(), 'hearback-package-'));
  const picturePath = path.join(workDir, 'picture.png');
  const args = ['--sample', '--profile', path.join(workDir, 'profile'), '--screenshot', picturePath];
  const display = process.platform === 'linux' ? await openVirtualDisplay() : undefined;
  try {
    await run(
      findExecutable(),
      [...args, ...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--log-level=3'],
      {
        env: display?.env ?? process.env,
        limitMs: START_LIMIT_MS,
      },
    );
    const isPicture = fs.readFileSync(picturePath).subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE);
    process.stdout.write(`${isPicture ? '✓' : '✗'} the package opens the sample archive\n`);
    return isPicture;
  } finally {
    await display?.close();
    fs.rmSync(workDir, { recursive: true, force: true });
  }
}

function findExecutable() {
  const candidates = [
    'linux-unpacked/hearback',
    'linux-arm64-unpacked/hearback',
    'win-unpacked/Hearback.exe',
    'win-arm64-unpacked/Hearback.exe',
    'mac/Hearback.app/Contents/MacOS/Hearback',
    'mac-arm64/Hearback.app/Contents/MacOS/Hearback',
  ].map((name) => path.join(DIST_DIR, ...name.split('/')));
  const executable = candidates.find((one) => fs.existsSync(one));
  if (!executable) throw new Error(`There is no program in ${DIST_DIR}`);
  return executable;
}
