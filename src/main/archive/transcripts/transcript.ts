/** A transcript beside a recording, in whichever of the known formats its name announces. */
import type { DraftTranscript } from '../draft';
import { parseSrt } from './srt';
import { parseWhisperJson } from './whisper-json';

/** Null where the text is no transcript of that format. `extension` in small letters, without the dot. */
export function parseTranscript(extension: string, text: string): DraftTranscript | null {
  const segments = extension === 'srt' ? parseSrt(text) : parseWhisperJson(text);
  return segments && { format: extension === 'srt' ? 'srt' : 'whisper-json', segments };
}
