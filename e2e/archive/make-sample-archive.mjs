// Makes resources/sample-archive: recordings, call history, transcripts, screens, voicemails and faxes of three phone
// systems over three months, spoken by synthetic voices, and e2e/archive/sample-truth.json, which says what is in it.
// Run once and committed; the same program makes the same bytes again. Needs espeak-ng, sox, ffmpeg with libmp3lame and
// libvpx, tiffcp (libtiff-tools) and the DejaVu fonts.
//
//   node e2e/archive/make-sample-archive.mjs [--out DIR] [--truth FILE]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toHistoryFiles } from './sample/call-history.mjs';
import { toSamplePeople } from './sample/company.mjs';
import { LICENSE } from './sample/license.mjs';
import { FAXES, VOICEMAILS } from './sample/messages.mjs';
import { MISSED } from './sample/missed-calls.mjs';
import { planCalls } from './sample/plan.mjs';
import { between, seededRandom } from './sample/random.mjs';
import { toScopes } from './sample/truth.mjs';
import { writeCall } from './sample/write-calls.mjs';
import { toMissedCall, writeFax, writeGreeting, writeVoicemail } from './sample/write-messages.mjs';

/** @typedef {import('./sample/write-calls.mjs').Places} Places */

const projectDir = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(projectDir, 'resources', 'sample-archive') },
    truth: { type: 'string', default: join(projectDir, 'e2e', 'archive', 'sample-truth.json') },
  },
});

for (const [tool, flag] of [
  ['espeak-ng', '--version'],
  ['sox', '--version'],
  ['ffmpeg', '-version'],
]) {
  execFileSync(tool ?? '', [flag ?? ''], { stdio: 'ignore' });
}

/** Everything that happened on one phone system, oldest first, with its running numbers. @param {Places} places */
function writeEverything(places) {
  const calls = planCalls();
  const events = [
    ...calls.map((plan) => ({
      startMs: plan.startMs,
      write: (/** @type {number} */ serial) => writeCall(plan, serial, places),
    })),
    ...VOICEMAILS.map((plan) => ({
      startMs: plan.startMs,
      write: (/** @type {number} */ serial) => ({ ...writeVoicemail(plan, serial, places), logLine: null }),
    })),
    ...FAXES.map((plan) => ({
      startMs: plan.startMs,
      write: (/** @type {number} */ serial) => ({ ...writeFax(plan, serial, places), logLine: null }),
    })),
  ];
  const missed = MISSED.map((plan) => ({ startMs: plan.startMs, missed: plan }));
  const random = seededRandom('serials');
  let serial = 1181;
  const recordings = [];
  const unrecorded = [];
  const history = [];
  const logLines = [];
  for (const event of [...events, ...missed].sort((a, b) => a.startMs - b.startMs)) {
    serial += between(random, 8, 21);
    if ('missed' in event) {
      const made = toMissedCall(event.missed, serial);
      unrecorded.push(made.truth);
      history.push(...made.history);
      continue;
    }
    const made = event.write(serial);
    recordings.push(made.truth);
    history.push(...made.history);
    if (made.logLine !== null) logLines.push(made.logLine);
  }
  writeGreeting(places);
  return { recordings, unrecorded, history, logLines };
}

/** @param {string} path @param {string} content */
function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** @param {readonly string[]} keys */
const tally = (keys) =>
  Object.fromEntries([...new Set(keys)].sort().map((key) => [key, keys.filter((one) => one === key).length]));

const workDir = mkdtempSync(join(tmpdir(), 'sample-archive-'));
try {
  for (const part of ['freepbx', '3cx', 'oreka'])
    rmSync(join(values.out, part), { recursive: true, force: true });
  const { recordings, unrecorded, history, logLines } = writeEverything({ archiveDir: values.out, workDir });
  const { csv, custom } = toHistoryFiles(history);
  write(join(values.out, 'freepbx/log/cdr-csv/Master.csv'), csv);
  write(join(values.out, 'freepbx/log/cdr-custom/Master.csv'), custom);
  write(join(values.out, 'oreka/tapelist.log'), `${logLines.join('\n')}\n`);
  write(join(values.out, 'LICENSE.txt'), LICENSE);
  const people = toSamplePeople();
  write(join(values.out, 'people.json'), `${JSON.stringify(people, null, 2)}\n`);
  const counts = {
    recordings: recordings.length,
    byKind: tally(recordings.map((one) => one.kind)),
    bySystem: tally(recordings.map((one) => one.system)),
    byDirection: tally(recordings.map((one) => one.direction)),
    byCodec: tally(recordings.map((one) => one.codec)),
    transcripts: recordings.filter((one) => one.transcript !== null).length,
    screens: recordings.filter((one) => one.screen !== null).length,
    callsWithoutRecording: unrecorded.length,
    historyLines: history.length,
  };
  const greetings = ['freepbx/voicemail/default/201/unavail.WAV'];
  const truth = {
    timeZone: people.timeZone,
    counts,
    recordings,
    callsWithoutRecording: unrecorded,
    greetings,
    mayList: toScopes(recordings, people.people),
  };
  write(values.truth, `${JSON.stringify(truth, null, 1)}\n`);
  process.stdout.write(`${JSON.stringify(counts, null, 2)}\n`);
} finally {
  rmSync(workDir, { recursive: true, force: true });
}
