/** One place that knows whether something is unsaved, so that no way out of a page loses it unasked. */
import { useEffect } from 'react';

/** Told where the person wants to go; goes there at once, later or never. */
type Guard = (go: () => void) => void;

let present: Guard | null = null;

/** Every way to another page leads through here: `go` runs at once, or when the person has decided about what is unsaved. */
export function leaveWith(go: () => void): void {
  if (present) present(go);
  else go();
}

/** While mounted and not null, `guard` is asked before a page is left. The last one mounted is asked. */
export function useLeaveGuard(guard: Guard | null): void {
  useEffect(() => {
    if (guard === null) return undefined;
    present = guard;
    return () => {
      if (present === guard) present = null;
    };
  }, [guard]);
}
