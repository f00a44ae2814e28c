/** The page's one way out: typed calls over the bridge, with every failure as an `AppError`. */
import type { EventName, Events, Input, MethodName, Output } from '../shared/contract';
import type { Result } from '../shared/errors';
import { AppError } from '../shared/errors';

const signedOutListeners = new Set<(error: AppError) => void>();

/**
 * Calls through the door. Throws only `AppError`: what the door refused, or `internal` where the bridge itself failed or
 * answered something that is no `Result`.
 */
export async function call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await callBridge<Output<M>>(method, input);
  if (result.ok) return result.value;
  const { code, reason, message, details } = result.error;
  const error = new AppError(code, reason, message, details);
  if (code === 'signed-out') for (const listener of signedOutListeners) listener(error);
  throw error;
}

async function callBridge<T>(method: MethodName, input: unknown): Promise<Result<T>> {
  try {
    const result: unknown = JSON.parse(await window.hearback.call(method, JSON.stringify(input)));
    if (isResult<T>(result)) return result;
  } catch (cause) {
    throw new AppError('internal', 'internal', `${method} did not cross the bridge: ${String(cause)}`);
  }
  throw new AppError('internal', 'internal', `${method} was answered with something that is no result.`);
}

function isResult<T>(value: unknown): value is Result<T> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true || ('error' in value && typeof value.error === 'object' && value.error !== null);
}

/** Hears one kind of event; returns the function that stops it. */
export function on<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void {
  return window.hearback.on((eventName, payloadJson) => {
    if (eventName === name) listener(JSON.parse(payloadJson) as Events[E]);
  });
}

/** Hears that a call was refused because nobody is signed in (any more); returns the function that stops it. */
export function onSignedOut(listener: (error: AppError) => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** What was thrown, as the error that views speak of. */
export function toAppError(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('internal', 'internal', String(thrown));
}
