/**
 * Whether the folders of the sources can be reached. Asked in the background: a network drive that hangs answers after a minute, and
 * nobody may wait for it who only wants to see his list.
 */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';

export interface FolderPresence {
  readonly isPresent: boolean;
  readonly isReadOnly: boolean;
}

/** A folder that has not answered by then counts as away, until it answers. */
const PATIENCE_MS = 2000;

export class Presences {
  readonly #known = new Map<string, FolderPresence>();
  readonly #asking = new Set<string>();

  /** As far as known; a folder that nobody has looked at yet is taken to be there. */
  of(archiveDir: string): FolderPresence {
    return this.#known.get(archiveDir) ?? { isPresent: true, isReadOnly: false };
  }

  /** Looks at all of them; resolves when each has answered or used up its time. True where anything is not as it was. */
  async refresh(archiveDirs: readonly string[]): Promise<boolean> {
    const changed = await Promise.all([...new Set(archiveDirs)].map((dir) => this.#look(dir)));
    return changed.includes(true);
  }

  async #look(archiveDir: string): Promise<boolean> {
    // A question that still hangs is not asked again: each holds one of the few threads of the file system.
    if (this.#asking.has(archiveDir)) return false;
    this.#asking.add(archiveDir);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<FolderPresence>((resolve) => {
      timer = setTimeout(() => resolve({ isPresent: false, isReadOnly: false }), PATIENCE_MS);
    });
    const answer = look(archiveDir).finally(() => this.#asking.delete(archiveDir));
    const presence = await Promise.race([answer, late]);
    clearTimeout(timer);
    const before = this.of(archiveDir);
    this.#known.set(archiveDir, presence);
    return before.isPresent !== presence.isPresent;
  }
}

async function look(archiveDir: string): Promise<FolderPresence> {
  const isPresent = await stat(archiveDir).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isPresent) return { isPresent, isReadOnly: false };
  const isWritable = await access(archiveDir, constants.W_OK).then(
    () => true,
    () => false,
  );
  return { isPresent, isReadOnly: !isWritable };
}
