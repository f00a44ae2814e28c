// `npm start`: sets up, builds, and opens the console on the sample archive.
//   npm start -- --profile DIR          with a profile of its own
//   npm start -- --screenshot FILE.png  saves a picture of the recordings list and ends
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { hasDisplay, openVirtualDisplay } from './display.mjs';
import { main } from './set-up/main.mjs';
import { say } from './set-up/progress.mjs';
import { PROJECT_DIR, isRoot } from './set-up/project.mjs';
import { runHere } from './set-up/run.mjs';
import { setUp } from './set-up/set-up.mjs';

const PATH_OPTIONS = ['--screenshot', '--profile'];

await main(async () => {
  const args = toAppArgs(process.argv.slice(2));
  if (!args) return 2;
  const electron = await setUp({ purpose: 'start' });
  await ensureBuilt();
  // Chromium refuses its sandbox to root.
  const chromiumArgs = isRoot ? ['--no-sandbox'] : [];
  const appArgs = [PROJECT_DIR, '--sample', ...args, ...chromiumArgs];
  if (hasDisplay()) return runHere(electron.executable, appArgs, { env: withoutNodeMode(process.env) });

  const display = await openVirtualDisplay();
  if (!args.includes('--screenshot')) {
    say(`There is no display, so Hearback opens on a virtual one, ${display.name}. To see it:`);
    say(`    XAUTHORITY=${display.authorityPath} x11vnc -localhost -display ${display.name}`);
    say('and a VNC viewer; or: npm start -- --screenshot FILE.png. Ctrl+C ends it.');
  }
  try {
    return await runHere(electron.executable, [...appArgs, '--disable-gpu', '--log-level=3'], {
      env: withoutNodeMode(display.env),
    });
  } finally {
    await display.close();
  }
});

/**
 * Paths are meant from where npm was called, not from the root of the project.
 * @param {string[]} args
 * @returns {string[] | undefined} Nothing, with a message, where a path is missing.
 */
function toAppArgs(args) {
  const from = process.env['INIT_CWD'] ?? process.cwd();
  /** @type {string[]} */
  const appArgs = [];
  for (let i = 0; i < args.length; i++) {
    const [name = '', inline] = splitOption(args[i] ?? '');
    if (!PATH_OPTIONS.includes(name)) {
      appArgs.push(args[i] ?? '');
      continue;
    }
    const value = inline ?? args[++i];
    if (!value) {
      say(`${name} needs a path: npm start -- ${name} ${name === '--profile' ? 'DIR' : 'FILE.png'}`);
      return undefined;
    }
    appArgs.push(name, path.resolve(from, value));
  }
  return appArgs;
}

/** @param {string} arg */
function splitOption(arg) {
  const at = arg.indexOf('=');
  return at < 0 ? [arg] : [arg.slice(0, at), arg.slice(at + 1)];
}

/** @param {NodeJS.ProcessEnv} env */
function withoutNodeMode(env) {
  const rest = { ...env };
  // Some editors set it in their terminals; with it Electron is a plain Node.
  delete rest['ELECTRON_RUN_AS_NODE'];
  return rest;
}
