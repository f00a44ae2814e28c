/** What the program has for looking at rights without changing any: the threads that count and rehearse, and who looks as whom. */
import path from 'node:path';
import { MadePreviews } from './door/made-previews';
import type { Services } from './door/services';
import { ViewAs } from './door/view-as';
import type { WritableDb } from './sqlite/database';
import { AskedThread } from './thread/asked-thread';

/** Each thread starts with its first question. */
export function makePreviews(
  ledger: WritableDb,
  threadsDir: string,
  catalogPath: string,
): Pick<Services, 'previews' | 'madePreviews' | 'importChecks' | 'viewAs'> {
  const toPath = (name: string) => path.join(threadsDir, name);
  return {
    previews: new AskedThread('preview', toPath('preview-worker.js'), { catalogPath }),
    importChecks: new AskedThread('import', toPath('exchange-worker.js'), { ledgerPath: ledger.filePath }),
    madePreviews: new MadePreviews(ledger),
    viewAs: new ViewAs(ledger),
  };
}
