/** All that a page can reach of the outside: text in, text out. Row objects through the context bridge would cost four times as much. */
export interface Bridge {
  /** Answers with a `Result` as JSON; never rejects for what the other side refused. */
  call(method: string, inputJson: string): Promise<string>;
  /** Hears every event; returns the function that stops it. */
  on(listener: (name: string, payloadJson: string) => void): () => void;
}

declare global {
  interface Window {
    readonly hearback: Bridge;
  }
}
