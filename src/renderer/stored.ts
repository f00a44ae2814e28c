/** What a window keeps on this computer: widths, what is open. Never anything of the archive or of a person. */
import { useCallback, useState } from 'react';

/** State that survives a restart; what is stored and does not fit `isValid` (an older version wrote it) is not used. */
export function useStored<Value>(
  key: string,
  first: Value,
  isValid: (value: unknown) => value is Value,
): readonly [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => findStored(key, isValid) ?? first);
  const change = useCallback(
    (next: Value) => {
      localStorage.setItem(`hearback.${key}`, JSON.stringify(next));
      setValue(next);
    },
    [key],
  );
  return [value, change];
}

function findStored<Value>(key: string, isValid: (value: unknown) => value is Value): Value | undefined {
  const text = localStorage.getItem(`hearback.${key}`);
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isValid(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
