// Watches readers while they are given damaged input: how long each piece keeps them, and how much memory they take meanwhile.
import { expect } from 'vitest';

/** Longest that one file may keep the scanner, in time of the processor: what else the machine does is not its fault. */
const LIMIT_MS = 2000;
const LIMIT_BYTES = 256 * 1024 * 1024;
/** Asking for memory costs as much as a small file does. */
const TURNS_BETWEEN_LOOKS = 32;

/** How often each seed is damaged: `usual` in the ordinary run; `proof/damaged.mjs` asks for a million in all. */
export function toTurns(usual: number): number {
  const asked = Number(process.env['HEARBACK_DAMAGED_TURNS'] ?? usual);
  if (!Number.isSafeInteger(asked) || asked < 1) throw new Error('HEARBACK_DAMAGED_TURNS is no number.');
  return asked;
}

export class DamageWatch {
  readonly #beforeBytes = process.memoryUsage.rss();
  #peakBytes = this.#beforeBytes;
  #begunAt = process.cpuUsage();
  #turns = 0;
  #longestMs = 0;

  constructor(
    private readonly name: string,
    /** For what is made to be large. */
    private readonly limitBytes = LIMIT_BYTES,
  ) {}

  /** Before each piece of input. */
  begin(): void {
    this.#begunAt = process.cpuUsage();
  }

  /** After it. */
  note(): void {
    const { user, system } = process.cpuUsage(this.#begunAt);
    const tookMs = (user + system) / 1000;
    if (tookMs >= LIMIT_MS) expect(tookMs, `${this.name}, turn ${this.#turns}`).toBeLessThan(LIMIT_MS);
    this.#longestMs = Math.max(this.#longestMs, tookMs);
    this.#turns += 1;
    if (this.#turns % TURNS_BETWEEN_LOOKS === 0) this.#look();
  }

  /** Says what was run, for whoever counts it; fails where it took too much memory at any time. */
  end(): void {
    this.#look();
    const grownBytes = this.#peakBytes - this.#beforeBytes;
    process.stdout.write(
      `damaged: ${this.#turns} of ${this.name}, longest ${Math.ceil(this.#longestMs)} ms, memory +${Math.ceil(grownBytes / 1024 ** 2)} MB\n`,
    );
    expect(grownBytes, this.name).toBeLessThan(this.limitBytes);
  }

  #look(): void {
    this.#peakBytes = Math.max(this.#peakBytes, process.memoryUsage.rss());
  }
}
