/** What lies in a folder, whatever Node it is asked of. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Paths of all files below a folder, relative to it, with forward slashes, in order. */
export function filesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(path.join(dir, entry.name)).map((each) => `${entry.name}/${each}`)
        : [entry.name],
    )
    .sort();
}
