/** Whether one folder is another or lies in it, by their letters; resolve links before where they matter. */
import path from 'node:path';

export function isWithin(outerDir: string, dir: string): boolean {
  const way = path.relative(outerDir, dir);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
