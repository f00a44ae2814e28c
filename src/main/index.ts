/** The composition root: how the program starts, told in order. It alone knows every folder. */
import { app, dialog, protocol } from 'electron';
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { findDebuggingSwitch, toStartOptions } from './index-options';
import { startWindow } from './index-window';
import { openLog } from './log';
import { defaultProfileDir, openProfileDir } from './profile';
import { findSampleDir } from './profile-sample';

const options = toStartOptions(process.argv);
/** From here on nobody is there to read a message, and one that waits to be read would keep the program from ending. */
let isEnding = false;
app.once('before-quit', () => (isEnding = true));
// The first is the window; what is printed is laid out in others.
app.once('browser-window-created', (_event, window) => {
  window.once('closed', () => (isEnding = true));
});

try {
  start();
} catch (error) {
  failToStart(error);
}

function start(): void {
  if (isDebuggingRefused()) return;
  const isTemporary = options.screenshotPath !== null && options.profileDir === null;
  const profileDir = isTemporary
    ? mkdtempSync(path.join(tmpdir(), 'hearback-screenshot-'))
    : (options.profileDir ?? defaultProfileDir(process.platform, process.env, homedir()));
  const paths = openProfileDir(profileDir);
  // Before anything else asks: the lock of single instances is that of the profile.
  app.setPath('userData', paths.dir);
  app.setPath('sessionData', paths.browserDir);
  app.setPath('crashDumps', path.join(paths.browserDir, 'crashes'));
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write(`Hearback is open with this profile already: ${paths.dir}\n`);
    app.exit(options.screenshotPath === null ? 0 : 1);
    return;
  }
  const log = openLog(paths.dir, 'window');
  logUnexpected((error, during) => log.failure(error, during));
  // As root Chromium has no sandbox, and would not start if it were asked for one; pages have `sandbox: true` all the same.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.setAppUserModelId('app.hearback.Hearback');
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    {
      scheme: 'media',
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ]);
  app
    .whenReady()
    .then(() =>
      startWindow({
        paths,
        log,
        outDir: path.join(__dirname, '..'),
        threadsDir: __dirname,
        about: {
          version: app.getVersion(),
          platform: toKnownPlatform(process.platform),
          sampleDir: findSampleDir(
            app.isPackaged ? process.resourcesPath : path.join(app.getAppPath(), 'resources'),
          ),
          proposesSample: options.proposesSample,
        },
        screenshotPath: options.screenshotPath,
        onEnd: () => {
          if (isTemporary) rmSync(paths.dir, { recursive: true, force: true, maxRetries: 3 });
        },
      }),
    )
    .catch(failToStart);
}

/** A package answers to nobody but its window; fuses shut what they can, and no fuse shuts these. */
function isDebuggingRefused(): boolean {
  const found = app.isPackaged ? findDebuggingSwitch(process.argv) : undefined;
  if (found === undefined) return false;
  process.stderr.write(`Hearback does not start with ${found}.\n`);
  app.exit(1);
  return true;
}

function toKnownPlatform(platform: NodeJS.Platform): 'win32' | 'darwin' | 'linux' {
  return platform === 'win32' || platform === 'darwin' ? platform : 'linux';
}

function logUnexpected(note: (error: unknown, during: string) => void): void {
  process.on('unhandledRejection', (error) => note(error, 'unhandled rejection'));
  process.on('uncaughtException', (error) => {
    note(error, 'uncaught exception');
    failToStart(error);
  });
}

function failToStart(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Hearback ends: ${message}\n`);
  if (options.screenshotPath === null && !isEnding) dialog.showErrorBox('Hearback', message);
  app.exit(1);
}
