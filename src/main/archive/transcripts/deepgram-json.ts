/**
 * Deepgram's JSON: `results.channels[].alternatives[0].words[{word, punctuated_word, start, end, speaker}]` in seconds, or, where it
 * was asked for them, `results.utterances[{start, end, transcript, channel, speaker}]`.
 * Source: https://developers.deepgram.com/docs/pre-recorded-audio
 */
import type { TranscriptSegment } from '../../../shared/model';
import type { JsonObject } from '../json-value';
import { isObject, labelOf, objectsOf, textOf } from '../json-value';
import { SEGMENTS_LIMIT, inOrder, toSegment } from './segment';

/** A pause after which somebody else may have spoken meanwhile. */
const PAUSE_S = 0.8;
/** A speech is cut at the end of a sentence, so that a click hears from near the word. */
const LONG_WORDS = 25;

interface Speech {
  readonly startS: number;
  endS: number;
  readonly speaker: string | null;
  readonly words: string[];
}

/** Null where it holds no words. */
export function readDeepgram(transcript: JsonObject): TranscriptSegment[] | null {
  const { results } = transcript;
  if (!isObject(results)) return null;
  const channels = objectsOf(results['channels']);
  const utterances = objectsOf(results['utterances']).slice(0, SEGMENTS_LIMIT);
  const segments =
    utterances.length > 0
      ? utterances.flatMap((one) => toUtterance(one, channels.length > 1))
      : channels.flatMap((one, index) => toSpeeches(one, channels.length > 1 ? index : null));
  return inOrder(segments.slice(0, SEGMENTS_LIMIT));
}

function toUtterance(utterance: JsonObject, hasChannels: boolean): TranscriptSegment[] {
  const { start, end, channel, speaker } = utterance;
  const said = textOf(utterance['transcript']);
  if (typeof start !== 'number' || typeof end !== 'number' || said === null) return [];
  const ofChannel = hasChannels && typeof channel === 'number' ? channel : null;
  const segment = toSegment(start * 1000, end * 1000, toSpeaker(speaker), said, ofChannel);
  return segment ? [segment] : [];
}

function toSpeeches(channel: JsonObject, index: number | null): TranscriptSegment[] {
  const [best] = objectsOf(channel['alternatives']);
  const speeches: Speech[] = [];
  for (const item of objectsOf(best?.['words'])) {
    const { start, end } = item;
    const word = textOf(item['punctuated_word']) ?? textOf(item['word']);
    if (typeof start !== 'number' || typeof end !== 'number' || word === null) continue;
    const speaker = toSpeaker(item['speaker']);
    const last = speeches.at(-1);
    if (last?.speaker === speaker && start - last.endS <= PAUSE_S && !isLong(last)) {
      last.words.push(word);
      last.endS = end;
    } else speeches.push({ startS: start, endS: end, speaker, words: [word] });
  }
  return speeches.flatMap(({ startS, endS, speaker, words }) => {
    const segment = toSegment(startS * 1000, endS * 1000, speaker, words.join(' '), index);
    return segment ? [segment] : [];
  });
}

function isLong({ words }: Speech): boolean {
  return words.length >= LONG_WORDS && /[.?!…。？！]$/u.test(words.at(-1) ?? '');
}

/** Speakers are numbered from 0. */
function toSpeaker(speaker: unknown): string | null {
  const label = labelOf(speaker);
  return label === null ? null : `Speaker ${label}`;
}
