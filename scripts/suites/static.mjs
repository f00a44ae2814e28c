// The checks that read the sources: types, lint, format.
import path from 'node:path';
import { MODULES_DIR, findProjectNode } from '../set-up/project.mjs';
import { runHere } from '../set-up/run.mjs';
import { countChecks } from './suite.mjs';

const PROJECTS = ['node', 'web', 'tests', 'tests-web', 'scripts'];

/**
 * @param {string} title
 * @param {string} script From node_modules.
 * @param {string[]} args
 */
async function runTool(title, script, args) {
  const code = await runHere(findProjectNode(), [path.join(MODULES_DIR, script), ...args]);
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${title}\n`);
  return code === 0;
}

/** @type {import('./suite.mjs').Suite} */
export const types = {
  name: 'types',
  run: () =>
    countChecks(
      PROJECTS.map(
        (name) => () =>
          // Seven checks in a quarter of the time of six; six is there for eslint and editors.
          runTool(`tsconfig.${name}.json`, 'typescript-7/bin/tsc', ['-p', `tsconfig.${name}.json`]),
      ),
    ),
};

/** @type {import('./suite.mjs').Suite} */
export const lint = {
  name: 'lint',
  run: () =>
    countChecks([
      () => runTool('eslint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
      () => runTool('prettier', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
    ]),
};
