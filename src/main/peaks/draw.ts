/** One wave: from the store, or drawn from the file and put there. Runs in the thread of waves. */
import { encodePeaks } from '../../shared/peaks';
import { computePeaksOfFile } from '../archive/media/peaks';
import type { WritableDb } from '../sqlite/database';
import type { PeaksTask } from './peaks';
import { findPeaks, savePeaks } from './store';

/** Throws MediaProblem. A store that cannot be written (the disk is full) costs the next caller the time again, and nothing else. */
export async function drawPeaks(
  db: WritableDb,
  task: PeaksTask,
  onNotSaved: (error: unknown) => void,
): Promise<Uint8Array> {
  const known = findPeaks(db, task);
  if (known) return known;
  const { filePath, header, sizeBytes, modifiedAtMs } = task;
  const drawn = encodePeaks(await computePeaksOfFile(filePath, header, { sizeBytes, modifiedAtMs }));
  try {
    savePeaks(db, task, drawn);
  } catch (error) {
    onNotSaved(error);
  }
  return drawn;
}
