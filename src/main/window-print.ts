/**
 * [Note: printing] Pages cannot print (see the sandbox of the content security policy): main does, in the print dialog of the computer. A fax is
 * laid out by a page of its own in a window that is never shown, with a session of its own, so that nothing the first page does gets onto paper.
 *
 * `print` is given an empty object always: Electron 25 never answers a dialog that was closed where it is given none
 * (electron/electron#38811), and 43 refuses all but an empty one on Linux (#52266). Paper and orientation so come from the dialog, and the
 * pages fit themselves to any paper.
 */
import type { IpcMainInvokeEvent, Session, WebContents } from 'electron';
import { BrowserWindow } from 'electron';
import { AppError } from '../shared/errors';
import type { FaxPrintJob, PrintPageCalls, PrintSteps } from '../shared/fax-print';
import type { GuardParts } from './window-guard';
import { GUARDED_PREFERENCES, guardedSession, refuseToLeave } from './window-guard';
import { PRINT_PAGE } from './window-pages';

export interface PrinterParts extends GuardParts {
  /** The window of the person who prints. */
  readonly window: BrowserWindow;
  readonly preloadPath: string;
}

export class Printer {
  readonly #parts: PrinterParts;
  #session: Session | undefined;

  constructor(parts: PrinterParts) {
    this.#parts = parts;
  }

  /** True where it was sent to a printer, false where the dialog was closed. Throws AppError `no-printer`, `print-failed`. */
  async printPage(beforeDialog: () => void): Promise<boolean> {
    const { webContents } = this.#parts.window;
    await requirePrinter(webContents);
    beforeDialog();
    return await openDialog(webContents);
  }

  /** As `printPage`; throws `print-unprepared` too, where a page cannot be laid out. */
  async printFax(job: FaxPrintJob, steps: PrintSteps): Promise<boolean> {
    await requirePrinter(this.#parts.window.webContents);
    if (steps.signal.aborted || this.#parts.window.isDestroyed()) return false;
    const hidden = this.#openHidden();
    const close = () => {
      if (!hidden.isDestroyed()) hidden.destroy();
    };
    // A window that nobody sees would keep the program from ending.
    this.#parts.window.once('closed', close);
    const stopped = new Promise<false>((resolve) => {
      const stop = () => resolve(false);
      steps.signal.addEventListener('abort', stop, { once: true });
      hidden.once('closed', stop);
    });
    try {
      if ((await Promise.race([stopped, prepare(hidden, job, steps)])) === false) return false;
      steps.beforeDialog();
      return await Promise.race([stopped, openDialog(hidden.webContents)]);
    } finally {
      this.#parts.window.off('closed', close);
      close();
    }
  }

  #openHidden(): BrowserWindow {
    // In memory: it keeps nothing.
    this.#session ??= guardedSession('print', this.#parts);
    const hidden = new BrowserWindow({
      show: false,
      title: 'Hearback',
      webPreferences: {
        ...GUARDED_PREFERENCES,
        session: this.#session,
        preload: this.#parts.preloadPath,
        devTools: false,
        backgroundThrottling: false,
      },
    });
    refuseToLeave(hidden);
    return hidden;
  }
}

/** Before anything else: no dialog opens without one, and what happened is told at once. */
async function requirePrinter(webContents: WebContents): Promise<void> {
  const printers = await webContents.getPrintersAsync();
  if (printers.length === 0) throw noPrinter('This computer has no printer.');
}

/** Resolves when every page is laid out. */
async function prepare(hidden: BrowserWindow, job: FaxPrintJob, steps: PrintSteps): Promise<true> {
  const { webContents } = hidden;
  let prepared = 0;
  const isReady = new Promise<true>((resolve, reject) => {
    const answers: { readonly [Name in keyof PrintPageCalls]: (input: PrintPageCalls[Name]) => unknown } = {
      job: () => job,
      prepared: ({ pages }) => {
        prepared = pages;
        steps.onPrepared(pages);
      },
      ready: () => resolve(true),
      failed: ({ page, why }) => reject(unprepared(page, why)),
    };
    webContents.ipc.handle('call', (event, name: unknown, inputJson: unknown) => {
      if (!isFromPage(event, webContents) || typeof name !== 'string' || !Object.hasOwn(answers, name))
        throw new Error('Refused.');
      const answer = answers[name as keyof PrintPageCalls] as (input: unknown) => unknown;
      return JSON.stringify(answer(JSON.parse(String(inputJson))) ?? null);
    });
    webContents.once('render-process-gone', (_event, { reason }) =>
      reject(unprepared(job.firstPage + prepared, `the print page ended: ${reason}`)),
    );
  });
  // Loading fails where the window is destroyed, which whoever destroyed it knows.
  const loaded = hidden.loadURL(PRINT_PAGE);
  const [done] = await Promise.all([isReady, loaded]);
  return done;
}

function isFromPage(event: IpcMainInvokeEvent, webContents: WebContents): boolean {
  const frame = event.senderFrame;
  return event.sender === webContents && frame?.parent === null && frame.url === PRINT_PAGE;
}

function openDialog(webContents: WebContents): Promise<boolean> {
  return new Promise((resolve, reject) => {
    webContents.print({}, (isSent, failureReason) => {
      // The words of Electron, which has no codes for them.
      if (isSent) resolve(true);
      else if (/cancell?ed/i.test(failureReason)) resolve(false);
      else if (/no (valid )?printers|enumerate printers/i.test(failureReason))
        reject(noPrinter(failureReason));
      else
        reject(new AppError('unavailable', 'print-failed', `The computer did not print: ${failureReason}.`));
    });
  });
}

function noPrinter(message: string): AppError {
  return new AppError('unavailable', 'no-printer', message);
}

function unprepared(page: number, why: string): AppError {
  return new AppError('unavailable', 'print-unprepared', `Page ${String(page)}: ${why}.`, { page });
}
