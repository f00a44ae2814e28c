import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../shared/errors';
import type { Bridge } from '../shared/bridge';
import { call, on, onSignedOut } from './client';

function setBridge(bridge: Partial<Bridge>): void {
  Object.defineProperty(window, 'hearback', { value: bridge, configurable: true });
}
const answer = (text: string) => setBridge({ call: () => Promise.resolve(text) });
const failure = (code: string, reason: string) =>
  JSON.stringify({ ok: false, error: { code, reason, message: 'in English', details: { seconds: 30 } } });

async function catchError(): Promise<AppError> {
  try {
    await call('session.lock', {});
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('The call was answered.');
}

describe('a call over the bridge', () => {
  afterEach(() => setBridge({}));

  it('passes method and input as text and gives the value back', async () => {
    const bridge = vi.fn<Bridge['call']>(() =>
      Promise.resolve('{"ok":true,"value":{"count":3,"isExact":true}}'),
    );
    setBridge({ call: bridge });
    expect(await call('recordings.count', { filter: { text: 'a' } })).toEqual({ count: 3, isExact: true });
    expect(bridge).toHaveBeenCalledWith('recordings.count', '{"filter":{"text":"a"}}');
  });

  it('throws what the door refused, with reason and details', async () => {
    answer(failure('forbidden', 'too-many-tries'));
    expect(await catchError()).toMatchObject({
      code: 'forbidden',
      reason: 'too-many-tries',
      details: { seconds: 30 },
    });
  });

  it('throws an internal error for an answer that is none', async () => {
    for (const text of ['', '{', 'null', '{"ok":false}', '[]']) {
      answer(text);
      expect(await catchError()).toMatchObject({ code: 'internal', reason: 'internal' });
    }
  });

  it('throws an internal error where the bridge itself fails', async () => {
    setBridge({ call: () => Promise.reject(new Error('gone')) });
    expect(await catchError()).toMatchObject({ code: 'internal' });
  });

  it('tells who listens when nobody is signed in any more', async () => {
    const heard = vi.fn();
    const stop = onSignedOut(heard);
    answer(failure('signed-out', 'signed-out'));
    await catchError();
    answer(failure('forbidden', 'forbidden'));
    await catchError();
    stop();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('hears the events it asked for, until it stops', () => {
    const listeners = new Set<(name: string, payloadJson: string) => void>();
    setBridge({
      on: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    });
    const heard = vi.fn();
    const stop = on('session.ended', heard);
    for (const tell of listeners) tell('library.changed', 'null');
    for (const tell of listeners) tell('session.ended', '{"reason":"locked"}');
    stop();
    expect(heard.mock.calls).toEqual([[{ reason: 'locked' }]]);
    expect(listeners.size).toBe(0);
  });
});
