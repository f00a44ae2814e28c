// The frame of every command here: one place that turns a failure into a message and an exit code.
import { SetUpError, say } from './progress.mjs';

/** @param {() => Promise<number>} action Gives the exit code. */
export async function main(action) {
  try {
    process.exitCode = await action();
  } catch (error) {
    // A step that failed for a known reason needs no stack.
    say(
      error instanceof SetUpError
        ? `\n${error.message}`
        : String(error instanceof Error ? error.stack : error),
    );
    process.exitCode = 1;
  }
}
