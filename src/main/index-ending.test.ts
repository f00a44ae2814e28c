import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CLOSE_LIMIT_MS, PAGE_LIMIT_MS, closeWithoutPage, endInTime } from './index-ending';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function endWith(close: () => Promise<void>) {
  const told: string[] = [];
  const ended = endInTime({
    close,
    onFailure: (error) => told.push(String(error)),
    exit: () => told.push('exit'),
    kill: () => told.push('kill'),
  });
  return { told, ended };
}

it('exits when everything is closed', async () => {
  const { told, ended } = endWith(() => Promise.resolve());
  await ended;
  expect(told).toEqual(['exit']);
  expect(vi.getTimerCount()).toBe(0);
});

it('exits though something could not be closed, and logs what', async () => {
  const { told, ended } = endWith(() => Promise.reject(new Error('disk gone')));
  await ended;
  expect(told).toEqual(['Error: disk gone', 'exit']);
});

it('ends within five and a half seconds though a thread never stops and a page never answers', async () => {
  expect(PAGE_LIMIT_MS + CLOSE_LIMIT_MS).toBeLessThanOrEqual(5500);
  const { told, ended } = endWith(() => new Promise(() => undefined));
  await vi.advanceTimersByTimeAsync(CLOSE_LIMIT_MS - 1);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await ended;
  expect(told).toEqual([`Error: Closing took longer than ${String(CLOSE_LIMIT_MS)} ms.`, 'kill']);
});

class TestWindow extends EventEmitter {
  destroyed = 0;
  isDestroyed(): boolean {
    return this.destroyed > 0;
  }
  destroy(): void {
    this.destroyed += 1;
    this.emit('closed');
  }
}

it('destroys a window whose page does not let it be closed', () => {
  const window = new TestWindow();
  closeWithoutPage(window);
  window.emit('close');
  window.emit('close');
  vi.advanceTimersByTime(PAGE_LIMIT_MS - 1);
  expect(window.destroyed).toBe(0);
  vi.advanceTimersByTime(1);
  expect(window.destroyed).toBe(1);
});

it('leaves a window alone that closes by itself', () => {
  const window = new TestWindow();
  closeWithoutPage(window);
  window.emit('close');
  window.emit('closed');
  vi.advanceTimersByTime(PAGE_LIMIT_MS * 2);
  expect(window.destroyed).toBe(0);
});
