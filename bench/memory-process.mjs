// Started by lines/memory.ts, for a catalog: what goes round in a process in which nothing else has been.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('./data/memory-rounds.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
process.stdout.write(JSON.stringify(await module.goRound(process.argv[2])));
