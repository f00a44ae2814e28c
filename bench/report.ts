/** Prints the lines, and keeps them with the machine that gave them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchOptions } from './bench';
import type { LineResult, Outcome } from './result';
import { toRatio } from './result';

const RESULTS_DIR = fileURLToPath(new URL('results', import.meta.url));

export function printOutcome(outcome: Outcome): void {
  console.log(toColumns(outcome).join('  '));
}

/** Writes `results/<name>.json` and `.md`; the name is the day and the number of rows where none was given. */
export function writeReport(options: BenchOptions, outcomes: readonly Outcome[]): void {
  mkdirSync(RESULTS_DIR, { recursive: true });
  const name = options.name ?? `${new Date().toISOString().slice(0, 10)}-${options.rows}`;
  const machine = readMachine();
  const base = path.join(RESULTS_DIR, name);
  writeFileSync(`${base}.json`, `${JSON.stringify({ options, machine, outcomes }, null, 2)}\n`);
  const head = ['Goal', 'What', 'Wanted', 'Hearback', 'Other side', 'Ratio', 'Verdict', 'Note'];
  const rows = [...outcomes]
    .sort((a, b) => a.line - b.line)
    .map(
      (one) =>
        `| ${toColumns(one)
          .map((text) => text.trim())
          .join(' | ')} |`,
    );
  const text = [
    `${options.rows.toLocaleString('en')} recordings, ${options.files.toLocaleString('en')} files; ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, Hearback ${machine.commit}. Medians; what counts are the ratios, both sides measured in turn in the same run.`,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows,
    '',
  ];
  writeFileSync(`${base}.md`, text.join('\n'));
  console.log(`written: ${base}.md`);
}

function toColumns(outcome: Outcome): string[] {
  const line = String(outcome.line).padStart(2);
  if ('absent' in outcome) return [line, outcome.what.padEnd(58), '', '', '', '', 'not here', outcome.absent];
  const ratio = toRatio(outcome);
  return [
    line,
    outcome.what.padEnd(58),
    outcome.goal.padEnd(10),
    toValue(outcome.ours, outcome),
    outcome.other === null ? '' : toValue(outcome.other, outcome),
    ratio === null ? '' : `${ratio.toFixed(2)}×`,
    outcome.isReached ? 'reached' : 'MISSED',
    [outcome.p99 === undefined ? '' : `p99 ${outcome.p99.toFixed(2)} ms`, outcome.note ?? '']
      .filter(Boolean)
      .join('; '),
  ];
}

function toValue(value: number, { unit }: LineResult): string {
  return `${value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)} ${unit}`.padStart(
    12,
  );
}

function readMachine() {
  return {
    cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: os.cpus().length,
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.platform()} ${os.release()}`,
    node: process.versions.node,
    loadAverage: os.loadavg()[0] ?? 0,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  };
}
