// Chance that is the same every time: the sample archive can be made again, byte for byte.

/**
 * A generator of numbers in 0…1, fixed by its seed (mulberry32 over an FNV-1a hash of the text).
 * Each call has its own, so that a call more or less changes none of the others.
 * @param {string} seed
 * @returns {() => number}
 */
export function seededRandom(seed) {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @template T
 * @param {() => number} random
 * @param {readonly T[]} choices
 * @returns {T}
 */
export function pick(random, choices) {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error('Nothing to pick from');
  return choice;
}

/**
 * A whole number, both ends possible.
 * @param {() => number} random
 * @param {number} from
 * @param {number} until
 */
export function between(random, from, until) {
  return from + Math.floor(random() * (until - from + 1));
}
