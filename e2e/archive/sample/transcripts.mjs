// Transcripts beside the recordings: SRT, and JSON as Whisper and WhisperX write it. The times are those at which the
// voices really spoke; inside a sentence, words are given time by their letters.

/**
 * @typedef {import('./voices.mjs').Utterance} Utterance
 * @typedef {{ readonly word: string, readonly start: number, readonly end: number, readonly probability: number }} Word
 */

/** @param {number} ms */
function srtTime(ms) {
  const iso = new Date(ms).toISOString();
  return iso.slice(11, 23).replace('.', ',');
}

/** @param {readonly Utterance[]} utterances */
export function toSrt(utterances) {
  const blocks = utterances.map(
    (one, i) => `${String(i + 1)}\n${srtTime(one.startMs)} --> ${srtTime(one.endMs)}\n${one.written}\n`,
  );
  return blocks.join('\n');
}

/** Seconds with two places, as Whisper gives them. @param {number} ms */
const toSeconds = (ms) => Math.round(ms / 10) / 100;

/** @param {Utterance} utterance @param {string} lead what Whisper puts before each word @returns {Word[]} */
function toWords({ startMs, endMs, written }, lead) {
  const words = written.split(' ');
  // A number is spoken digit by digit, so each digit weighs as a short word.
  const weights = words.map(
    (word) => 2 + [...word].reduce((sum, char) => sum + (/\d/.test(char) ? 4 : 1), 0),
  );
  const msPerWeight = (endMs - startMs) / weights.reduce((sum, weight) => sum + weight, 0);
  let atMs = startMs;
  return words.map((word, i) => {
    const fromMs = atMs;
    atMs += (weights[i] ?? 0) * msPerWeight;
    const probability = 0.82 + ((word.length * 37 + i * 11) % 18) / 100;
    return {
      word: lead + word,
      start: toSeconds(fromMs),
      end: toSeconds(atMs),
      probability: Math.round(probability * 100) / 100,
    };
  });
}

/**
 * @param {readonly Utterance[]} utterances
 * @param {'en' | 'de'} language
 */
export function toWhisperJson(utterances, language) {
  const segments = utterances.map((one, id) => ({
    id,
    start: toSeconds(one.startMs),
    end: toSeconds(one.endMs),
    text: ` ${one.written}`,
    words: toWords(one, ' '),
  }));
  return `${JSON.stringify({ text: segments.map((one) => one.text).join(''), segments, language }, null, 1)}\n`;
}

/**
 * WhisperX names the speakers in the order in which they are heard, and calls the probability score.
 * @param {readonly Utterance[]} utterances
 * @param {'en' | 'de'} language
 */
export function toWhisperXJson(utterances, language) {
  const heard = [...new Set(utterances.map((one) => one.speaker))];
  const segments = utterances.map((one) => {
    const speaker = `SPEAKER_0${String(heard.indexOf(one.speaker))}`;
    const words = toWords(one, '').map(({ word, start, end, probability }) => ({
      word,
      start,
      end,
      score: probability,
      speaker,
    }));
    return { start: toSeconds(one.startMs), end: toSeconds(one.endMs), text: one.written, words, speaker };
  });
  return `${JSON.stringify({ segments, language }, null, 1)}\n`;
}
