/** An archive as FreePBX leaves it, of short silent calls, with a transcript beside each hundredth and a call history of all. */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILES_A_FOLDER = 1_000;
const START_SEC = 1_600_000_000;
const SEC_PER_CALL = 40;
const AUDIO_BYTES = 320;

/** An hour old, so that a scan takes all of it for at rest. `withHistory` writes cdr-csv/Master.csv too. */
export function makeArchive(dir: string, files: number, withHistory: boolean): void {
  const sound = toWav();
  const lines: string[] = [];
  const atRest = new Date(Date.now() - 3_600_000);
  const write = (filePath: string, content: string | Buffer): void => {
    writeFileSync(filePath, content);
    utimesSync(filePath, atRest, atRest);
  };
  const folders = new Set<string>();
  for (let n = 0; n < files; n += 1) {
    const folder = path.join(dir, toFolder(n));
    if (n % FILES_A_FOLDER === 0) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    const { name, line } = toCall(n);
    write(path.join(folder, `${name}.wav`), sound);
    if (n % 100 === 0) {
      write(path.join(folder, `${name}.srt`), '1\n00:00:00,000 --> 00:00:00,010\nhello, about the invoice\n');
    }
    if (withHistory) lines.push(line);
  }
  if (withHistory) {
    mkdirSync(path.join(dir, 'cdr-csv'), { recursive: true });
    write(path.join(dir, 'cdr-csv', 'Master.csv'), lines.join(''));
    folders.add(path.join(dir, 'cdr-csv'));
  }
  for (const folder of folders)
    for (let each = folder; each.startsWith(dir); each = path.dirname(each)) utimesSync(each, atRest, atRest);
}

function toFolder(n: number): string {
  const folder = Math.floor(n / FILES_A_FOLDER);
  return path.join('monitor', String(2000 + Math.floor(folder / 300)), String(folder % 300).padStart(3, '0'));
}

function toCall(n: number): { name: string; line: string } {
  const sec = START_SEC + n * SEC_PER_CALL;
  const at = new Date(sec * 1000).toISOString();
  const day = at.slice(0, 10).replaceAll('-', '');
  const time = at.slice(11, 19).replaceAll(':', '');
  const agent = 200 + (n % 200);
  const customer = `0170${String(1_000_000 + (n % 9973))}`;
  const unique = `${sec}.${n}`;
  const stamp = `${at.slice(0, 10)} ${at.slice(11, 19)}`;
  const isOut = n % 3 === 0;
  const name = isOut
    ? `out-${customer}-${agent}-${day}-${time}-${unique}`
    : `external-${agent}-${customer}-${day}-${time}-${unique}`;
  const fields = [
    '',
    isOut ? String(agent) : customer,
    isOut ? customer : String(agent),
    'from-internal',
    '""',
    `PJSIP/${agent}-0001`,
    `PJSIP/trunk-0002`,
    'Dial',
    '',
    stamp,
    stamp,
    stamp,
    '30',
    '30',
    'ANSWERED',
    'DOCUMENTATION',
    unique,
    '',
  ];
  return { name, line: `${fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}\n` };
}

function toWav(): Buffer {
  const wav = Buffer.alloc(44 + AUDIO_BYTES);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + AUDIO_BYTES, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(16_000, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(AUDIO_BYTES, 40);
  return wav;
}
