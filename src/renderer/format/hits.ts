/** Where the words of a search stand in a text, so that a view can mark them. */

export interface TextPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** The words of a search as typed: all must match somewhere, so each is marked wherever it stands. */
export function toSearchWords(search: string): readonly string[] {
  return search
    .split(/\s+/)
    .map((word) => fold(word).folded)
    .filter((word) => word !== '');
}

/** The text cut into parts that were searched for and parts that were not; together they are the text, unchanged. */
export function splitHits(text: string, words: readonly string[]): readonly TextPart[] {
  if (words.length === 0 || text === '') return [{ text, isHit: false }];
  const { folded, starts } = fold(text);
  const isHitAt = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      isHitAt.fill(true, starts[at], starts[at + word.length] ?? text.length);
    }
  }
  return toParts(text, isHitAt);
}

function toParts(text: string, isHitAt: readonly boolean[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && isHitAt[at] === isHitAt[from]) continue;
    parts.push({ text: text.slice(from, at), isHit: isHitAt[from] ?? false });
    from = at;
  }
  return parts;
}

/** Without case and accents; `starts[i]` is where the character at i of the folded text begins in the text itself. */
function fold(text: string): { readonly folded: string; readonly starts: readonly number[] } {
  // Most names and all numbers: every character is its own, and a list asks for hundreds of them at each key press.
  if (isPlain(text)) return { folded: text.toLowerCase(), starts: toPlaces(text.length) };
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    starts.push(...new Array<number>(plain.length).fill(at));
    folded += plain;
    at += character.length;
  }
  return { folded, starts };
}

/** ASCII, of which no character is folded to another length. */
const isPlain = (text: string) => /^[\x00-\x7f]*$/.test(text);

const places: number[] = [];

/** 0, 1, 2 …, at least so many. */
function toPlaces(count: number): readonly number[] {
  while (places.length < count) places.push(places.length);
  return places;
}
