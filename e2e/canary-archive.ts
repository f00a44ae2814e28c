/** A small archive of which one person may hear a part; what he may not is marked, so that any byte of it that comes out is seen. */
import fs from 'node:fs';
import path from 'node:path';

/** In names, numbers, words, groups, lines and account codes of what Ben may not hear; each in one form only. */
export const MARKS = {
  caller: 'Quillfeather',
  colleague: 'Zebedeus',
  group: 'Blackthornes',
  number: '5558675309',
  word: 'vermilionkettle',
  account: 'acct66613',
  line: '4989777666',
  extension: '29913',
} as const;
const GROUP_EXTENSION = '79917';
export const ALL_MARKS: readonly string[] = [...Object.values(MARKS), GROUP_EXTENSION];

export const BENS_EXTENSION = '201';
const BENS_CALLS = 6;
const OTHER_CALLS = 12;
/** 2026-09-01 08:00 UTC, when the clock of the phone system in Berlin shows 10:00. */
const FIRST_SEC = 1_788_249_600;

/** Writes the recordings of Ben and of his colleague, with call history and transcripts. */
export function writeCanaryArchive(dir: string): void {
  const history: string[] = [];
  for (let index = 0; index < BENS_CALLS + OTHER_CALLS; index += 1) {
    const isBens = index < BENS_CALLS;
    const atSec = FIRST_SEC + index * 600;
    const uniqueId = `${atSec}.${index}`;
    const number = isBens ? `0441234${index}` : MARKS.number;
    const to = isBens ? BENS_EXTENSION : [MARKS.extension, GROUP_EXTENSION, MARKS.line][index % 3]!;
    const type = isBens ? 'external' : ['external', 'q', 'in'][index % 3]!;
    const stem = `${type}-${to}-${number}-${toStamp(atSec)}-${uniqueId}`;
    fs.writeFileSync(path.join(dir, `${stem}.wav`), toTone(2));
    const words = isBens ? 'Good morning, this is about the garden.' : `Remember the ${MARKS.word}.`;
    fs.writeFileSync(path.join(dir, `${stem}.srt`), `1\n00:00:00,100 --> 00:00:01,900\n${words}\n`);
    const caller = isBens ? 'Garden Shop' : MARKS.caller;
    const account = isBens ? '' : MARKS.account;
    history.push(toCdrLine({ atSec, uniqueId, number, to, caller, account }));
  }
  fs.writeFileSync(path.join(dir, 'Master.csv'), `${history.join('\n')}\n`);
}

/** The people and names of this archive, as the administrator would make them. */
export const COLLEAGUE = { name: MARKS.colleague, signInName: 'colleague', extension: MARKS.extension };
export const GROUP = { name: MARKS.group, extension: GROUP_EXTENSION, members: [] };
export const LINES = [{ number: MARKS.line, name: 'Line of the others' }];

interface Leg {
  readonly atSec: number;
  readonly uniqueId: string;
  readonly number: string;
  readonly to: string;
  readonly caller: string;
  readonly account: string;
}

/** The order of columns of cdr-csv; times in UTC, as with `usegmtime`. */
function toCdrLine({ atSec, uniqueId, number, to, caller, account }: Leg): string {
  const at = (sec: number) => new Date(sec * 1000).toISOString().slice(0, 19).replace('T', ' ');
  const texts = [account, number, to, 'ext-local', `"${caller}" <${number}>`, `PJSIP/${number}-1`];
  const rest = [`PJSIP/${to}-2`, 'Dial', `PJSIP/${to}`, at(atSec), at(atSec), at(atSec + 2)];
  const quoted = [...texts, ...rest].map((text) => `"${text.replaceAll('"', '""')}"`);
  return [...quoted, '2', '2', '"ANSWERED"', '"DOCUMENTATION"', `"${uniqueId}"`, '""'].join(',');
}

/** As file names have it: the wall clock in Berlin, two hours on in summer. */
function toStamp(sec: number): string {
  const [day = '', time = ''] = new Date((sec + 7200) * 1000).toISOString().split('T');
  return `${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}`;
}

/** A WAV file, 8 kHz, 16 bit, one channel, of a soft tone. */
export function toTone(seconds: number): Buffer {
  const rate = 8000;
  const bytes = seconds * rate * 2;
  const wav = Buffer.alloc(44 + bytes);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + bytes, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(bytes, 40);
  for (let at = 0; at < seconds * rate; at += 1)
    wav.writeInt16LE(Math.round(9000 * Math.sin((2 * Math.PI * 440 * at) / rate)), 44 + at * 2);
  return wav;
}
