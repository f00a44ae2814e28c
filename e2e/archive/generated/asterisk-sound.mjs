// Sound as Asterisk's format modules write it, one for each ending of a file name.
import { toWav } from './archive-folder.mjs';

/** Without a header: bytes for a second of sound. */
const HEADERLESS = {
  ...{ ulaw: 8000, ul: 8000, mu: 8000, ulw: 8000, pcm: 8000, alaw: 8000, al: 8000, alw: 8000, g722: 8000 },
  ...{ sln: 16_000, slin: 16_000, raw: 16_000, sln12: 24_000, sln16: 32_000, sln24: 48_000, sln32: 64_000 },
  ...{ sln44: 88_200, sln48: 96_000, sln96: 192_000, sln192: 384_000 },
  ...{ 'g726-16': 2000, 'g726-24': 3000, 'g726-32': 4000, 'g726-40': 5000, vox: 4000 },
};

export const ENDINGS = ['wav', 'wav16', 'WAV', 'wav49', 'gsm', 'au', ...Object.keys(HEADERLESS)];

/** @typedef {{ readonly bytes: Buffer, readonly lengthMs: number }} Sound */

/** As long as asked, up to the next whole block. @param {string} ending @param {number} lengthMs @param {number} [pitchHz] @returns {Sound} */
export function toSound(ending, lengthMs, pitchHz = 220) {
  if (ending === 'gsm') return toGsm(lengthMs);
  if (ending === 'WAV' || ending === 'wav49') return toWav49(lengthMs);
  if (ending === 'wav') return { bytes: toPcmWav(8000, lengthMs, pitchHz), lengthMs };
  if (ending === 'wav16') return { bytes: toPcmWav(16_000, lengthMs, pitchHz), lengthMs };
  if (ending === 'au') return { bytes: toAu(lengthMs), lengthMs };
  const perSecond = HEADERLESS[/** @type {keyof typeof HEADERLESS} */ (ending)];
  const bytes = Math.floor((perSecond * lengthMs) / 1000) & ~1;
  if (perSecond >= 16_000) return { bytes: toTone(bytes / 2, perSecond / 2, pitchHz), lengthMs };
  return { bytes: Buffer.alloc(bytes, ending.startsWith('a') ? 0xd5 : 0x7e), lengthMs };
}

/** Two channels in turn, as MixMonitor's option D writes them: each side speaks for itself. @param {number} lengthMs @returns {Sound} */
export function toTwoSides(lengthMs) {
  const frames = lengthMs * 8;
  const bytes = Buffer.alloc(frames * 4);
  for (let at = 0; at < frames; at += 1) {
    bytes.writeInt16LE(Math.round(6000 * Math.sin((at * 2 * Math.PI * 310) / 8000)), at * 4);
    bytes.writeInt16LE(Math.round(3000 * Math.sin((at * 2 * Math.PI * 190) / 8000)), at * 4 + 2);
  }
  return { bytes, lengthMs };
}

/** Linear PCM of a deep voice. @param {number} samples @param {number} rateHz @param {number} pitchHz */
function toTone(samples, rateHz, pitchHz) {
  const bytes = Buffer.alloc(samples * 2);
  for (let at = 0; at < samples; at += 1)
    bytes.writeInt16LE(Math.round(5000 * Math.sin((at * 2 * Math.PI * pitchHz) / rateHz)), at * 2);
  return bytes;
}

/** @param {number} lengthMs @returns {Sound} */
function toGsm(lengthMs) {
  const frames = Math.ceil(lengthMs / 20);
  const frame = Buffer.alloc(33, 0x24);
  frame[0] = 0xd8;
  return { bytes: Buffer.concat(Array.from({ length: frames }, () => frame)), lengthMs: frames * 20 };
}

/** GSM 6.10 in RIFF: the data begin at byte 60, in blocks of 65 bytes for 40 ms. @param {number} lengthMs @returns {Sound} */
function toWav49(lengthMs) {
  const blocks = Math.ceil(lengthMs / 40);
  const head = Buffer.alloc(60);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(52 + blocks * 65, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(20, 16);
  head.writeUInt16LE(0x31, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(1625, 28);
  head.writeUInt16LE(65, 32);
  head.writeUInt16LE(2, 36);
  head.writeUInt16LE(320, 38);
  head.write('fact', 40, 'latin1');
  head.writeUInt32LE(4, 44);
  head.writeUInt32LE(blocks * 320, 48);
  head.write('data', 52, 'latin1');
  head.writeUInt32LE(blocks * 65, 56);
  return { bytes: Buffer.concat([head, Buffer.alloc(blocks * 65, 0x24)]), lengthMs: blocks * 40 };
}

/** @param {number} rateHz @param {number} lengthMs @param {number} pitchHz */
function toPcmWav(rateHz, lengthMs, pitchHz) {
  const data = toTone((rateHz * lengthMs) / 1000, rateHz, pitchHz);
  const head = Buffer.from(toWav(0));
  head.writeUInt32LE(36 + data.length, 4);
  head.writeUInt16LE(1, 20);
  head.writeUInt32LE(rateHz, 24);
  head.writeUInt32LE(rateHz * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

/** @param {number} lengthMs */
function toAu(lengthMs) {
  const head = Buffer.alloc(24);
  head.write('.snd', 0, 'latin1');
  // Offset of the data, their length, 1 for µ-law, rate, channels.
  [24, lengthMs * 8, 1, 8000, 1].forEach((value, index) => head.writeUInt32BE(value, 4 + index * 4));
  return Buffer.concat([head, Buffer.alloc(lengthMs * 8, 0x7e)]);
}
