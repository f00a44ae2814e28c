/** Who calls at the door, before anybody has signed in: a window or a terminal, and what only that place can do. */
import type { EventName, Events } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { FaxPrintJob, PrintSteps } from '../../shared/fax-print';
import type { Preferences } from '../../shared/model';
import type { SessionClient } from '../session/session';

/** Sessions and tickets are bound to its id. */
export interface Client extends SessionClient {
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void;
  /** Who signs in brings his colours along, for what the system draws of the window. */
  showTheme(theme: Preferences['theme']): void;
  /** And his language, for the menu; null for that of the computer. */
  showLanguage(language: Preferences['language']): void;
  /** The computer's own dialogs; null where the person closed them. Reject with `needs-window` where there is no window. */
  chooseFolder(): Promise<string | null>;
  chooseTargetFile(suggestedName: string): Promise<string | null>;
  /** One or several files to bring in. */
  chooseFiles(): Promise<readonly string[] | null>;
  /** Whether the menu offers to print what the window shows. */
  offerPrint(isOffered: boolean): void;
  /**
   * Lays the pages of a fax out where nobody sees them and opens the computer's print dialog; true where they were sent to a printer. Rejects
   * with `no-printer`, `print-unprepared`, `print-failed` or what `beforeDialog` throws.
   */
  printFax(job: FaxPrintJob, steps: PrintSteps): Promise<boolean>;
  /** The same for the page of the window as it stands; `beforeDialog` is called when nothing but the dialog is left to come. */
  printPage(beforeDialog: () => void): Promise<boolean>;
}

/** A terminal: dialogs are refused, and events go nowhere. */
export function commandLine(): Client {
  const refuse = () =>
    Promise.reject(
      new AppError(
        'unavailable',
        'needs-window',
        'This opens a dialog, and there is no window to open it in.',
      ),
    );
  return {
    id: 'command line',
    kind: 'command line',
    emit: () => undefined,
    showTheme: () => undefined,
    showLanguage: () => undefined,
    chooseFolder: refuse,
    chooseTargetFile: refuse,
    chooseFiles: refuse,
    offerPrint: () => undefined,
    printFax: refuse,
    printPage: refuse,
  };
}
