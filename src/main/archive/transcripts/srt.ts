/** SubRip: a number, `00:00:01,500 --> 00:00:04,000`, lines of text, an empty line. */
import type { TranscriptSegment } from '../../../shared/model';
import { SEGMENTS_LIMIT, toSegment } from './segment';

const TIMES =
  /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})\s{0,8}-->\s{0,8}(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})/;
/** `Anna Lee: …`, `[Anna] …`, `SPEAKER_01: …`, as tools write who speaks. */
const SPEAKER =
  /^(?:\[([^\]]{1,40})\]:? ?|([\p{Lu}][\p{L}\p{N}_.'’-]{0,24}(?: [\p{Lu}\p{N}][\p{L}\p{N}_.'’-]{0,24}){0,2}): )/u;

/** Null where the text holds no timed line at all. Blocks that are not understood are left out. */
export function parseSrt(text: string): TranscriptSegment[] | null {
  const segments: TranscriptSegment[] = [];
  let times: { startMs: number; endMs: number } | null = null;
  let words: string[] = [];
  const close = (): void => {
    const said = words.join(' ').replace(/<[^<>]{0,100}>/g, '');
    const segment = times && toSegment(times.startMs, times.endMs, null, said);
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

/** A sentence may begin like a name and a colon; only where most do are they speakers. */
function withSpeakers(segments: TranscriptSegment[]): TranscriptSegment[] {
  const matches = segments.map((segment) => SPEAKER.exec(segment.text));
  if (matches.filter(Boolean).length * 2 <= segments.length) return segments;
  return segments.map((segment, index) => {
    const match = matches[index];
    if (!match) return segment;
    return { ...segment, speaker: match[1] ?? match[2] ?? null, text: segment.text.slice(match[0].length) };
  });
}

function toMs(match: RegExpExecArray, from: number): number {
  const [hours, minutes, seconds] = [0, 1, 2].map((index) => Number(match[from + index] ?? 0));
  const milliseconds = Number((match[from + 3] ?? '0').padEnd(3, '0'));
  return (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000 + milliseconds;
}
