/** A recording of the catalog as its reader would tell it without call history: the ground on which to join it anew. */
import type { DraftRecording } from '../archive/draft';
import { shareOut } from '../archive/readers/share-out';
import { joinInSource, toFileName, toFolder } from '../archive/safe-path';
import { readTextOrNull } from './read-folder-file';
import type { ScanRun } from './scan-run';

/** Undefined where its message file cannot be read now: the recording is better left as it is. */
export function rebuildDraft(run: ScanRun, draft: DraftRecording): DraftRecording | undefined {
  const folder = toFolder(draft.path);
  const names = [draft.path, ...draft.sidecars].map(toFileName);
  const claims = shareOut(folder, names, draft.reader, run.zone);
  const claim = claims.media.find((one) => one.name === toFileName(draft.path));
  if (!claim) return undefined;
  let isWhole = true;
  const facts = claim.read({
    modifiedAtMs: draft.modifiedAtMs,
    header: draft.header,
    readText: (name) => {
      const text = readTextOrNull(
        run.fs,
        joinInSource(run.guard.rootDir, folder === '' ? name : `${folder}/${name}`),
      );
      isWhole &&= text !== null;
      return text;
    },
  });
  return isWhole ? { ...draft, ...facts } : undefined;
}
