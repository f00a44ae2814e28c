// `npm run -s hearback -- …`: the command line. Set-up and build speak on stderr only; stdout is the answer's.
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { main } from './set-up/main.mjs';
import { PROJECT_DIR, findProjectNode } from './set-up/project.mjs';
import { runHere } from './set-up/run.mjs';
import { setUp } from './set-up/set-up.mjs';

await main(async () => {
  await setUp({ purpose: 'terminal' });
  await ensureBuilt();
  return runHere(findProjectNode(), [
    path.join(PROJECT_DIR, 'out', 'main', 'cli.js'),
    ...process.argv.slice(2),
  ]);
});
