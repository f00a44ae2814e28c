// The small floating point numbers that G.726 multiplies by: a sign, 4 bits of exponent, 6 of mantissa, in 11 bits.
// Source: ITU-T G.726, 4.2.6 (FLOATA, FLOATB, FMULT).

/** `sign` is 1 for negative; zero keeps its sign, and a mantissa of a half. */
export function toFloat11(magnitude: number, sign: number): number {
  if (magnitude === 0) return (sign << 10) | 32;
  const exponent = 32 - Math.clz32(magnitude);
  return (sign << 10) | (exponent << 6) | ((magnitude << 6) >> exponent);
}

/** Product of a coefficient of 14 bits with sign and a float. */
export function fmult(coefficient: number, float: number): number {
  const magnitude = coefficient < 0 ? -coefficient & 0x1fff : coefficient;
  const bits = 32 - Math.clz32(magnitude);
  const mantissa = magnitude === 0 ? 32 : (magnitude << 6) >> bits;
  const exponent = ((float >> 6) & 15) + bits;
  const product = (Math.imul(float & 63, mantissa) + 48) >> 4;
  const result =
    exponent <= 26 ? (product << 7) >> (26 - exponent) : ((product << 7) << (exponent - 26)) & 0x7fff;
  return (float >> 10 === 1) !== coefficient < 0 ? -result : result;
}
