// Proves the access policy at length: `npm run proof`. Every state, ten million random decisions, a second engine, and every rule broken
// once. Prints what was run, with which result; ends with 1 where anything differs. docs/verification.md says what each part shows.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MUTATED_FILES, huntMutants } from './mutants.mjs';

const PROJECT_DIR = fileURLToPath(new URL('..', import.meta.url));

/** What each part runs; its tests print a line for every count, which is added up here. */
const PARTS = [
  {
    name: 'every state against the symbols',
    unit: 'states',
    tests: ['src/main/policy/symbols.test.ts'],
    counted: /^symbols: (\d+) states/,
  },
  {
    name: 'every combination against the table of words',
    unit: 'decisions',
    tests: ['src/main/policy/rules-exhaustive.test.ts'],
    counted: /^rules: (\d+) decisions/,
  },
  {
    name: 'random organisations: rules, words, compiled scopes',
    unit: 'decisions',
    tests: ['src/main/policy/scope.property.test.ts'],
    counted: /^policy: (\d+) decisions/,
  },
  {
    name: 'what lists, counts and searches return, against the words',
    unit: 'questions',
    tests: ['src/main/policy/library.property.test.ts'],
    counted: /^library: (\d+) questions/,
  },
  {
    name: 'a second engine (Cedar)',
    unit: 'decisions',
    tests: ['src/main/policy/cedar.property.test.ts'],
    counted: /^cedar: (\d+) decisions/,
  },
  {
    name: 'explanations, sentence by sentence',
    unit: 'explanations',
    tests: ['src/main/policy/true-sentences.property.test.ts'],
    counted: /^sentences: (\d+) explanations/,
  },
  {
    name: 'invariants, explanations, smallest changes, previews',
    unit: 'properties',
    tests: ['src/main/policy/invariants.property.test.ts', 'src/main/policy/explain.property.test.ts'],
    counted: /^\s*Tests\s+(\d+) passed/,
  },
];

/**
 * @param {typeof PARTS[number]} part
 * @returns {Promise<{ counted: number, isProved: boolean }>}
 */
function prove(part) {
  return new Promise((resolve, reject) => {
    const vitest = path.join(PROJECT_DIR, 'node_modules/vitest/vitest.mjs');
    const run = spawn(process.execPath, [vitest, 'run', '--project', 'node', ...part.tests], {
      cwd: PROJECT_DIR,
      env: { ...process.env, HEARBACK_LONG: '1', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let counted = 0;
    let rest = '';
    let output = '';
    run.stdout.setEncoding('utf8').on('data', (chunk) => {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) counted += Number(part.counted.exec(line)?.[1] ?? 0);
      output = `${output}${chunk}`.slice(-20_000);
    });
    run.on('error', reject);
    run.on('exit', (code) => {
      if (code !== 0) process.stdout.write(output);
      resolve({ counted, isProved: code === 0 });
    });
  });
}

const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
const startedAt = Date.now();
const toMinutes = (/** @type {number} */ sinceMs) => `${((Date.now() - sinceMs) / 60_000).toFixed(1)} min`;
let isWhole = true;
say(`Node ${process.version}, ${process.platform} ${process.arch}, ${new Date().toISOString()}`);
for (const part of PARTS) {
  const partAt = Date.now();
  const { counted, isProved } = await prove(part);
  // A part that counted nothing has shown nothing.
  const isGood = isProved && counted > 0;
  isWhole &&= isGood;
  const result = isGood ? '0 differences' : 'FAILED';
  say(`${part.name}: ${counted.toLocaleString('en')} ${part.unit}, ${result} (${toMinutes(partAt)})`);
}
const huntAt = Date.now();
const hunt = await huntMutants(MUTATED_FILES, say);
isWhole &&= hunt.survivors.length === 0;
say(
  `rules broken one at a time: ${hunt.mutants} mutants, ${hunt.noticed} noticed, ` +
    `${hunt.equivalent} equivalent, ${hunt.survivors.length} survived (${toMinutes(huntAt)})`,
);
say(`${isWhole ? 'Proved' : 'NOT proved'} in ${toMinutes(startedAt)}.`);
process.exitCode = isWhole ? 0 : 1;
