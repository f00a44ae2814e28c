/** Times of work done many times over: two sides in turn, so that a busy moment of the machine meets both. */

export interface Times {
  readonly p50: number;
  readonly p99: number;
}

type Work = () => unknown;

/** Milliseconds. */
export async function timed(work: Work, rounds: number): Promise<Times> {
  const [times] = await inTurn([work], rounds);
  return times ?? { p50: NaN, p99: NaN };
}

/** Of each work, all measured in the same rounds, after one that does not count. */
export async function inTurn(works: readonly Work[], rounds: number): Promise<Times[]> {
  const spent = works.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [n, work] of works.entries()) {
      const began = performance.now();
      await work();
      if (round >= 0) spent[n]?.push(performance.now() - began);
    }
  }
  return spent.map(toTimes);
}

export function toTimes(spent: readonly number[]): Times {
  const sorted = [...spent].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Wall time of one piece of work, in milliseconds. */
export async function spent(work: Work): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
