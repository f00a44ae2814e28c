/** The end of the program, which comes in time: whoever asked for it must not find the program still there because a thread or a page hangs. */

/** A scan under way has 3 s of these to stop where the next start goes on. */
export const CLOSE_LIMIT_MS = 4000;
/** How long a page may take to let its window be closed. */
export const PAGE_LIMIT_MS = 1500;

export interface EndingParts {
  /** Closes what is open: threads, databases. */
  close(): Promise<void>;
  onFailure(error: unknown, during: string): void;
  exit(): void;
  /** For what hangs: an orderly exit would wait for the same thread. The databases outlive it, as they would a power cut. */
  kill(): void;
}

/** Closes and exits; where closing takes longer than the limit, ends the process all the same. Never rejects. */
export async function endInTime(parts: EndingParts, limitMs = CLOSE_LIMIT_MS): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limitMs);
  });
  let isLate = false;
  try {
    isLate = (await Promise.race([parts.close(), late])) === 'late';
  } catch (error) {
    parts.onFailure(error, 'closing');
  }
  clearTimeout(timer);
  if (!isLate) return parts.exit();
  parts.onFailure(new Error(`Closing took longer than ${String(limitMs)} ms.`), 'closing');
  parts.kill();
}

/** What of a window is needed here. */
interface Closable {
  on(event: 'close' | 'closed', listener: () => void): unknown;
  isDestroyed(): boolean;
  destroy(): void;
}

/** Lets no page keep its window open: one that is busy for ever never answers whether it may be closed. */
export function closeWithoutPage(window: Closable, limitMs = PAGE_LIMIT_MS): void {
  let timer: NodeJS.Timeout | undefined;
  window.on('close', () => {
    timer ??= setTimeout(() => {
      if (!window.isDestroyed()) window.destroy();
    }, limitMs);
  });
  window.on('closed', () => clearTimeout(timer));
}
