/** WebAssembly that is carried as text: the few instructions that look at many samples at once, for which JavaScript has no words. */
import { Buffer } from 'node:buffer';

/** What is used of it; Node's types know nothing of WebAssembly. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** Compiled when it is first needed. */
export class WasmProgram<Exports> {
  #module: object | undefined;

  /** `base64`: its bytes; a test beside each program makes them anew from its source. `Exports`: what that source says it exports. */
  constructor(private readonly base64: string) {}

  /** One more copy of the program, with a memory of its own. */
  instantiate(): Exports {
    this.#module ??= new WebAssembly.Module(Buffer.from(this.base64, 'base64'));
    return new WebAssembly.Instance(this.#module).exports as Exports;
  }
}
