/** A transcript that is only text: paragraphs without times, with or without the names of those who speak. */
import type { TranscriptSegment } from '../../../shared/model';
import { SEGMENTS_LIMIT, toSegment } from './segment';
import { withSpeakers } from './speaker-prefix';

/** Below this share of letters, digits and blanks it is a table, code or data. */
const PROSE_SHARE = 0.8;
const SAMPLE_CHARS = 4000;

/** Every segment starts at 0, for nothing tells when it was said. Null for what is no prose: settings, tables, markup. */
export function parsePlainText(text: string): TranscriptSegment[] | null {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0 || !isProse(lines)) return null;
  const segments = lines
    .slice(0, SEGMENTS_LIMIT)
    .map((line) => toSegment(0, 0, null, line))
    .filter((segment) => segment !== null);
  return withSpeakers(segments);
}

function isProse(lines: readonly string[]): boolean {
  const [first = ''] = lines;
  if (/^(?:[{<;#]|\[[^\]]*\]$|\d+$)/.test(first)) return false;
  const settings = lines.filter((line) => /^[\w.-]{1,60}\s{0,8}=/.test(line)).length;
  if (settings * 2 > lines.length) return false;
  const sample = lines.join(' ').slice(0, SAMPLE_CHARS);
  if (/[\x00-\x08\x0E-\x1F]/.test(sample)) return false;
  const prose = sample.match(/[\p{L}\p{M}\p{Zs}\p{N}]/gu)?.length ?? 0;
  return prose / [...sample].length >= PROSE_SHARE && /\p{L}{2}/u.test(sample);
}
