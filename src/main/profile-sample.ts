/** Where the sample archive lies: beside the package's resources, or in the project. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Null where this copy of the program has no sample archive. */
export function findSampleDir(resourcesDir: string): string | null {
  const sampleDir = path.join(resourcesDir, 'sample-archive');
  return existsSync(path.join(sampleDir, 'people.json')) ? sampleDir : null;
}
