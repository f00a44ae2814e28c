// The audio files of the three phone systems: 16-bit WAV as Asterisk writes it, GSM in WAV, MP3.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SAMPLE_RATE_HZ } from './voices.mjs';

/**
 * @typedef {import('./voices.mjs').Conversation} Conversation
 * @typedef {'wav' | 'stereo-wav' | 'gsm-wav' | 'gsm' | 'mp3'} AudioFormat `gsm` has no header: 33 bytes for 20 ms
 * @typedef {{ readonly codec: string, readonly channels: number, readonly sampleRateHz: number }} AudioFacts
 */

/** @type {Readonly<Record<AudioFormat, AudioFacts>>} */
export const AUDIO_FACTS = {
  wav: { codec: 'pcm_s16le', channels: 1, sampleRateHz: SAMPLE_RATE_HZ },
  'stereo-wav': { codec: 'pcm_s16le', channels: 2, sampleRateHz: SAMPLE_RATE_HZ },
  'gsm-wav': { codec: 'gsm_ms', channels: 1, sampleRateHz: SAMPLE_RATE_HZ },
  gsm: { codec: 'gsm', channels: 1, sampleRateHz: SAMPLE_RATE_HZ },
  mp3: { codec: 'mp3', channels: 1, sampleRateHz: SAMPLE_RATE_HZ },
};

/** @param {number} sample */
const toInt16 = (sample) => Math.max(-32768, Math.min(32767, Math.round(sample * 32767)));

/**
 * Interleaved 16-bit samples: one channel mixed, or two with the outside caller left and the company right.
 * @param {Conversation} conversation
 * @param {number} channels
 */
function toPcm({ outside, company }, channels) {
  const pcm = Buffer.alloc(outside.length * 2 * channels);
  for (let i = 0; i < outside.length; i += 1) {
    const left = outside[i] ?? 0;
    const right = company[i] ?? 0;
    if (channels === 1) pcm.writeInt16LE(toInt16(left + right), i * 2);
    else {
      pcm.writeInt16LE(toInt16(left), i * 4);
      pcm.writeInt16LE(toInt16(right), i * 4 + 2);
    }
  }
  return pcm;
}

/**
 * A WAV file with the plain header of 44 bytes.
 * @param {Buffer} pcm
 * @param {number} channels
 * @param {number} saidBytes how much data the header says there is
 */
function toWav(pcm, channels, saidBytes) {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + saidBytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(SAMPLE_RATE_HZ, 24);
  header.writeUInt32LE(SAMPLE_RATE_HZ * channels * 2, 28);
  header.writeUInt16LE(channels * 2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(saidBytes, 40);
  return Buffer.concat([header, pcm]);
}

/**
 * Writes a conversation; folders are made. `filePath` must not exist.
 * @param {string} filePath
 * @param {Conversation} conversation
 * @param {AudioFormat} format
 * @param {string} workDir
 */
export function writeAudio(filePath, conversation, format, workDir) {
  mkdirSync(dirname(filePath), { recursive: true });
  const { channels } = AUDIO_FACTS[format];
  const pcm = toPcm(conversation, channels);
  const wav = toWav(pcm, channels, pcm.length);
  if (format === 'wav' || format === 'stereo-wav') {
    writeFileSync(filePath, wav, { flag: 'wx' });
    return;
  }
  const plain = join(workDir, 'plain.wav');
  writeFileSync(plain, wav);
  if (format === 'gsm-wav' || format === 'gsm') {
    const asGsm = format === 'gsm' ? ['-t', 'gsm'] : ['-t', 'wav', '-e', 'gsm-full-rate'];
    execFileSync('sox', ['-D', plain, ...asGsm, filePath]);
    return;
  }
  const output = '-c:a libmp3lame -b:a 16k -map_metadata -1 -fflags +bitexact -flags:a +bitexact';
  execFileSync('ffmpeg', ['-v', 'error', '-n', '-i', plain, ...output.split(' '), filePath]);
}

/**
 * A file whose recorder was switched off: the header says 20 s more than there is.
 * @param {string} filePath
 * @param {Conversation} conversation
 */
export function writeCutOffWav(filePath, conversation) {
  mkdirSync(dirname(filePath), { recursive: true });
  const pcm = toPcm(conversation, 1);
  writeFileSync(filePath, toWav(pcm, 1, pcm.length + 20 * SAMPLE_RATE_HZ * 2), { flag: 'wx' });
}
