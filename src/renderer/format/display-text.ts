/** Names and numbers as archives hold them, made safe to lay out: an archive's text is anybody's text. */

/** Longer texts are cut for the page only; the tooltip has as much as this. */
const MAX_LENGTH = 300;

// Controls, bidirectional overrides and isolates, line and paragraph separators, byte order mark: they would turn or break
// the words around them. Joiners stay, for scripts and names need them.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]+/g;

/** One line without control characters, at most 300 characters long. */
export function toDisplayText(text: string): string {
  const safe = text
    .slice(0, MAX_LENGTH * 4)
    .replace(UNSAFE, ' ')
    .trim();
  return safe.length > MAX_LENGTH ? `${safe.slice(0, MAX_LENGTH)}…` : safe;
}

/** As `toDisplayText`, set apart from the sentence that it is put into, whichever way its script runs. */
export function toIsolatedText(text: string): string {
  return `\u2068${toDisplayText(text)}\u2069`;
}
