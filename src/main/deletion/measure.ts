/** Size and hash of every file of a recording that is to be deleted, read in pieces so that the program goes on meanwhile. */
import { createHash, randomBytes } from 'node:crypto';
import { findPlainFile } from '../archive/plain-path';
import { PinnedFile } from '../archive/media/pinned-file';
import type { ExpectedFile } from '../archive/media/pinned-file';
import { toFileName } from '../archive/safe-path';
import { toStagingName } from '../archive/staging-name';
import type { JournalFile } from '../ledger/deletions';
import { DeleteStopped } from './delete-order';
import type { DeleteOrder } from './delete-order';

const PIECE_BYTES = 1_048_576;

/**
 * The recording itself first; what is not there (any more) is left out. Throws `MediaProblem` where the recording is not the file that
 * was scanned, `DeleteStopped`, AppError `volume-away`, and what the file system throws.
 */
export async function measureFiles(
  { archiveDir, recording }: Pick<DeleteOrder, 'archiveDir' | 'recording'>,
  signal: AbortSignal,
): Promise<readonly JournalFile[]> {
  const { path, sizeBytes, modifiedAtMs } = recording;
  const token = randomBytes(8).toString('hex');
  const files: JournalFile[] = [];
  for (const [relativePath, expected] of [
    [path, { sizeBytes, modifiedAtMs }] as const,
    ...recording.attached.map((each) => [each, null] as const),
  ]) {
    const found = await findPlainFile(archiveDir, relativePath);
    if (!found) continue;
    const { filePath, stats } = found;
    const as = expected ?? { sizeBytes: stats.size, modifiedAtMs: stats.mtimeMs };
    files.push({
      path: relativePath,
      stagedName: toStagingName(`${token}${String(files.length)}`, toFileName(relativePath)),
      sizeBytes: as.sizeBytes,
      modifiedAtMs: as.modifiedAtMs,
      sha256: await hashFile(filePath, as, signal),
    });
  }
  return files;
}

/** 64 hex digits. Throws `MediaProblem` where the file is not the expected one, or changes while it is read; and `DeleteStopped`. */
export async function hashFile(
  filePath: string,
  expected: ExpectedFile,
  signal?: AbortSignal,
): Promise<string> {
  const file = await PinnedFile.open(filePath, expected);
  try {
    const hash = createHash('sha256');
    const piece = Buffer.alloc(Math.min(PIECE_BYTES, Math.max(1, expected.sizeBytes)));
    for (let at = 0; at < expected.sizeBytes; at += piece.length) {
      if (signal?.aborted) throw new DeleteStopped();
      const part = piece.subarray(0, Math.min(piece.length, expected.sizeBytes - at));
      await file.readInto(part, at);
      hash.update(part);
    }
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}
