/** The window: where it is, how large its page is, and that it comes back after a crash. */
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { GuardParts } from './window-guard';
import { GUARDED_PREFERENCES, guardedSession, refuseToLeave } from './window-guard';
import { START_PAGE } from './window-pages';
import type { WindowState } from './window-state';
import { MIN_HEIGHT, MIN_WIDTH, readWindowState, toZoom, writeWindowState } from './window-state';

export interface WindowParts extends GuardParts {
  readonly id: string;
  readonly profileDir: string;
  readonly preloadPath: string;
  readonly hasDevTools: boolean;
  readonly onFailure: (error: unknown, during: string) => void;
}

export interface AppWindow {
  readonly window: BrowserWindow;
  load(): Promise<void>;
  /** Resolves when the first picture of the page is on the screen. */
  readonly painted: Promise<void>;
  zoomBy(steps: number): void;
  resetZoom(): void;
  /** The colours that the person has chosen, for the system's own parts of the window and for the next start. */
  showTheme(theme: WindowState['theme']): void;
}

const STATE_SETTLES_AFTER_MS = 500;
const CRASHES_FORGIVEN = 3;
const PAINTED_AFTER_MS = 5000;
/** The page's ground in both themes, so that no window flashes before its first paint. */
const GROUND = { light: '#ffffff', dark: '#1a1b1e' };

export function openWindow(parts: WindowParts): AppWindow {
  const state = readWindowState(
    parts.profileDir,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  nativeTheme.themeSource = state.theme;
  const window = new BrowserWindow({
    ...(state.place ?? {}),
    width: state.width,
    height: state.height,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    title: 'Hearback',
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      ...GUARDED_PREFERENCES,
      // Kept: how the person likes his columns.
      session: guardedSession(`persist:${parts.id}`, parts),
      preload: parts.preloadPath,
      devTools: parts.hasDevTools,
      // A play begins after an answer from main, by when the click may be too long ago for Chromium.
      autoplayPolicy: 'no-user-gesture-required',
      // What plays must play on while the window is covered.
      backgroundThrottling: false,
    },
  });
  const painted = showWhenPainted(window, state.isMaximised);
  const kept = keepState(window, state, parts);
  refuseToLeave(window);
  comeBackAfterCrash(window, parts);
  return {
    window,
    painted,
    load: () => window.loadURL(START_PAGE),
    zoomBy: (steps) => kept.setZoom(toZoom(kept.state().zoom + steps / 10)),
    resetZoom: () => kept.setZoom(1),
    showTheme: (theme) => {
      nativeTheme.themeSource = theme;
      kept.setTheme(theme);
    },
  };
}

function showWhenPainted(window: BrowserWindow, isMaximised: boolean): Promise<void> {
  return new Promise((resolve) => {
    let isShown = false;
    function show(): void {
      clearTimeout(timer);
      if (isShown || window.isDestroyed()) return resolve();
      isShown = true;
      if (isMaximised) window.maximize();
      window.show();
      resolve();
    }
    // Whatever keeps a page from being painted must not keep the program from starting, or from ending.
    const timer = setTimeout(show, PAINTED_AFTER_MS);
    window.once('ready-to-show', show);
    window.once('closed', show);
  });
}

/** A page whose process died is loaded anew, for its person is still signed in; one that dies again and again stays away. */
function comeBackAfterCrash(window: BrowserWindow, { onFailure }: WindowParts): void {
  let reloads = 0;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    onFailure(new Error(`The page ended: ${reason}, exit code ${exitCode}.`), 'showing the page');
    reloads += 1;
    if (reloads <= CRASHES_FORGIVEN && !window.isDestroyed()) window.webContents.reload();
  });
}

function keepState(window: BrowserWindow, initial: WindowState, parts: WindowParts) {
  let state = initial;
  let timer: NodeJS.Timeout | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    try {
      writeWindowState(parts.profileDir, state);
    } catch (error) {
      // A full disk must not keep anybody from moving a window.
      parts.onFailure(error, 'keeping the place of the window');
    }
  }
  function change(changed: Partial<WindowState>): void {
    state = { ...state, ...changed };
    clearTimeout(timer);
    timer = setTimeout(write, STATE_SETTLES_AFTER_MS);
  }
  function moved(): void {
    if (window.isMinimized() || window.isFullScreen()) return;
    const { x, y, width, height } = window.getNormalBounds();
    change({ place: { x, y }, width, height, isMaximised: window.isMaximized() });
  }
  function setZoom(zoom: number): void {
    change({ zoom });
    window.webContents.setZoomFactor(zoom);
  }
  window.on('resize', moved);
  window.on('move', moved);
  window.on('close', () => {
    if (timer) write();
  });
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(state.zoom));
  window.webContents.on('zoom-changed', (_event, direction) =>
    setZoom(toZoom(state.zoom + (direction === 'in' ? 0.1 : -0.1))),
  );
  return { state: () => state, setZoom, setTheme: (theme: WindowState['theme']) => change({ theme }) };
}
