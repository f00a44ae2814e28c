/** Whether an archive's volume answers, asked so that a network drive that hangs keeps nobody waiting. */
import { access, constants, stat } from 'node:fs/promises';
import { toErrorCode } from './archive-fs';

export interface FolderPresence {
  readonly presence: 'present' | 'away';
  /** Nothing can be written there: a read-only medium, or a share without the right. Never a fault by itself. */
  readonly isReadOnlyMedia: boolean;
}

const AWAY: FolderPresence = { presence: 'away', isReadOnlyMedia: false };

/** Each question that hangs holds one of the few threads of the file system, so a folder is asked once at a time. */
const asked = new Map<string, Promise<FolderPresence>>();

/** Answers within `limitMs`, with `away` where the folder does not answer by then. Never rejects. */
export async function findPresence(archiveDir: string, limitMs = 2_000): Promise<FolderPresence> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<FolderPresence>((resolve) => {
    timer = setTimeout(() => resolve(AWAY), limitMs);
  });
  const asking = asked.get(archiveDir) ?? ask(archiveDir);
  asked.set(archiveDir, asking);
  try {
    return await Promise.race([asking, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

async function ask(archiveDir: string): Promise<FolderPresence> {
  try {
    const stats = await stat(archiveDir);
    if (!stats.isDirectory()) return AWAY;
    return { presence: 'present', isReadOnlyMedia: await isReadOnly(archiveDir) };
  } catch (error) {
    // Whatever the reason, the files cannot be reached through this folder now.
    if (toErrorCode(error) !== '') return AWAY;
    throw error;
  } finally {
    asked.delete(archiveDir);
  }
}

async function isReadOnly(archiveDir: string): Promise<boolean> {
  try {
    await access(archiveDir, constants.W_OK);
    return false;
  } catch (error) {
    return ['EROFS', 'EACCES', 'EPERM'].includes(toErrorCode(error));
  }
}
