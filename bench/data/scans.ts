/** Scans of an archive: in this thread, and in the scanner's own, bundled as the build does it. */
import { symlinkSync, existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openCatalog } from '../../src/main/catalog/database';
import { scanSource } from '../../src/main/scanner/scan';
import { PLAIN_READING } from '../../src/shared/source-reading';
import { startScanner } from '../../src/main/scanner/scanner';
import type { ScanSource } from '../../src/main/scanner/scan-source';

export function toSource(archiveDir: string): ScanSource {
  return {
    sourceId: 1,
    uid: '00112233445566aa',
    organisationId: 1,
    archiveDir,
    reader: 'auto',
    timeZone: 'UTC',
    reading: PLAIN_READING,
  };
}

/** Throws where the scan did not come to its end. */
export function scanOnce(catalogPath: string, archiveDir: string): { readonly ms: number } {
  const db = openCatalog(catalogPath);
  const began = performance.now();
  const end = scanSource(db, toSource(archiveDir), {
    everything: false,
    report: () => undefined,
    shouldStop: () => false,
  });
  const ms = performance.now() - began;
  db.close();
  if (end.state !== 'done') throw new Error(`The scan ended as ${end.state}: ${end.failure?.message ?? ''}`);
  return { ms };
}

export async function buildScanner(dir: string): Promise<string> {
  return buildModule(dir, 'src/main/scanner/worker.ts', 'scanner-worker.mjs');
}

/** Bundled as the build does it, which is what runs in the program: read one by one, modules ask each other for every constant. */
export async function buildModule(
  dir: string,
  source: string,
  fileName: `${string}.mjs` | `${string}.cjs`,
): Promise<string> {
  const modules = path.join(dir, 'node_modules');
  if (!existsSync(modules))
    symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), modules, 'junction');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: fileURLToPath(new URL(`../../${source}`, import.meta.url)),
      outDir: dir,
      emptyOutDir: false,
      rolldownOptions: {
        output: { entryFileNames: fileName, format: fileName.endsWith('.cjs') ? 'cjs' : 'es' },
      },
    },
  });
  return path.join(dir, fileName);
}

/** As the program does it, into a catalog that is there; the threads are started for it. Milliseconds. Rejects where it did not come to its end. */
export async function scanInThread(
  workerPath: string,
  catalogPath: string,
  archiveDir: string,
): Promise<number> {
  const scanner = startScanner({ catalogPath, workerPath });
  const began = performance.now();
  const end = await scanner.scan(toSource(archiveDir));
  const ms = performance.now() - began;
  await scanner.close();
  if (end.state !== 'done') throw new Error(`The scan ended as ${end.state}.`);
  return ms;
}
