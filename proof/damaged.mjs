// Gives the readers of archives a million damaged files and texts: `node proof/damaged.mjs [--turns 24000]`. Each is a real file, in memory
// where the system has such a folder. Prints what was run, the longest time (of the processor) and the most memory of any; ends with 1 where one crashed
// or hung, took longer than two seconds, or more memory than 256 MB.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const PROJECT_DIR = fileURLToPath(new URL('..', import.meta.url));
const MEMORY_DIR = '/dev/shm';
const PARTS = [
  ['files', 'src/main/archive/media/damaged-files.test.ts'],
  ['texts', 'src/main/archive/damaged-texts.test.ts'],
];
const COUNTED = /^damaged: (\d+) of (.+), longest (\d+) ms, memory \+(\d+) MB/;
/** Each kind says when it is through; silence of so long is one piece that never ends. */
const SILENCE_MS = 600_000;

const { values } = parseArgs({ options: { turns: { type: 'string', default: '24000' } } });
const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
const toMinutes = (/** @type {number} */ ms) => `${(ms / 60_000).toFixed(1)} min`;

/**
 * @param {string} test
 * @returns {Promise<{ pieces: number, kinds: number, longestMs: number, mostMb: number, isGood: boolean }>}
 */
function run(test) {
  return new Promise((resolve, reject) => {
    const vitest = path.join(PROJECT_DIR, 'node_modules/vitest/vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', '--project', 'node', test], {
      cwd: PROJECT_DIR,
      env: {
        ...process.env,
        ...(existsSync(MEMORY_DIR) ? { TMPDIR: MEMORY_DIR } : {}),
        ...{ HEARBACK_DAMAGED_TURNS: values.turns, NO_COLOR: '1' },
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const told = { pieces: 0, kinds: 0, longestMs: 0, mostMb: 0 };
    let rest = '';
    let output = '';
    const toSilence = () => setTimeout(() => child.kill('SIGKILL'), SILENCE_MS);
    let silence = toSilence();
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      clearTimeout(silence);
      silence = toSilence();
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [, pieces, , longestMs, mostMb] = COUNTED.exec(line) ?? [];
        if (pieces === undefined) continue;
        told.pieces += Number(pieces);
        told.kinds += 1;
        told.longestMs = Math.max(told.longestMs, Number(longestMs));
        told.mostMb = Math.max(told.mostMb, Number(mostMb));
      }
      output = `${output}${chunk}`.slice(-20_000);
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(silence);
      const isGood = code === 0 && told.pieces > 0;
      if (!isGood) process.stdout.write(output);
      resolve({ ...told, isGood });
    });
  });
}

say(`Node ${process.version}, ${process.platform} ${process.arch}, ${new Date().toISOString()}`);
const startedAtMs = Date.now();
let isWhole = true;
let pieces = 0;
for (const [name = '', test = ''] of PARTS) {
  const partAtMs = Date.now();
  const told = await run(test);
  isWhole &&= told.isGood;
  pieces += told.pieces;
  say(
    `damaged ${name}: ${told.pieces.toLocaleString('en')} of ${told.kinds} kinds, longest ${told.longestMs} ms, memory +${told.mostMb} MB at most, ` +
      `${told.isGood ? 'no crash, no hang' : 'FAILED'} (${toMinutes(Date.now() - partAtMs)})`,
  );
}
say(
  `${pieces.toLocaleString('en')} in all: ${isWhole ? 'all read or refused' : 'NOT all read or refused'} in ${toMinutes(Date.now() - startedAtMs)}.`,
);
process.exitCode = isWhole ? 0 : 1;
