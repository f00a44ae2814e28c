// What the set-up tells a person. All of it goes to stderr: stdout belongs to what runs after it.

/** A set-up step that failed for a reason a person can act on: shown without a stack. */
export class SetUpError extends Error {}

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs one step with a line before and after it, and a sign of life in a long one.
 * @template T
 * @param {string} title What is done, as in "Installing dependencies".
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function step(title, action) {
  const startedAtMs = performance.now();
  const secondsSoFar = () => ((performance.now() - startedAtMs) / 1000).toFixed(1);
  say(`  … ${title}`);
  const signOfLife = setInterval(() => say(`    ${title}: ${secondsSoFar()} s so far`), 15_000);
  try {
    const result = await action();
    say(`  ✓ ${title} (${secondsSoFar()} s)`);
    return result;
  } catch (error) {
    say(`  ✗ ${title} (${secondsSoFar()} s)`);
    throw error;
  } finally {
    clearInterval(signOfLife);
  }
}
