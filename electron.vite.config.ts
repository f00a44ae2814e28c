import fs from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

// What is built must run on the oldest Electron in use, 25: set by hand, as electron-vite would take the newest.
const OLDEST_NODE = 'node18.15';
const OLDEST_CHROME = 'chrome114';

// Only a native module stays outside the bundles, and so in the package's node_modules.
const EXTERNAL = ['electron', /^electron\/.+/, 'better-sqlite3'];

// Each becomes a file of out/main: the two programs, and the threads that they start.
const MAIN_ENTRIES = { index: 'src/main/index.ts', cli: 'src/main/cli.ts', ...findThreads('src/main') };

const CJS = {
  format: 'cjs',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
} as const;

export default defineConfig({
  main: {
    build: {
      target: OLDEST_NODE,
      externalizeDeps: false,
      sourcemap: true,
      rollupOptions: { input: toInput(MAIN_ENTRIES), external: EXTERNAL, output: CJS },
    },
  },
  preload: {
    build: {
      target: OLDEST_NODE,
      externalizeDeps: false,
      rollupOptions: { input: toInput({ index: 'src/preload/index.ts' }), external: EXTERNAL, output: CJS },
    },
  },
  renderer: {
    root: 'src/renderer',
    base: './',
    plugins: [react(), pdfDecoders()],
    build: {
      target: OLDEST_CHROME,
      // A page is read at every start; its map says what is what.
      minify: true,
      sourcemap: true,
      // The content security policy allows no data: scripts, styles or fonts.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: toInput({ index: 'src/renderer/index.html', print: 'src/renderer/print.html' }),
      },
    },
  },
});

function toInput(entries: Record<string, string>): Record<string, string> {
  const found = Object.entries(entries).filter(([, filePath]) => fs.existsSync(filePath));
  return Object.fromEntries(found.map(([name, filePath]) => [name, path.resolve(filePath)]));
}

/** pdf.js loads its decoders when a page needs them, by these very names from one address. */
function pdfDecoders(): Plugin {
  return {
    name: 'pdf-decoders',
    generateBundle() {
      for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) {
        const source = fs.readFileSync(path.resolve('node_modules/pdfjs-dist/wasm', name));
        this.emitFile({ type: 'asset', fileName: `pdf-decoders/${name}`, source });
      }
    },
  };
}

/** `scanner/worker.ts` becomes `scanner-worker.js`, `session/password-worker.ts` becomes `password-worker.js`. */
function findThreads(dir: string): Record<string, string> {
  const threads: Record<string, string> = {};
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const filePath = path.posix.join(dir, entry.name);
    if (entry.isDirectory()) Object.assign(threads, findThreads(filePath));
    else if (entry.name === 'worker.ts') threads[`${path.posix.basename(dir)}-worker`] = filePath;
    else if (entry.name.endsWith('-worker.ts')) threads[entry.name.slice(0, -'.ts'.length)] = filePath;
  }
  return threads;
}
