/** SubRip and WebVTT: `00:00:01,500 --> 00:00:04,000`, lines of text, an empty line; WebVTT names speakers in `<v Anna>`. */
import type { TranscriptSegment } from '../../../shared/model';
import { SEGMENTS_LIMIT, toSegment } from './segment';
import { withSpeakers } from './speaker-prefix';

const TIMES =
  /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})\s{0,8}-->\s{0,8}(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})/;
/** https://www.w3.org/TR/webvtt1/#webvtt-cue-voice-span: classes after a dot, then the name. */
const VOICE = /^<v(?:\.[^\s<>]{1,100})?[ \t]+([^<>]{1,200})>/;
const VTT_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&nbsp;', ' '],
  ['&lrm;', ''],
  ['&rlm;', ''],
]);

/** Null where the text holds no timed line at all. Blocks that are not understood are left out. */
export function parseSrt(text: string): TranscriptSegment[] | null {
  return parseCues(text, (said) => ({ speaker: null, said: withoutMarks(said) }));
}

/** Null where it does not begin as WebVTT must, or holds no timed line. Notes, styles and regions are left out. */
export function parseWebVtt(text: string): TranscriptSegment[] | null {
  if (!/^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text)) return null;
  return parseCues(text, (said) => {
    const speaker = VOICE.exec(said)?.[1] ?? null;
    return { speaker: speaker && decodeEntities(speaker), said: decodeEntities(withoutMarks(said)) };
  });
}

function parseCues(
  text: string,
  read: (said: string) => { readonly speaker: string | null; readonly said: string },
): TranscriptSegment[] | null {
  const segments: TranscriptSegment[] = [];
  let times: { startMs: number; endMs: number } | null = null;
  let words: string[] = [];
  const close = (): void => {
    const { speaker, said } = read(words.join(' '));
    const segment = times && toSegment(times.startMs, times.endMs, speaker, said);
    if (segment) segments.push(segment);
    times = null;
    words = [];
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (segments.length >= SEGMENTS_LIMIT) break;
    const match = TIMES.exec(line);
    if (match) {
      close();
      times = { startMs: toMs(match, 1), endMs: toMs(match, 5) };
    } else if (line.trim() === '') close();
    else if (times) words.push(line.trim());
  }
  close();
  return segments.length > 0 ? withSpeakers(segments) : null;
}

function withoutMarks(said: string): string {
  return said.replace(/<[^<>]{0,300}>/g, '');
}

function decodeEntities(said: string): string {
  return said.replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => VTT_ENTITIES.get(entity) ?? entity);
}

function toMs(match: RegExpExecArray, from: number): number {
  const [hours, minutes, seconds] = [0, 1, 2].map((index) => Number(match[from + index] ?? 0));
  const milliseconds = Number((match[from + 3] ?? '0').padEnd(3, '0'));
  return (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000 + milliseconds;
}
