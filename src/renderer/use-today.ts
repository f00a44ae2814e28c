/** The day it is, for filters that move with the days; a window may stand open over midnight. */
import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

/** The first millisecond of today by the computer's clock; the same number all day. */
export function useToday(): number {
  return useSyncExternalStore(everyMinute, getStartOfToday);
}

function everyMinute(onChange: () => void): () => void {
  const timer = setInterval(onChange, MINUTE_MS);
  return () => clearInterval(timer);
}

function getStartOfToday(): number {
  return new Date().setHours(0, 0, 0, 0);
}
