// Breaks every rule of the policy, one at a time, and counts what nobody notices: `node proof/mutants.mjs [FILE]`.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EQUIVALENT } from './equivalent-mutants.mjs';
import { mutate } from './mutations.mjs';

const PROJECT_DIR = fileURLToPath(new URL('..', import.meta.url));
export const MUTATED_FILES = [
  'src/main/policy/rules.ts',
  'src/main/policy/paths.ts',
  'src/main/policy/viewer.ts',
  'src/main/policy/scope.ts',
];
/** A mutant may loop for ever; that too is noticed. So long that none is stopped because the machine has other work. */
const HUNT_MS = 600_000;

/**
 * @typedef {object} Hunt
 * @property {number} mutants
 * @property {number} noticed
 * @property {number} equivalent Those that change nothing that could be noticed, each with its reason.
 * @property {string[]} survivors
 */

/**
 * @param {readonly string[]} files
 * @param {(line: string) => void} say
 * @returns {Promise<Hunt>}
 */
export async function huntMutants(files, say) {
  // Where the whole rules are found wrong, every mutant would be, and the count would show nothing.
  for (const file of files) {
    if (await isNoticed(file))
      throw new Error(`${file} is found wrong as it stands: no mutant can be judged.`);
  }
  const waiting = files.flatMap((file) =>
    mutate(file, readFileSync(path.join(PROJECT_DIR, file), 'utf8')).map((mutation, index) => ({
      file,
      index,
      name: `${file}:${mutation.line}: ${mutation.what}`,
      key: `${path.basename(file)}: ${mutation.where}: ${mutation.what}`,
    })),
  );
  /** @type {Hunt} */
  const hunt = { mutants: waiting.length, noticed: 0, equivalent: 0, survivors: [] };
  const hunters = Array.from({ length: os.availableParallelism() }, async () => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      if (await isNoticed(mutant.file, mutant.index)) hunt.noticed += 1;
      else if (EQUIVALENT.has(mutant.key)) hunt.equivalent += 1;
      else {
        hunt.survivors.push(mutant.name);
        say(`survived: ${mutant.name}`);
      }
    }
  });
  await Promise.all(hunters);
  return hunt;
}

/**
 * @param {string} file
 * @param {number} [index] None: the file as it stands.
 * @returns {Promise<boolean>}
 */
function isNoticed(file, index) {
  return new Promise((resolve, reject) => {
    const which = index === undefined ? [] : [String(index)];
    const hunter = spawn(process.execPath, [path.join(PROJECT_DIR, 'proof/hunt.mjs'), file, ...which], {
      cwd: PROJECT_DIR,
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: HUNT_MS,
    });
    hunter.on('error', reject);
    hunter.on('exit', (code) => resolve(code !== 0));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
  const hunt = await huntMutants(asked.length > 0 ? asked : MUTATED_FILES, say);
  say(
    `${hunt.mutants} mutants: ${hunt.noticed} noticed, ${hunt.equivalent} equivalent, ${hunt.survivors.length} survived`,
  );
  process.exitCode = hunt.survivors.length > 0 ? 1 : 0;
}
