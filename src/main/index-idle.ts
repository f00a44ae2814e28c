/** Locks when nobody sits there any more: with the computer's own lock, and after a quarter of an hour without a key or a move. */
import { powerMonitor } from 'electron';

const IDLE_SEC = 15 * 60;
const LOOK_EVERY_MS = 20_000;

export function lockWhenIdle(lock: () => void): void {
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  setInterval(() => {
    if (powerMonitor.getSystemIdleTime() >= IDLE_SEC) lock();
  }, LOOK_EVERY_MS).unref();
}
