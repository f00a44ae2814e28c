// Runs a benchmark written in TypeScript: `npm run bench -- first-page 1000000`. Figures mean little by themselves; the ratios count.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [name = 'first-page', ...args] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name)) {
  console.error('usage: npm run bench -- NAME [ARGUMENTS]');
  process.exit(2);
}
const { module } = await runnerImport(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
await module.run(args);
