/** `Anna Lee: …`, `[Anna] …`, `SPEAKER_01: …`, as tools write who speaks before what he says. */
import type { TranscriptSegment } from '../../../shared/model';

const SPEAKER =
  /^(?:\[([^\]]{1,40})\]:? ?|([\p{Lu}][\p{L}\p{N}_.'’-]{0,24}(?: [\p{Lu}\p{N}][\p{L}\p{N}_.'’-]{0,24}){0,2}): )/u;

/** A sentence may begin like a name and a colon; only where most do are they speakers. Who is told already stays. */
export function withSpeakers(segments: readonly TranscriptSegment[]): TranscriptSegment[] {
  const matches = segments.map((segment) => (segment.speaker === null ? SPEAKER.exec(segment.text) : null));
  if (matches.filter(Boolean).length * 2 <= segments.length) return [...segments];
  return segments.map((segment, index) => {
    const match = matches[index];
    if (!match) return segment;
    return { ...segment, speaker: match[1] ?? match[2] ?? null, text: segment.text.slice(match[0].length) };
  });
}
