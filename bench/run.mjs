// `npm run bench`: makes its data, measures every line of the goals, ours and the other side in turn, and writes bench/results/.
// Options: --rows 1000000 (recordings in the catalog), --files 100000 (files in the archive), --only 1,3,6, --name NAME, --keep DIR, --peers (fetch DuckDB and music-metadata to compare with).
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    files: { type: 'string', default: '100000' },
    only: { type: 'string' },
    name: { type: 'string' },
    keep: { type: 'string' },
    peers: { type: 'boolean', default: false },
  },
});
const { module } = await runnerImport(fileURLToPath(new URL('./bench.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
await module.run({
  rows: Number(values.rows),
  files: Number(values.files),
  only: values.only?.split(',').map(Number) ?? null,
  name: values.name ?? null,
  keepDir: values.keep ?? null,
  peers: values.peers,
});
