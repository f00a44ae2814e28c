/** What the thread that looks at imports is asked. */
import type { Importer } from './apply-entries';
import type { GivenFile } from './read-files';

export interface ImportQuestion {
  readonly importer: Importer;
  readonly files: readonly GivenFile[];
}
