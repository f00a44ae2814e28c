/** One window and the program behind it: first the page, painted, and then the databases, so that nobody looks at nothing. */
import { app } from 'electron';
import path from 'node:path';
import type { MenuCommand } from '../shared/contract';
import type { Result } from '../shared/errors';
import { AppError } from '../shared/errors';
import type { Preferences } from '../shared/model';
import { answerMedia } from './door/media';
import type { Client } from './door/client';
import { toUnfailing } from './door/unfailing-response';
import { answerCalls, windowClient } from './door/window-client';
import { closeWithoutPage, endInTime } from './index-ending';
import { lockWhenIdle } from './index-idle';
import { takeScreenshot } from './index-screenshot';
import { showMenu } from './menu';
import { toMenuWords } from './menu-words';
import { Ballast } from './profile-ballast';
import type { Program, ProgramOptions } from './program';
import type { AppWindow } from './window';
import { openWindow } from './window';
import type { GuardParts } from './window-guard';
import type { PrinterParts } from './window-print';
import { Printer } from './window-print';
import type { Pages } from './window-pages';
import { PAGES_ORIGIN, START_PAGE, openPages } from './window-pages';

export interface WindowStart extends Omit<ProgramOptions, 'ballast'> {
  /** The folder of what was built: main, preload and renderer. */
  readonly outDir: string;
  readonly screenshotPath: string | null;
  /** After everything is closed. */
  readonly onEnd: () => void;
}

/** What the window and the hidden one that prints are given alike. */
type Guard = GuardParts & Pick<PrinterParts, 'preloadPath'>;

const CLIENT_ID = 'window-1';
const PICTURE_LIMIT_MS = 80_000;

export async function startWindow(start: WindowStart): Promise<void> {
  const { log } = start;
  const ballast = new Ballast(start.paths.dir);
  const guard: Guard = {
    preloadPath: path.join(start.outDir, 'preload', 'index.js'),
    pages: openPages(path.join(start.outDir, 'renderer')),
    answerMedia: async (request) =>
      toUnfailing(await answerMedia(request, (await opened).mediaOf(CLIENT_ID, PAGES_ORIGIN))),
  };
  const shell = openWindow({
    ...guard,
    id: CLIENT_ID,
    profileDir: start.paths.dir,
    hasDevTools: !app.isPackaged,
    onFailure: (error, during) => log.failure(error, during),
  });
  // Before all else: while Chromium starts a process for the page, there is time for the rest.
  const loaded = shell.load();
  const opened = openProgram({ ...start, ballast }, shell, guard.pages);
  const client = connect(start, shell, opened, guard);
  endWith(start, shell, opened, client);
  if (start.screenshotPath !== null) endTooLate(start, opened);
  await loaded;
  const program = await opened.catch((error: unknown) => {
    // The page has the same answer to its first call, and says it in words.
    log.failure(error, 'opening the profile');
    if (start.screenshotPath !== null) throw error;
    return undefined;
  });
  if (!program) return;
  lockWhenIdle(() => program.lockAll());
  if (!(await ballast.fill())) program.addNotice('disk-nearly-full');
  if (start.screenshotPath !== null)
    await takeScreenshotAndEnd(start, start.screenshotPath, program, client, shell);
}

/**
 * The program behind the window: its code is read while the page reads its own, for one would wait for the other; its databases are opened when
 * the window is on the screen. Rejects with what the constructor throws.
 */
async function openProgram(options: ProgramOptions, shell: AppWindow, pages: Pages): Promise<Program> {
  // A window is shown in time also where no page comes.
  await Promise.race([pages.scriptsGiven, shell.painted]);
  const code = await import('./program');
  await shell.painted;
  const program = new code.Program(options);
  await program.recover();
  return program;
}

