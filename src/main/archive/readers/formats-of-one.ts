/** Asterisk writes the same recording in several formats where it is told to, and people convert what they keep: `x.wav` beside `x.WAV`. */
import type { FolderClaims } from './folder-claims';

/** Best first; `WAV` in capitals is GSM in a wav file. */
const FORMATS =
  'wav16 sln16 g722 wav sln slin raw alaw al alw ulaw ul mu ulw pcm flac opus ogg m4a mp3 WAV wav49 gsm'.split(
    ' ',
  );
/** A header of which no sound followed; wav49 has the longest. */
const HEADER_BYTES = 60;

/** Names of one recording: the one to list first, then the others. What is known to hold no sound comes last. */
export function sortFormats(claims: FolderClaims, names: readonly string[]): readonly string[] {
  if (names.length < 2) return names;
  const sorted = [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const best = sorted.find((name) => (claims.sizeOf(name) ?? Number.MAX_SAFE_INTEGER) > HEADER_BYTES);
  return best === undefined ? sorted : [best, ...sorted.filter((name) => name !== best)];
}

function rank(name: string): number {
  const place = FORMATS.indexOf(name.slice(name.lastIndexOf('.') + 1));
  return place < 0 ? FORMATS.length : place;
}
