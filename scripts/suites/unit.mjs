// Unit tests, beside the sources: vitest.
import fs from 'node:fs';
import path from 'node:path';
import { MODULES_DIR, PROJECT_DIR, findProjectNode } from '../set-up/project.mjs';
import { runHere } from '../set-up/run.mjs';

const REPORT = path.join(PROJECT_DIR, 'test-results', 'unit.json');

/** @type {import('./suite.mjs').Suite} */
export const unit = {
  name: 'unit',
  async run({ args }) {
    fs.rmSync(REPORT, { force: true });
    const code = await runHere(findProjectNode(), [
      path.join(MODULES_DIR, 'vitest', 'vitest.mjs'),
      ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`, ...args],
    ]);
    if (!fs.existsSync(REPORT)) throw new Error(`vitest ended with ${code} and wrote no report`);
    const report = JSON.parse(fs.readFileSync(REPORT, 'utf8'));
    const failed = report.numFailedTests;
    // A file that cannot be loaded, or an error between the tests, fails the run and no test.
    return { passed: report.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
  },
};
