/** Files that are gone from one place of a source and came up at another: the same recording, with the same id. */
import { adopt, listArrivals, listMissing } from '../catalog/moves';
import type { PreparedRecording } from '../catalog/prepared-recording';
import type { ScanRun } from './scan-run';

const PAGE = 500;
/** Files that a scan has met for the first time are remembered by content up to here: an archive that was moved whole is larger. */
const NEWCOMERS_KEPT = 300_000;

/** What this scan has met for the first time, by what tells its content. */
export class Newcomers {
  readonly #paths = new Map<string, string[]>();
  #kept = 0;

  note({ path, sizeBytes, fingerprint }: PreparedRecording): void {
    if (fingerprint === null || this.#kept >= NEWCOMERS_KEPT) return;
    this.#kept += 1;
    const trace = toKey(sizeBytes, fingerprint);
    const paths = this.#paths.get(trace);
    if (paths) paths.push(path);
    else this.#paths.set(trace, [path]);
  }

  pathsOf(sizeBytes: number, fingerprint: string): readonly string[] {
    return this.#paths.get(toKey(sizeBytes, fingerprint)) ?? [];
  }
}

function toKey(sizeBytes: number, fingerprint: string): string {
  return `${sizeBytes} ${fingerprint}`;
}

/**
 * Looks for every recording whose file is gone among those that begin in the same second and those that this scan has met first. Where
 * several could be it, none is taken for it.
 */
export function findMovedFiles(run: ScanRun): void {
  const { db, source } = run;
  let afterKey: number | null = null;
  for (;;) {
    const page = listMissing(db, source.sourceId, afterKey, PAGE);
    for (const missing of page) {
      run.step();
      const paths = run.newcomers.pathsOf(missing.sizeBytes, missing.fingerprint);
      const [arrival, other] = listArrivals(db, source.sourceId, missing, paths);
      if (arrival && !other) adopt(db, source, missing, arrival);
    }
    const last = page.at(-1);
    if (page.length < PAGE || !last) return;
    afterKey = last.key;
  }
}
