// `npm run setup`: only the set-up, as `npm start` and `npm test` do it first.
import { parseArgs } from 'node:util';
import { main } from './set-up/main.mjs';
import { say } from './set-up/progress.mjs';
import { setUp } from './set-up/set-up.mjs';

await main(async () => {
  const { values } = parseArgs({ options: { retry: { type: 'boolean', default: false } } });
  const electron = await setUp({ purpose: 'test', retryElectron: values.retry });
  say(`Set up: Electron ${electron.version} in ${electron.dir}`);
  return 0;
});
