/** The scanner's thread, bundled as the build does it, for tests that must run it for real. */
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles the thread into a folder and returns the path of its file. */
export async function buildScannerThread(outDir: string): Promise<string> {
  // The native module stays outside the bundle and is looked for beside it.
  const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
  symlinkSync(modules, path.join(outDir, 'node_modules'), 'junction');
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: fileURLToPath(new URL('worker.ts', import.meta.url)),
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'scanner-worker.mjs' } },
    },
  });
  return path.join(outDir, 'scanner-worker.mjs');
}
