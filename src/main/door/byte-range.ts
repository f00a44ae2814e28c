/** Range arithmetic of HTTP (RFC 9110, section 14) for `media://`: pure, because every off-by-one here is a sound that breaks. */

/** From inclusive, until exclusive, in bytes. */
export interface ByteRange {
  readonly start: number;
  readonly endExclusive: number;
}

/**
 * `whole`: no range was asked, or one that the standard tells us to ignore (another unit, bad syntax, several ranges).
 * `unsatisfiable`: well-formed, but nothing of it lies within the file (416).
 */
export type RangeAnswer = ByteRange | 'whole' | 'unsatisfiable';

/** One range of at most 15 digits a number: no header can make the expression or the arithmetic misbehave. */
const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/i;

/** What the header asks of a file of `sizeBytes`; null is a request without the header. Never throws. */
export function toByteRange(header: string | null, sizeBytes: number): RangeAnswer {
  if (header === null || header.length > 64) return 'whole';
  const match = ONE_RANGE.exec(header.trim());
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    // The last so many bytes; more than there are means all of them.
    const length = Number(last);
    if (length === 0 || sizeBytes === 0) return 'unsatisfiable';
    return { start: Math.max(0, sizeBytes - length), endExclusive: sizeBytes };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return 'whole';
  if (start >= sizeBytes) return 'unsatisfiable';
  return { start, endExclusive: last === '' ? sizeBytes : Math.min(sizeBytes, Number(last) + 1) };
}
