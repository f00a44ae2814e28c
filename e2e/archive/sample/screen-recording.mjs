// A screen recording: what the agent's customer program showed during the call, drawn, not filmed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {import('./voices.mjs').Utterance} Utterance */

const FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';
const BOLD = '/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf';
const NOTE_LINES = 7;

/**
 * Writes a WebM (VP8, 640×360, 3 frames a second, no sound) that is as long as the call.
 * @param {string} filePath
 * @param {{ readonly customer: string, readonly number: string, readonly agent: string }} facts
 * @param {readonly Utterance[]} utterances become the notes that the agent types
 * @param {number} durationMs
 * @param {string} workDir
 */
export function writeScreenRecording(filePath, facts, utterances, durationMs, workDir) {
  mkdirSync(dirname(filePath), { recursive: true });
  let texts = 0;
  // drawtext has its own quoting; text comes from files so that no apostrophe in it can break the filter.
  const text = (/** @type {string} */ content, /** @type {string} */ where, font = FONT) => {
    const file = join(workDir, `screen-${String((texts += 1))}.txt`);
    writeFileSync(file, content);
    return `drawtext=fontfile=${font}:textfile=${file}:expansion=none:${where}`;
  };
  const filters = [...deskFilters(facts, text), ...noteFilters(utterances, durationMs, text)];
  const seconds = (durationMs / 1000).toFixed(3);
  const blank = `color=white:s=640x360:r=3:d=${seconds}`;
  const input = ['-v', 'error', '-n', '-f', 'lavfi', '-i', blank, '-vf', filters.join(','), '-t', seconds];
  const codec = '-c:v libvpx -b:v 14k -qmin 12 -qmax 48 -g 60 -deadline good -threads 1';
  const repeatable = '-fflags +bitexact -flags:v +bitexact';
  execFileSync('ffmpeg', [...input, ...codec.split(' '), ...repeatable.split(' '), filePath]);
}

/**
 * The program's window: whom the call is with, and how long it has lasted.
 * @param {{ readonly customer: string, readonly number: string, readonly agent: string }} facts
 * @param {(content: string, where: string, font?: string) => string} text
 */
function deskFilters(facts, text) {
  const menu = 'Orders\nInvoices\nDeliveries\nNotes';
  return [
    'drawbox=x=0:y=0:w=640:h=34:color=0x1f3a5f:t=fill',
    text('Marrowby Customer Desk', 'x=12:y=9:fontsize=15:fontcolor=white', BOLD),
    text(facts.agent, 'x=500:y=10:fontsize=13:fontcolor=white'),
    'drawbox=x=0:y=34:w=170:h=326:color=0xe4e9f0:t=fill',
    text(facts.customer, 'x=12:y=52:fontsize=15:fontcolor=black', BOLD),
    text(facts.number, 'x=12:y=76:fontsize=13:fontcolor=0x333333'),
    text(menu, 'x=12:y=120:fontsize=14:line_spacing=14:fontcolor=0x1f3a5f'),
    `drawtext=fontfile=${BOLD}:text='%{pts\\:gmtime\\:0\\:%M\\\\\\:%S}':x=12:y=325:fontsize=18:fontcolor=0x9b1c1c`,
    text('Notes of this call', 'x=190:y=52:fontsize=15:fontcolor=black', BOLD),
    'drawbox=x=186:y=78:w=440:h=266:color=0xb8c2cf:t=1',
  ];
}

/**
 * Each note stands from the moment it was said until the sheet is full and a new one begins.
 * @param {readonly Utterance[]} utterances
 * @param {number} durationMs
 * @param {(content: string, where: string) => string} text
 */
function noteFilters(utterances, durationMs, text) {
  return utterances.map((one, i) => {
    const row = i % NOTE_LINES;
    const sheetEnds = utterances[i - row + NOTE_LINES]?.startMs ?? durationMs;
    const shown = `enable='between(t,${(one.endMs / 1000).toFixed(2)},${(sheetEnds / 1000).toFixed(2)})'`;
    const words = one.written.length > 52 ? `${one.written.slice(0, 50)}…` : one.written;
    return text(words, `x=198:y=${String(92 + row * 35)}:fontsize=14:fontcolor=0x222222:${shown}`);
  });
}
