/**
 * The filters of GSM 06.10 in WebAssembly: gsm-synthesis.wat, which is the source of the bytes below. Its test makes them anew from there and
 * shows what to put here.
 */
import { WasmProgram } from '../wasm-program';

export const GSM_SYNTHESIS_WASM =
  'AGFzbQEAAAABBwFgA39/fwADAwIAAAUEAQEBAQchAwZtZW1vcnkCAAdwcmVkaWN0AAAKc3ludGhlc2lzZQABCt4DAjkCAXsBfyAC/RAhAyAAQdAAaiEEA0AgACAAIAFr/QAEACAD/YIB/QsEACAAQRBqIQAgACAESQ0ACwuhAwEFe0HgBP0ABAAhA0EQ/QAEACEEQSL9CAEAIQcDQCADIAT9ggEhBSAA/QgBACEGIAYgBf0MDg8ODw4PDg8ODw4PDg8OD/0O/ZIBIQYgBiAF/QwMDQwNDA0MDQwNDA0MDYCA/Q79kgEhBiAGIAX9DAoLCgsKCwoLCgsKC4CAgID9Dv2SASEGIAYgBf0MCAkICQgJCAkICYCAgICAgP0O/ZIBIQYgBiAF/QwGBwYHBgcGB4CAgICAgICA/Q79kgEhBiAGIAX9DAQFBAUEBYCAgICAgICAgID9Dv2SASEGIAYgBf0MAgMCA4CAgICAgICAgICAgP0O/ZIBIQYgBiAF/QwAAYCAgICAgICAgICAgICA/Q79kgEhBiAGIAQgAyAG/YIB/Y8B/Q0AARAREhMUFRYXGBkaGxwdIQQgBiAH/QwUbhRuFG4UbhRuFG4UbhRu/YIB/Y8BIQcgAiAHIAf9jwH9DPj/+P/4//j/+P/4//j/+P/9Tv1ZAQAAIABBAmohACACQQJqIQIgACABSQ0AC0EQIAT9CwQAQSIgB/1ZAQAACw==';

export const FRAME_SAMPLES = 160;
/** Long-term prediction looks back this far at most. */
export const HISTORY_SAMPLES = 120;

// Places in the program's memory, counted in numbers of 16 bits; what carries over from frame to frame comes first. Those of the lattice,
// of the emphasis and of the reflection stand in its source too.
export const LARS = 0;
export const LATTICE = 8;
export const LAG = 16;
export const EMPHASIS = 17;
export const HISTORY = 18;
/** The frame's own excitation, right behind the history. */
export const FRAME = HISTORY + HISTORY_SAMPLES;
export const STATE_NUMBERS = FRAME;
export const REFLECTION = 304;
export const SOUND = 312;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly predict: (at: number, lag: number, gain: number) => void;
  readonly synthesise: (at: number, end: number, target: number) => void;
}

export interface GsmSynthesis {
  /** All of the memory that is used. */
  readonly numbers: Int16Array;
  /** The decoded samples of a frame. */
  readonly sound: Int16Array;
  /** Of both the places are counted in bytes. */
  readonly predict: Exports['predict'];
  readonly synthesise: Exports['synthesise'];
}

const program = new WasmProgram<Exports>(GSM_SYNTHESIS_WASM);
let only: GsmSynthesis | undefined;

/** One for all decoders, each of which brings its state and takes it away again: decoding is not interrupted. */
export function getGsmSynthesis(): GsmSynthesis {
  if (only) return only;
  const { memory, predict, synthesise } = program.instantiate();
  const numbers = new Int16Array(memory.buffer, 0, SOUND + FRAME_SAMPLES);
  only = { numbers, sound: numbers.subarray(SOUND, SOUND + FRAME_SAMPLES), predict, synthesise };
  return only;
}
