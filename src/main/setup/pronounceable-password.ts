/** Passwords that the program chooses: easy to read out and to type, and beyond guessing. */
import { randomBytes } from 'node:crypto';

// Proquints (arXiv:0901.4016): 16 consonants and 4 vowels carry whole bits, so that every word is equally likely.
const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';
const WORDS = 4;
const BYTES_A_WORD = 2;

/** Four words of five letters, 64 bits: for example `lusab-babad-gutih-tugad`. */
export function drawPassword(): string {
  const bytes = randomBytes(WORDS * BYTES_A_WORD);
  return Array.from({ length: WORDS }, (_, word) => toWord(bytes.readUInt16BE(word * BYTES_A_WORD))).join(
    '-',
  );
}

function toWord(bits: number): string {
  const consonant = (shift: number) => CONSONANTS.charAt((bits >> shift) & 15);
  const vowel = (shift: number) => VOWELS.charAt((bits >> shift) & 3);
  return consonant(12) + vowel(10) + consonant(6) + vowel(4) + consonant(0);
}
