// A folder that is being filled, with the truth about every file in it.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @typedef {object} TrueRecording
 * @property {string} path
 * @property {string} reader
 * @property {'call' | 'voicemail' | 'fax'} kind
 * @property {string} startedAtUtc
 * @property {boolean} isTimeDoubtful
 * @property {'inbound' | 'outbound' | 'internal' | 'unknown'} direction
 * @property {string} caller
 * @property {string | null} callerName
 * @property {string} called
 * @property {string | null} calledName
 * @property {readonly string[]} others
 * @property {string | null} owner
 * @property {string | null} group
 * @property {string | null} line
 * @property {string | null} accountCode
 * @property {Readonly<Record<string, number>>} channels by number
 * @property {readonly string[]} sidecars
 * @property {number} lengthMs -1 for what has none, as a fax
 * @property {string} [linkedId] by which the pieces of one call come together, where the system tells
 * @typedef {Pick<TrueRecording, 'path' | 'reader' | 'lengthMs'> & Partial<TrueRecording> & {startMs: number}} Told
 */

export class ArchiveFolder {
  /** @type {TrueRecording[]} */
  recordings = [];
  /** @type {{path: string, kind: string}[]} */
  findings = [];
  /** @type {string[]} */
  histories = [];
  files = 0;
  #made = new Set();

  /** @param {string} dir @param {string} zone */
  constructor(dir, zone) {
    this.dir = dir;
    this.zone = zone;
  }

  /** @param {string} path @param {string | Buffer} content */
  write(path, content) {
    const filePath = join(this.dir, path);
    const folder = dirname(filePath);
    if (!this.#made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#made.add(folder);
    }
    writeFileSync(filePath, content);
    this.files += 1;
  }

  /** Of a file that is written: it bears the time of its end, as one that was written while it was recorded. @param {Told} told */
  tell({ startMs, ...told }) {
    const endSec = (startMs + Math.max(0, told.lengthMs)) / 1000;
    utimesSync(join(this.dir, told.path), endSec, endSec);
    this.recordings.push({
      kind: 'call',
      isTimeDoubtful: false,
      direction: 'unknown',
      caller: '',
      callerName: null,
      called: '',
      calledName: null,
      others: [],
      owner: null,
      group: null,
      line: null,
      accountCode: null,
      channels: {},
      sidecars: [],
      ...told,
      startedAtUtc: new Date(startMs).toISOString(),
    });
  }

  truth() {
    const { zone, recordings, findings, histories, files } = this;
    return { zone, files, recordings, findings, histories };
  }
}

/** A WAV of so many milliseconds, 8 kHz, µ-law, one or two channels. @param {number} lengthMs */
export function toWav(lengthMs, channels = 1) {
  const bytes = lengthMs * 8 * channels;
  const wav = Buffer.alloc(44 + bytes, 0xff);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + bytes, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(7, 20);
  wav.writeUInt16LE(channels, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(8000 * channels, 28);
  wav.writeUInt16LE(channels, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(bytes, 40);
  return wav;
}

/** @param {string} text */
export const toXmlText = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A line of CSV as Asterisk writes it: texts quoted, quotes doubled, numbers bare. @param {readonly (string | number)[]} fields */
export const toCsvLine = (fields) =>
  `${fields.map((field) => (typeof field === 'number' ? field : `"${field.replaceAll('"', '""')}"`)).join(',')}\n`;
