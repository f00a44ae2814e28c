/** What a caller sent, checked against the contract before anything looks at it. */
import type { MethodName, ParsedInput } from '../../shared/contract';
import { contract } from '../../shared/contract';
import { AppError } from '../../shared/errors';

const MAX_MESSAGE_LENGTH = 500;
const ISSUES_TOLD = 3;

/** Throws AppError `invalid-input`, with the first of what is wrong. */
export function parseInput(method: MethodName, input: unknown): ParsedInput<MethodName> {
  const parsed = contract[method].input.safeParse(input);
  if (parsed.success) return parsed.data;
  const told = parsed.error.issues
    .slice(0, ISSUES_TOLD)
    .map((issue) =>
      issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ${issue.message}` : issue.message,
    );
  throw invalidInput(told.join('; '));
}

export function invalidInput(message: string): AppError {
  const cut = message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message;
  return new AppError('invalid-input', 'invalid-input', cut);
}
