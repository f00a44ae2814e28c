/** Passwords to hand to somebody: easy to read out and to type, and beyond guessing. */

// Proquints (arXiv:0901.4016): 16 consonants and 4 vowels carry whole bits, so that every word is equally likely.
const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';
const WORDS = 4;

/** Four words of five letters, 64 bits: for example `lusab-babad-gutih-tugad`. */
export function drawPassword(): string {
  return [...crypto.getRandomValues(new Uint16Array(WORDS))].map(toWord).join('-');
}

function toWord(bits: number): string {
  const consonant = (shift: number) => CONSONANTS.charAt((bits >> shift) & 15);
  const vowel = (shift: number) => VOWELS.charAt((bits >> shift) & 3);
  return consonant(12) + vowel(10) + consonant(6) + vowel(4) + consonant(0);
}
