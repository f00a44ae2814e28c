/** The outer edge for tests of views: a door that answers by the contract's own types. */
import type { EventName, Events, MethodName, Output, ParsedInput } from '../shared/contract';
import { contract } from '../shared/contract';
import type { Result } from '../shared/errors';
import { AppError } from '../shared/errors';

export type Answers = {
  readonly [M in MethodName]?: (input: ParsedInput<M>) => Output<M> | Promise<Output<M>>;
};

export interface FakeBridge {
  /** What was asked for, in order. */
  readonly asked: { readonly method: MethodName; readonly input: unknown }[];
  emit<E extends EventName>(name: E, payload: Events[E]): void;
}

/** Takes the place of the preload. Inputs are checked by the contract's schemas; what has no answer is refused. */
export function setFakeBridge(answers: Answers): FakeBridge {
  const asked: FakeBridge['asked'] = [];
  const listeners = new Set<(name: string, payloadJson: string) => void>();
  const call = async (method: string, inputJson: string): Promise<string> => {
    const name = method as MethodName;
    const input: unknown = contract[name].input.parse(JSON.parse(inputJson));
    asked.push({ method: name, input });
    return JSON.stringify(await toResult(answers[name] as ((input: unknown) => unknown) | undefined, input));
  };
  const on = (listener: (name: string, payloadJson: string) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  Object.defineProperty(window, 'hearback', { value: { call, on }, configurable: true });
  return {
    asked,
    emit: (name, payload) => {
      for (const listener of listeners) listener(name, JSON.stringify(payload));
    },
  };
}

async function toResult(
  answer: ((input: unknown) => unknown) | undefined,
  input: unknown,
): Promise<Result<unknown>> {
  try {
    if (!answer) throw new AppError('invalid-input', 'unknown-method', 'The test has no answer for this.');
    return { ok: true, value: await answer(input) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toShape() };
    throw error;
  }
}
