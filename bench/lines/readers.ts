/** Goal 6, second half: files a second against other programs that read headers. */
import { execFile, execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { getPeersDir } from '../data/peer-packages';
import type { Outcome } from '../result';
import { spent } from '../timed';

const execute = promisify(execFile);

/** Enough for a rate; ffprobe takes a process a file. */
const FILES = { 'music-metadata': 2_000, mediainfo: 20, ffprobe: 20 } as const;

export async function measureReaders(archiveDir: string, ours: number): Promise<Outcome[]> {
  const files = listSome(archiveDir, FILES['music-metadata']);
  return [
    await compare('music-metadata', 20, ours, files, readWithMusicMetadata),
    await compare('mediainfo', 100, ours, files.slice(0, FILES.mediainfo), (each) => run('mediainfo', each)),
    await compare('ffprobe', 1000, ours, files.slice(0, FILES.ffprobe), (each) =>
      run('ffprobe', ['-v', 'error', '-show_format', ...each]),
    ),
  ];
}

async function compare(
  name: string,
  times: number,
  ours: number,
  files: readonly string[],
  read: (files: readonly string[]) => Promise<number>,
): Promise<Outcome> {
  const what = `first scan, against ${name} reading the headers alone`;
  try {
    const ms = await read(files);
    const other = (files.length * 1000) / ms;
    const isReached = ours >= other * times;
    return { line: 6, what, goal: `≥ ${times}×`, ours, other, unit: 'per s', isReached };
  } catch (error) {
    return {
      line: 6,
      what,
      absent: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    };
  }
}

/** In a process of its own, which tells how long the reading alone took. */
async function readWithMusicMetadata(files: readonly string[]): Promise<number> {
  const script = `
    import { parseFile } from 'music-metadata';
    const files = process.argv.slice(1);
    const began = performance.now();
    for (const file of files) await parseFile(file);
    console.log(performance.now() - began);`;
  const args = ['--input-type=module', '-e', script, ...files];
  const { stdout } = await execute(process.execPath, args, { cwd: getPeersDir() });
  return Number(stdout);
}

/** A process a file, as a script would. */
function run(program: string, args: readonly string[]): Promise<number> {
  const options = args.filter((arg) => !path.isAbsolute(arg));
  return spent(() => {
    for (const file of args.filter((arg) => path.isAbsolute(arg)))
      execFileSync(program, [...options, file], { stdio: 'ignore' });
  });
}

function listSome(dir: string, count: number): string[] {
  const found: string[] = [];
  const folders = [dir];
  for (let folder = folders.pop(); folder !== undefined && found.length < count; folder = folders.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const filePath = path.join(folder, entry.name);
      if (entry.isDirectory()) folders.push(filePath);
      else if (entry.name.endsWith('.wav') && found.length < count) found.push(filePath);
    }
  }
  return found;
}
