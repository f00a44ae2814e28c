/** Calls from a window: checks the sender of every message, and passes text between the page and the door. */
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { dialog } from 'electron';
import type { Preferences } from '../../shared/model';
import type { Client } from './client';

export interface WindowClientParts {
  readonly id: string;
  readonly window: BrowserWindow;
  /** The only page that may call. */
  readonly startPage: string;
  showTheme(theme: Preferences['theme']): void;
  showLanguage(language: Preferences['language']): void;
  offerPrint(isOffered: boolean): void;
  readonly printer: Pick<Client, 'printFax' | 'printPage'>;
  onRefused(why: string): void;
}

/** Answers a call with a `Result` as JSON. */
export type Dispatch = (client: Client, method: unknown, inputJson: unknown) => Promise<string>;

/** The window as a client of the door. */
export function windowClient(parts: WindowClientParts): Client {
  const { id, window } = parts;
  return {
    id,
    kind: 'window',
    emit: (name, payload) => {
      if (!window.isDestroyed()) window.webContents.send('event', name, JSON.stringify(payload));
    },
    showTheme: (theme) => parts.showTheme(theme),
    showLanguage: (language) => parts.showLanguage(language),
    offerPrint: (isOffered) => parts.offerPrint(isOffered),
    printFax: (job, steps) => parts.printer.printFax(job, steps),
    printPage: (beforeDialog) => parts.printer.printPage(beforeDialog),
    chooseFolder: async () => {
      const chosen = await dialog.showOpenDialog(window, { properties: ['openDirectory'] });
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },
    chooseFiles: async () => {
      const chosen = await dialog.showOpenDialog(window, {
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: 'CSV, JSON', extensions: ['csv', 'json'] }],
      });
      return chosen.canceled || chosen.filePaths.length === 0 ? null : chosen.filePaths;
    },
    chooseTargetFile: async (suggestedName) => {
      const chosen = await dialog.showSaveDialog(window, {
        defaultPath: suggestedName,
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
    },
  };
}

/** Lets the window's own page call, and nobody else: the handler is bound to this window's contents, not to the program. */
export function answerCalls(client: Client, parts: WindowClientParts, dispatch: Dispatch): void {
  parts.window.webContents.ipc.handle('call', (event, method: unknown, inputJson: unknown) => {
    const refusal = findRefusal(event, parts);
    if (refusal !== undefined) {
      parts.onRefused(refusal);
      throw new Error('Refused.');
    }
    return dispatch(client, method, inputJson);
  });
}

/** Why a message is not from the main frame of the window's own page, or undefined where it is. */
function findRefusal(event: IpcMainInvokeEvent, parts: WindowClientParts): string | undefined {
  const frame = event.senderFrame;
  if (!frame) return 'the frame is gone';
  if (event.sender !== parts.window.webContents) return 'another window';
  if (frame.parent !== null) return 'a frame inside the page';
  return frame.url.replace(/[?#].*$/s, '') === parts.startPage ? undefined : 'another page';
}
