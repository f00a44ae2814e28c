/**
 * Finds the loudest samples sixteen bytes at a time, in a few instructions of WebAssembly: loudest.wat, which is the source of the bytes
 * below. Its test makes them anew from there and shows what to put here.
 */
import { WasmProgram } from './wasm-program';

export const LOUDEST_WASM =
  'AGFzbQEAAAABDAJgAn9/AGADf39/AAMDAgABBQQBATQ0ByIDBm1lbW9yeQIACWxvb2tBdFBjbQAACWxvb2tBdExhdwABCooBAjkBAXsDQCACIAD9AAQA/YAB/ZkBIQIgAEEQaiEAIAAgAUkNAAtBACACIAH9AAQA/YAB/ZkB/QsEAAtOAQN7IAL9DyEEQf8A/Q8hBQNAIAMgAP0ABAAgBP1RIAX9Tv15IQMgAEEQaiEAIAAgAUkNAAtBACADIAH9AAQAIAT9USAF/U79ef0LBAAL';

/** What one look takes in; a shorter stretch is followed by silence up to there. */
export const LOOK_BYTES = 16;
/** How much sound a part holds. */
export const PART_BYTES = 2 ** 20;
const PAGE_BYTES = 65_536;

/** One copy of the program with its memory. */
export interface LoudestFinder {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** From `at` to the end of the sixteen bytes at `last`, which is `at` or behind it; the result lies at address 0, lane by lane. */
  lookAtPcm(at: number, last: number): void;
  lookAtLaw(at: number, last: number, inversion: number): void;
}

/** Where the parts begin: page 0 has the result, and behind each part there is a page for silence. */
export const PART_ADDRESSES: readonly number[] = Array.from(
  { length: 3 },
  (_, part) => PAGE_BYTES + part * (PART_BYTES + PAGE_BYTES),
);

/** A memory takes much address space until it is collected, and sounds come by the thousand: what one has used, the next one gets. */
const idle: LoudestFinder[] = [];
const program = new WasmProgram<LoudestFinder>(LOUDEST_WASM);

/** Give it back when nothing reads into its memory any more. */
export function takeLoudestFinder(): LoudestFinder {
  return idle.pop() ?? program.instantiate();
}

export function giveBackLoudestFinder(finder: LoudestFinder): void {
  idle.push(finder);
}
