/** The scans of an open profile, and what follows when recordings have left the catalog by one. */
import { existsSync } from 'node:fs';
import { listMissingIds } from './catalog/recordings';
import type { Announcer } from './door/announcer';
import { Scans } from './door/scans';
import type { ProfilePaths } from './profile';
import { takeScanLock } from './profile-lock';
import type { Scanner } from './scanner/scanner';
import type { Waves } from './program-waves';
import type { ReadableDb } from './sqlite/database';

interface Around {
  readonly paths: ProfilePaths;
  readonly catalog: ReadableDb;
  readonly scanner: Scanner;
  readonly announcer: Announcer;
  readonly waves: Waves;
  onFailure(error: unknown, during: string): void;
}

export function makeScans(around: Around): Scans {
  const { paths, catalog, scanner, announcer, waves } = around;
  return new Scans({
    scanner,
    takeLock: () => takeScanLock(paths.dir),
    onProgress: (organisationId, progress) => announcer.scanProgressed(organisationId, progress),
    onBusy: () => waves.rest(),
    onIdle: () => waves.goOn(),
    onRecordingsGone: () => {
      // Without a store no thread need be started to find it empty.
      if (!existsSync(paths.peaks)) return;
      waves.peaks
        .sweep((ids) => listMissingIds(catalog, ids))
        .catch((error: unknown) =>
          around.onFailure(error, 'forgetting the waves of recordings that are gone'),
        );
    },
  });
}
