/**
 * What a person was at when his window was locked: the page, the filter, what he had not saved. A locked window shows none of it, and only
 * he can unlock it; then he goes on. It is in memory alone, and gone when he signs out.
 */
import type { Dispatch, SetStateAction } from 'react';
import { useEffect, useRef, useState } from 'react';
import { isSessionEnding } from './status';

const kept = new Map<string, unknown>();

/** As `useState`; begins with what it was when the window was locked. `key` is its own in the whole window. */
export function useKeptState<Value>(
  key: string,
  first: Value | (() => Value),
): readonly [Value, Dispatch<SetStateAction<Value>>] {
  const [value, setValue] = useState<Value>(kept.has(key) ? () => kept.get(key) as Value : first);
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  useEffect(
    () => () => {
      // Whoever leaves a page by himself has decided about what was on it.
      if (isSessionEnding()) kept.set(key, latest.current);
      else kept.delete(key);
    },
    [key],
  );
  return [value, setValue];
}

export function forgetKept(): void {
  kept.clear();
}
