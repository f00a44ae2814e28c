/** A transcript beside a recording, in whichever of the known formats it is written. */
import type { Transcript, TranscriptSegment } from '../../../shared/model';
import { categoriesOfCallAnalytics, readCallAnalytics } from './aws-json';
import { readDeepgram } from './deepgram-json';
import { isObject, parseJson } from '../json-value';
import { parsePlainText } from './plain-text';
import { parseSrt, parseWebVtt } from './timed-text';
import { readWhisper } from './whisper-json';

const CATEGORIES_LIMIT = 100;
const CATEGORY_CHARS = 200;

/** Null where the text is no transcript of what its name announces. `extension` in small letters, without the dot. */
export function parseTranscript(extension: string, text: string): Transcript | null {
  switch (extension) {
    case 'srt':
      return toTranscript('srt', parseSrt(text));
    case 'vtt':
      return toTranscript('webvtt', parseWebVtt(text));
    case 'txt':
      return toTranscript('text', parsePlainText(text));
    default:
      return readJsonTranscript(parseJson(text));
  }
}

/** By what it holds, for all of them are called `.json`. */
export function readJsonTranscript(value: unknown): Transcript | null {
  if (!isObject(value)) return null;
  if (Array.isArray(value['segments'])) return toTranscript('whisper-json', readWhisper(value));
  if (isObject(value['results'])) return toTranscript('deepgram-json', readDeepgram(value));
  if (Array.isArray(value['Transcript'])) {
    return toTranscript('aws-json', readCallAnalytics(value), categoriesOfCallAnalytics(value));
  }
  return null;
}

function toTranscript(
  format: Transcript['format'],
  segments: readonly TranscriptSegment[] | null,
  categories: readonly string[] = [],
): Transcript | null {
  if (!segments) return null;
  const told = [...new Set(categories.map((one) => one.trim().slice(0, CATEGORY_CHARS)))];
  return { format, segments, categories: told.filter((one) => one !== '').slice(0, CATEGORIES_LIMIT) };
}
