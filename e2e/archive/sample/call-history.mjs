// Asterisk's call history as it writes it: Master.csv of cdr-csv (18 columns, GMT) and of cdr-custom (local time, with
// linkedid and the recording's name). Plain quote doubling, numbers bare, no header.
import { berlinClock, utcClock } from './berlin-time.mjs';

/**
 * @typedef {{ readonly src: string, readonly dst: string, readonly context: string, readonly callerName: string,
 *   readonly channel: string, readonly dstChannel: string, readonly application: string, readonly data: string,
 *   readonly startMs: number, readonly answerMs: number | null, readonly endMs: number,
 *   readonly disposition: 'ANSWERED' | 'NO ANSWER' | 'BUSY' | 'FAILED', readonly accountCode?: string,
 *   readonly uniqueId: string, readonly linkedId: string, readonly recordingFile?: string }} HistoryLine
 */

/** @param {string} text */
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;

/** Asterisk puts a backslash before a quote in a name. @param {{ callerName: string, src: string }} line */
export const callerId = ({ callerName, src }) => `"${callerName.replace(/["\\]/g, '\\$&')}" <${src}>`;

/** @param {HistoryLine} line */
const seconds = (line) => ({
  duration: Math.round((line.endMs - line.startMs) / 1000),
  billed: line.answerMs === null ? 0 : Math.round((line.endMs - line.answerMs) / 1000),
});

/** @param {HistoryLine} line */
function toCsvLine(line) {
  const when = (/** @type {number | null} */ ms) =>
    ms === null ? '' : quoted(`${utcClock(ms).date} ${utcClock(ms).time}`);
  const { duration, billed } = seconds(line);
  return [
    ...[line.accountCode ?? '', line.src, line.dst, line.context, callerId(line)].map(quoted),
    ...[line.channel, line.dstChannel, line.application, line.data].map(quoted),
    ...[when(line.startMs), when(line.answerMs), when(line.endMs), duration, billed],
    ...[line.disposition, 'DOCUMENTATION', line.uniqueId, ''].map(quoted),
  ].join(',');
}

/** @param {HistoryLine} line @param {number} sequence */
function toCustomLine(line, sequence) {
  const when = (/** @type {number | null} */ ms) =>
    ms === null ? '' : `${berlinClock(ms).date} ${berlinClock(ms).time}`;
  const { duration, billed } = seconds(line);
  return [
    ...[callerId(line), line.src, line.dst, line.context, line.channel, line.dstChannel].map(quoted),
    ...[line.application, line.data, when(line.startMs), when(line.answerMs), when(line.endMs)].map(quoted),
    ...[String(duration), String(billed), line.disposition, 'DOCUMENTATION', line.accountCode ?? ''].map(
      quoted,
    ),
    ...[
      quoted(line.uniqueId),
      quoted(''),
      String(sequence),
      quoted(line.linkedId),
      quoted(line.recordingFile ?? ''),
    ],
  ].join(',');
}

/**
 * Both files, lines in the order in which the legs ended.
 * @param {readonly HistoryLine[]} lines
 */
export function toHistoryFiles(lines) {
  const ordered = [...lines].sort((a, b) => a.endMs - b.endMs);
  const custom = ordered.map((line, i) => toCustomLine(line, 5100 + i * 3));
  return { csv: `${ordered.map(toCsvLine).join('\n')}\n`, custom: `${custom.join('\n')}\n` };
}
