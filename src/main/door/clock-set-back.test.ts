/** The computer's clock may be set back by hours while the program runs: nothing waits until it has caught up. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ScanProgress } from '../../shared/source-model';
import type { Session } from '../session/session';
import { Announcer } from './announcer';
import type { Client } from './client';
import { isFresh } from './quiet-rescan';

const AT_MS = 1_800_000_000_000;

beforeEach(() => {
  vi.useFakeTimers({ now: AT_MS });
});
afterEach(() => {
  vi.useRealTimers();
});

test('windows hear of a changed library within a second although the clock was set back', () => {
  const heard: string[] = [];
  const client = {
    id: 'w',
    kind: 'window',
    emit: (name: string) => void heard.push(name),
  } as unknown as Client;
  const viewer = { isActive: true, serviceRights: new Set(['mediaManagerAdministrator']) };
  const session = { viewer } as unknown as Session;
  const announcer = new Announcer({
    findSession: () => session,
    lookOf: () => Promise.reject(new Error('Who hears every recording is told without a look.')),
    onFailure: (error) => expect.fail(String(error)),
  });
  announcer.connect(client);
  announcer.libraryChanged();
  vi.advanceTimersByTime(1000);
  expect(heard).toEqual(['library.changed']);
  vi.setSystemTime(AT_MS - 24 * 3_600_000);
  announcer.libraryChanged();
  vi.advanceTimersByTime(1000);
  expect(heard).toEqual(['library.changed', 'library.changed']);
  announcer.close();
});

test('a scan that ended in what is now the future is not taken for one of a moment ago', () => {
  const ended = (endedAtMs: number | null) => ({ endedAtMs }) as ScanProgress;
  expect(isFresh(ended(AT_MS - 1000))).toBe(true);
  expect(isFresh(ended(null))).toBe(true);
  expect(isFresh(ended(AT_MS - 3_600_000))).toBe(false);
  expect(isFresh(ended(AT_MS + 24 * 3_600_000))).toBe(false);
  expect(isFresh(undefined)).toBe(false);
});
