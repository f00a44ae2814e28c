// What every suite of `npm test` is, and how it is run and counted.
import { performance } from 'node:perf_hooks';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {(context: SuiteContext) => Promise<Count>} run Prints as it goes; throws where it cannot count.
 */

/**
 * @typedef {object} SuiteContext
 * @property {import('../set-up/electron.mjs').Electron} electron
 * @property {readonly string[]} args For the test program of the suite: names of files, patterns.
 */

/** @typedef {{ name: string, count: Count, seconds: number, problem?: string }} SuiteResult */

/**
 * Runs suites in order and stops after the first that failed: what comes later stands on what comes earlier.
 * @param {readonly Suite[]} suites
 * @param {SuiteContext} context
 * @returns {Promise<SuiteResult[]>} One for each suite that was begun.
 */
export async function runSuites(suites, context) {
  /** @type {SuiteResult[]} */
  const results = [];
  for (const suite of suites) {
    process.stdout.write(`\n── ${suite.name} ──\n`);
    const result = await runSuite(suite, context);
    results.push(result);
    if (hasFailed(result)) break;
  }
  return results;
}

/** @param {SuiteResult} result */
export function hasFailed(result) {
  // A suite that ran nothing has shown nothing.
  return result.count.failed > 0 || result.count.passed === 0;
}

/**
 * @param {Suite} suite
 * @param {SuiteContext} context
 * @returns {Promise<SuiteResult>}
 */
async function runSuite(suite, context) {
  const startedAtMs = performance.now();
  const secondsSince = () => (performance.now() - startedAtMs) / 1000;
  try {
    const count = await suite.run(context);
    const problem = count.passed + count.failed === 0 ? { problem: 'it ran no test' } : {};
    return { name: suite.name, count, seconds: secondsSince(), ...problem };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { name: suite.name, count: { passed: 0, failed: 1 }, seconds: secondsSince(), problem };
  }
}

/**
 * Counts checks that only pass or fail as a whole.
 * @param {readonly (() => Promise<boolean>)[]} checks Each prints its own reasons.
 * @returns {Promise<Count>}
 */
export async function countChecks(checks) {
  const count = { passed: 0, failed: 0 };
  for (const check of checks) {
    if (await check()) count.passed += 1;
    else count.failed += 1;
  }
  return count;
}
