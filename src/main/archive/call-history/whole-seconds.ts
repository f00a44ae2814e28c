/** Lengths as call histories write them. */

/** Thirty years; what is longer is no length of a call. */
const DIGITS_MOST = 9;

/** Whole seconds from a field; 0 for what is no plain count of them: `1e999` would be without end, `-5` would end before it began. */
export function toWholeSeconds(field: string): number {
  const digits = field.trim();
  return /^\d+$/.test(digits) && digits.length <= DIGITS_MOST ? Number(digits) : 0;
}
