// Hunts one mutant: puts a changed text in the place of a file of the policy and looks whether anything notices. Started by
// mutants.mjs with the file and the number of the mutation, or without: then nothing is broken, and nothing may be noticed. Ends with 0
// where it survived, and 1 where it was noticed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { mutate } from './mutations.mjs';

const PROJECT_DIR = fileURLToPath(new URL('..', import.meta.url));
const [file = '', index = ''] = process.argv.slice(2);
const filePath = path.join(PROJECT_DIR, file);
const unbroken = readFileSync(filePath, 'utf8');
const mutation = index === '' ? { text: unbroken } : mutate(file, unbroken)[Number(index)];
if (!mutation) throw new Error(`There is no mutation ${index} of ${file}.`);

const { module } = await runnerImport(path.join(PROJECT_DIR, 'proof/notice.ts'), {
  configFile: false,
  logLevel: 'silent',
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      load: (id) => (path.normalize(id) === path.normalize(filePath) ? mutation.text : undefined),
    },
  ],
});
try {
  module.notice();
} catch {
  // A decision that differs, a property that fails, a rule that stumbles: each is a mutant that was noticed.
  process.exit(1);
}
