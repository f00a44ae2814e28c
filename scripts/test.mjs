// `npm test`: sets up, then runs every check. `--only types,lint` runs some of them, and what follows `--`
// goes to the test program: `npm run e2e -- -- sign-in`.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { main } from './set-up/main.mjs';
import { SetUpError } from './set-up/progress.mjs';
import { PROJECT_DIR } from './set-up/project.mjs';
import { setUp } from './set-up/set-up.mjs';
import { build } from './suites/build.mjs';
import { e2e } from './suites/e2e.mjs';
import { packaging } from './suites/package.mjs';
import { lint, types } from './suites/static.mjs';
import { hasFailed, runSuites } from './suites/suite.mjs';
import { unit } from './suites/unit.mjs';

const SUITES = [types, lint, unit, build, e2e, packaging];
const RESULTS_DIR = path.join(PROJECT_DIR, 'test-results');

await main(async () => {
  const { suites, args } = chooseSuites();
  fs.mkdirSync(RESULTS_DIR, { recursive: true });
  const summaryPath = path.join(RESULTS_DIR, 'summary.json');
  fs.rmSync(summaryPath, { force: true });

  const electron = await setUp({ purpose: 'test' });
  const results = await runSuites(suites, { electron, args });

  printSummary(suites, results);
  const passed = results.reduce((sum, { count }) => sum + count.passed, 0);
  // What ran no test has failed, though no test did.
  const failed = results.reduce((sum, one) => sum + (hasFailed(one) ? Math.max(one.count.failed, 1) : 0), 0);
  fs.writeFileSync(summaryPath, JSON.stringify({ passed, failed, results }, null, 2));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && results.length === suites.length ? 0 : 1;
});

function chooseSuites() {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string' } },
    allowPositionals: true,
  });
  const names = values.only?.split(',') ?? SUITES.map((suite) => suite.name);
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    const known = SUITES.map((suite) => suite.name).join(', ');
    throw new SetUpError(`There is no suite ${unknown.join(', ')}: there are ${known}.`);
  }
  return { suites: SUITES.filter((suite) => names.includes(suite.name)), args: positionals };
}

/**
 * @param {readonly import('./suites/suite.mjs').Suite[]} suites
 * @param {readonly import('./suites/suite.mjs').SuiteResult[]} results
 */
function printSummary(suites, results) {
  process.stdout.write('\n');
  for (const { name } of suites) {
    const result = results.find((one) => one.name === name);
    process.stdout.write(`${result ? toLine(result) : `  · ${name.padEnd(8)} not run`}\n`);
  }
}

/** @param {import('./suites/suite.mjs').SuiteResult} result */
function toLine(result) {
  const { name, count, seconds, problem } = result;
  const counts = `${count.passed} passed, ${count.failed} failed`;
  const mark = hasFailed(result) ? '✗' : '✓';
  return `  ${mark} ${name.padEnd(8)} ${counts} (${seconds.toFixed(1)} s)${problem ? `: ${problem}` : ''}`;
}
