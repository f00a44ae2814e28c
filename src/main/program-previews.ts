/** What the program has for looking at rights without changing any: the thread that counts, and who looks as whom. */
import path from 'node:path';
import { MadePreviews } from './door/made-previews';
import type { Services } from './door/services';
import { ViewAs } from './door/view-as';
import type { WritableDb } from './sqlite/database';
import { AskedThread } from './thread/asked-thread';

/** The thread starts with the first question. */
export function makePreviews(
  ledger: WritableDb,
  threadsDir: string,
  catalogPath: string,
): Pick<Services, 'previews' | 'madePreviews' | 'viewAs'> {
  const workerPath = path.join(threadsDir, 'preview-worker.js');
  return {
    previews: new AskedThread('preview', workerPath, { catalogPath }),
    madePreviews: new MadePreviews(ledger),
    viewAs: new ViewAs(ledger),
  };
}
