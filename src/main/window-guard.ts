/**
 * What every window of the program is shut in by. A session has no cache: nothing that was heard or seen stays on the disk. Each window has a
 * session of its own, so that the media protocol knows which window asks, by fact and not by a secret that a page could pass on.
 */
import type { BrowserWindow, Session, WebPreferences } from 'electron';
import { session } from 'electron';
import type { Pages } from './window-pages';
import { PAGES_ORIGIN } from './window-pages';

export interface GuardParts {
  readonly pages: Pages;
  /** Answers `media:` requests of this window, and of no other. */
  readonly answerMedia: (request: Request) => Promise<Response>;
}

const OWN_SCHEMES = /^(app|media|data|blob|devtools):/;

export const GUARDED_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;

/** Once for each partition: a protocol has one handler. */
export function guardedSession(partition: string, parts: GuardParts): Session {
  const own = session.fromPartition(partition, { cache: false });
  own.setPermissionRequestHandler((_contents, permission, answer) => answer(isGranted(permission)));
  own.setPermissionCheckHandler((_contents, permission) => isGranted(permission));
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  own.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !OWN_SCHEMES.test(request.url) }));
  own.protocol.handle('app', (request) => parts.pages.answer(request));
  own.protocol.handle('media', (request) => parts.answerMedia(request));
  return own;
}

/** Putting text on the clipboard, after a press of a button: a password that is shown once must be taken along. Nothing else. */
function isGranted(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

/** Nothing leads out of the page: no navigation, no second window, no webview. */
export function refuseToLeave(window: BrowserWindow): void {
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => event.preventDefault());
  webContents.on('will-redirect', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  webContents.on('did-create-window', (child) => child.destroy());
  webContents.on('did-navigate', (_event, url) => {
    if (!url.startsWith(`${PAGES_ORIGIN}/`)) window.destroy();
  });
}
