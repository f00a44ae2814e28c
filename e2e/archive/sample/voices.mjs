// Speech: each sentence spoken by espeak-ng, made to sound like a telephone by sox, and laid out in time as a call.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { between } from './random.mjs';

/**
 * @typedef {import('./cast.mjs').Voice} Voice
 * @typedef {import('./script.mjs').Speaker} Speaker
 * @typedef {{ readonly speaker: Speaker, readonly startMs: number, readonly endMs: number, readonly written: string }} Utterance
 * @typedef {{ readonly outside: Float32Array, readonly company: Float32Array, readonly utterances: readonly Utterance[],
 *   readonly durationMs: number }} Conversation `outside` and `company` are the two sides, of the same length.
 */

export const SAMPLE_RATE_HZ = 8000;
/** A GSM block of a WAV file holds 320 samples; calls are whole blocks, so that each codec gives the same length. */
const BLOCK_SAMPLES = 320;
/** Loudness of speech while somebody speaks (-20 dB of full scale), and the most that a peak may reach (-2.5 dB). */
const SPEECH_RMS = 0.1;
const PEAK_LIMIT = 0.75;
/** What a quiet line hisses (-62 dB). */
const LINE_NOISE = 0.0008;

/**
 * One sentence as 8 kHz samples of the telephone band, without silence before and after.
 * @param {string} text
 * @param {Voice} voice
 * @param {string} workDir
 */
function speakSentence(text, voice, workDir) {
  const spoken = join(workDir, 'spoken.wav');
  const banded = join(workDir, 'banded.raw');
  const { speed, pitch } = voice;
  execFileSync('espeak-ng', [
    '-v',
    voice.voice,
    '-s',
    String(speed),
    '-p',
    String(pitch),
    '-w',
    spoken,
    '--',
    text,
  ]);
  const asRaw = ['-t', 'raw', '-e', 'signed', '-b', '16', '-L', '-c', '1'];
  execFileSync('sox', ['-D', '-v', '0.6', spoken, ...asRaw, banded, 'rate', '8000', 'sinc', '300-3400']);
  return toLevel(trimSilence(toSamples(readFileSync(banded))));
}

/** @param {Buffer} raw little-endian 16-bit */
function toSamples(raw) {
  const samples = new Float32Array(raw.length / 2);
  for (let i = 0; i < samples.length; i += 1) samples[i] = raw.readInt16LE(i * 2) / 32768;
  return samples;
}

/** @param {Float32Array} samples */
function trimSilence(samples) {
  const isHeard = (/** @type {number} */ sample) => Math.abs(sample) > 0.01;
  const first = samples.findIndex(isHeard);
  if (first < 0) throw new Error('Nothing was spoken');
  const last = samples.findLastIndex(isHeard);
  const marginSamples = 160;
  return samples.slice(Math.max(0, first - marginSamples), last + marginSamples);
}

/** Brought to one loudness; the few peaks above the limit are bent, not cut. @param {Float32Array} samples */
function toLevel(samples) {
  let energy = 0;
  for (const sample of samples) energy += sample * sample;
  const gain = SPEECH_RMS / Math.sqrt(energy / samples.length);
  return samples.map((sample) => PEAK_LIMIT * Math.tanh((sample * gain) / PEAK_LIMIT));
}

/**
 * How long it is quiet before a sentence: longer where the speaker changes.
 * @param {() => number} random
 * @param {boolean} isSameSpeaker
 */
const gapMs = (random, isSameSpeaker) =>
  isSameSpeaker ? between(random, 140, 320) : between(random, 260, 700);

/**
 * Speaks the sentences one after the other and mixes each side's line.
 * @param {readonly (import('./script.mjs').Sentence | import('./script.mjs').Pause)[]} turns
 * @param {Readonly<Partial<Record<Speaker, Voice>>>} voices
 * @param {() => number} random
 * @param {string} workDir
 * @returns {Conversation}
 */
export function speakConversation(turns, voices, random, workDir) {
  /** @type {{ utterance: Utterance, samples: Float32Array }[]} */
  const pieces = [];
  let atMs = between(random, 300, 700);
  /** @type {Speaker | undefined} */
  let lastSpeaker;
  for (const turn of turns) {
    if ('pauseMs' in turn) {
      atMs += turn.pauseMs;
      continue;
    }
    const voice = voices[turn.speaker];
    if (!voice) throw new Error(`No voice for ${turn.speaker}`);
    if (lastSpeaker) atMs += gapMs(random, lastSpeaker === turn.speaker);
    const samples = speakSentence(turn.spoken, voice, workDir);
    const endMs = atMs + Math.round((samples.length * 1000) / SAMPLE_RATE_HZ);
    pieces.push({
      utterance: { speaker: turn.speaker, startMs: atMs, endMs, written: turn.written },
      samples,
    });
    atMs = endMs;
    lastSpeaker = turn.speaker;
  }
  return mixConversation(pieces, atMs + between(random, 300, 600), random);
}

/**
 * @param {readonly { utterance: Utterance, samples: Float32Array }[]} pieces
 * @param {number} untilMs
 * @param {() => number} random
 */
function mixConversation(pieces, untilMs, random) {
  const length = Math.ceil((untilMs * SAMPLE_RATE_HZ) / 1000 / BLOCK_SAMPLES) * BLOCK_SAMPLES;
  const hiss = () => Float32Array.from({ length }, () => (random() + random() - 1) * LINE_NOISE * 2);
  const outside = hiss();
  const company = hiss();
  for (const { utterance, samples } of pieces) {
    const side = utterance.speaker === 'C' ? outside : company;
    const at = Math.round((utterance.startMs * SAMPLE_RATE_HZ) / 1000);
    for (let i = 0; i < samples.length; i += 1) side[at + i] = (side[at + i] ?? 0) + (samples[i] ?? 0);
  }
  const durationMs = (length * 1000) / SAMPLE_RATE_HZ;
  return { outside, company, utterances: pieces.map((piece) => piece.utterance), durationMs };
}