/** The page's calls, which wait until the program behind them is open; where it cannot be opened, each is answered with why. */
function connect(start: WindowStart, shell: AppWindow, opened: Promise<Program>, guard: Guard): Client {
  const { window } = shell;
  const menu = showChangingMenu(shell, (command) => client.emit('menu.chosen', { command }));
  const parts = {
    id: CLIENT_ID,
    window,
    startPage: START_PAGE,
    showTheme: (theme: Preferences['theme']) => shell.showTheme(theme),
    showLanguage: (language: Preferences['language']) => menu.show({ language }),
    offerPrint: (offersPrint: boolean) => menu.show({ offersPrint }),
    printer: new Printer({ ...guard, window }),
    onRefused: (why: string) => start.log.info('message refused', { why }),
  };
  const client = windowClient(parts);
  // A page that is loaded anew shows nothing yet.
  window.webContents.on('did-start-loading', () => menu.show({ offersPrint: false }));
  opened.then((program) => program.connect(client)).catch(() => undefined);
  answerCalls(client, parts, async (caller, method, inputJson) => {
    try {
      const program = await opened;
      return await program.door.dispatchJson(caller, method, inputJson);
    } catch (error) {
      return JSON.stringify(toUnopened(error));
    }
  });
  return client;
}

interface MenuState {
  readonly language: Preferences['language'];
  readonly offersPrint: boolean;
}

/** The menu, made anew whenever what it says changes. */
function showChangingMenu(shell: AppWindow, choose: (command: MenuCommand) => void) {
  let state: MenuState = { language: null, offersPrint: false };
  function show(changed: Partial<MenuState>): void {
    state = { ...state, ...changed };
    const parts = {
      platform: process.platform,
      hasDevTools: !app.isPackaged,
      offersPrint: state.offersPrint,
      choose,
      zoomBy: (steps: number) => shell.zoomBy(steps),
      resetZoom: () => shell.resetZoom(),
    };
    showMenu(parts, toMenuWords(state.language, [app.getLocale(), ...app.getPreferredSystemLanguages()]));
  }
  show({});
  return { show };
}

function toUnopened(error: unknown): Result<never> {
  const known =
    error instanceof AppError
      ? error
      : new AppError('internal', 'internal', 'The profile could not be opened. The log has the reason.');
  return { ok: false, error: known.toShape() };
}

function endWith(start: WindowStart, shell: AppWindow, opened: Promise<Program>, client: Client): void {
  const { window } = shell;
  let isEnding = false;
  closeWithoutPage(window);
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  window.on('closed', () => {
    opened.then((program) => program.disconnect(client)).catch(() => undefined);
  });
  // On macOS too: there is one window, and what it showed must not stay open behind nothing.
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isEnding) return;
    isEnding = true;
    event.preventDefault();
    void end(start, opened, 0);
  });
}

function end(start: WindowStart, opened: Promise<Program>, exitCode: number): Promise<void> {
  return endInTime({
    close: async () => (await opened).close(),
    onFailure: (error, during) => start.log.failure(error, during),
    exit: () => {
      start.onEnd();
      app.exit(exitCode);
    },
    kill: () => {
      start.onEnd();
      process.kill(process.pid, 'SIGKILL');
    },
  });
}

/** A picture is taken for a script, which must not wait for ever for a page that never comes. */
function endTooLate(start: WindowStart, opened: Promise<Program>): void {
  setTimeout(() => {
    process.stderr.write('No picture: the window did not come up in time.\n');
    const soon = new Promise<never>((_resolve, reject) =>
      setTimeout(() => reject(new Error('It never opened.')), 2000),
    );
    void end(start, Promise.race([opened, soon]), 1);
  }, PICTURE_LIMIT_MS);
}

async function takeScreenshotAndEnd(
  start: WindowStart,
  filePath: string,
  program: Program,
  client: Client,
  shell: AppWindow,
): Promise<void> {
  let exitCode = 0;
  try {
    await takeScreenshot(filePath, program, client, shell.window);
  } catch (error) {
    exitCode = 1;
    start.log.failure(error, 'taking a picture');
    process.stderr.write(`No picture: ${error instanceof Error ? error.message : String(error)}\n`);
  }
  await end(start, Promise.resolve(program), exitCode);
}
