// `node bench/core-sounds.mjs FOLDER …`: real telephony audio, decoded here and by sox or ffmpeg, compared sample by sample.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('./core-sounds.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
await module.compareFolders(process.argv.slice(2));
