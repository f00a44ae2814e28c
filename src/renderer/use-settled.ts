/** A value that follows another once that one rests. */
import { useEffect, useState } from 'react';

/** The value as it was when it last stayed the same for so long; the first value at once. */
export function useSettled<Value>(value: Value, restMs: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return settled;
}
