/** One wave: from the store, or drawn from the file and put there. Runs in the thread of waves. */
import { encodePeaks } from '../../shared/peaks';
import { measureSoundOfFile } from '../archive/media/peaks';
import { resolveInSource } from '../archive/safe-path';
import type { WritableDb } from '../sqlite/database';
import type { DrawnPeaks, LookTask, PeaksTask } from './peaks-messages';
import { toSoundFact } from './sound-fact';
import { findPeaks, saveSound } from './store';

/** Throws MediaProblem. A store that cannot be written (the disk is full) costs the next caller the time again, and nothing else. */
export async function drawPeaks(db: WritableDb, task: PeaksTask): Promise<DrawnPeaks> {
  const known = findPeaks(db, task);
  if (known) return { peaks: known, notSaved: null };
  const sound = await measureSoundOfFile(task.filePath, task.header, toExpected(task));
  const peaks = encodePeaks(sound.peaks);
  try {
    saveSound(db, { ...task, peaks, keptForMs: Date.now(), fact: toSoundFact(sound) });
    return { peaks, notSaved: null };
  } catch (error) {
    return { peaks, notSaved: String(error) };
  }
}

/** Draws one that nobody has asked for yet. Throws MediaProblem or AppError, the signal's reason, and what SQLite throws. */
export async function lookAhead(db: WritableDb, task: LookTask, signal: AbortSignal): Promise<void> {
  const filePath = resolveInSource(task.archiveDir, task.path);
  const sound = await measureSoundOfFile(filePath, task.header, toExpected(task), signal);
  const { startedAtMs: keptForMs } = task;
  saveSound(db, { ...task, peaks: encodePeaks(sound.peaks), keptForMs, fact: toSoundFact(sound) });
}

function toExpected({ sizeBytes, modifiedAtMs }: PeaksTask | LookTask) {
  return { sizeBytes, modifiedAtMs };
}
