/** The second at which a view was opened: enough to say who is a member now, and steady while it is looked at. */
import { useState } from 'react';

export function useNowSec(): number {
  const [nowSec] = useState(() => Math.floor(Date.now() / 1000));
  return nowSec;
}
