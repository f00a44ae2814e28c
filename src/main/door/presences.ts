/** Whether the folders of the sources can be reached, as far as known: a list of recordings must not wait for a network drive. */

export interface FolderPresence {
  readonly presence: 'present' | 'away';
  readonly isReadOnlyMedia: boolean;
}

export class Presences {
  readonly #look: (archiveDir: string) => Promise<FolderPresence>;
  readonly #known = new Map<string, FolderPresence>();

  /** `look` answers within a limit of its own, also for a drive that hangs. */
  constructor(look: (archiveDir: string) => Promise<FolderPresence>) {
    this.#look = look;
  }

  /** A folder that nobody has looked at yet is taken to be there. */
  of(archiveDir: string): FolderPresence {
    return this.#known.get(archiveDir) ?? { presence: 'present', isReadOnlyMedia: false };
  }

  /** Looks at all of them at once. True where one has come or gone. */
  async refresh(archiveDirs: readonly string[]): Promise<boolean> {
    const changed = await Promise.all(
      [...new Set(archiveDirs)].map(async (archiveDir) => {
        const before = this.of(archiveDir);
        const now = await this.#look(archiveDir);
        this.#known.set(archiveDir, now);
        return before.presence !== now.presence;
      }),
    );
    return changed.includes(true);
  }
}
