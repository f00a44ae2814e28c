/** What this window itself has just changed is looked at at once; for what others change there is time. */

const listeners = new Set<() => void>();

export function tellOwnChange(): void {
  for (const listener of [...listeners]) listener();
}

/** Returns the function that stops it. */
export function onOwnChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
