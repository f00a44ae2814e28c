/** A recording of the catalog as its reader would tell it without call history: the ground on which to join it anew. */
import type { DraftRecording } from '../archive/draft';
import { readClaim } from '../archive/readers/read-claim';
import { shareOut } from '../archive/readers/share-out';
import { joinInSource, toFileName, toFolder } from '../archive/safe-path';
import { readTextOrNull, toPeek } from './read-folder-file';
import type { ScanRun } from './scan-run';

/** Undefined where its message file cannot be read now: the recording is better left as it is. */
export function rebuildDraft(run: ScanRun, draft: DraftRecording): DraftRecording | undefined {
  const folder = toFolder(draft.path);
  const names = [draft.path, ...draft.sidecars].map(toFileName);
  const { pattern, mapping } = run.source.reading;
  const peek = toPeek(run.fs, joinInSource(run.guard.rootDir, folder));
  // Of several formats of one recording, that which is listed.
  const sizeOf = (name: string): number => (name === toFileName(draft.path) ? Number.MAX_SAFE_INTEGER : 0);
  const claims = shareOut(folder, names, draft.reader, run.zone, { pattern, peek, sizeOf });
  const claim = claims.media.find((one) => one.name === toFileName(draft.path));
  if (!claim) return undefined;
  let isWhole = true;
  const readText = (name: string): string | null => {
    const text = readTextOrNull(
      run.fs,
      joinInSource(run.guard.rootDir, folder === '' ? name : `${folder}/${name}`),
    );
    isWhole &&= text !== null;
    return text;
  };
  const { modifiedAtMs, header } = draft;
  const { facts } = readClaim(claim, { modifiedAtMs, header, readText }, { zone: run.zone, mapping });
  return isWhole ? { ...draft, ...facts } : undefined;
}
