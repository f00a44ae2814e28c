/** What is wrong with a file or an entry, in a form that a view can put into words of any language. */
import type { z } from 'zod';
import type { ErrorDetails } from '../../shared/errors';
import { AppError } from '../../shared/errors';
import type { ExchangeProblem, ExchangeReason } from '../../shared/exchange';

/** How a schema says that a period ends before it begins. */
export const REVERSED = 'period-reversed';

interface Place {
  readonly file: string;
  readonly line: number | null;
}

const MESSAGES: Readonly<Record<ExchangeReason, string>> = {
  'too-large': 'The file is larger than can be taken in.',
  'not-text': 'The file is not text in UTF-8.',
  'bad-syntax': 'The file cannot be read from here on.',
  'unknown-file': 'It is not one of the files that an export makes.',
  'unknown-field': 'There is no such field.',
  'field-twice': 'The field is there twice.',
  'row-length': 'The line has not as many cells as the first one.',
  'bad-value': 'The value cannot be taken.',
  'missing-value': 'A value is needed.',
  'unknown-value': 'There is no such choice.',
  'bad-time': 'A time is written as 2026-01-31T08:00:00Z.',
  'period-reversed': 'The period ends before it begins.',
  'too-long': 'The value is too long. Nothing was cut.',
  'entry-twice': 'The same is there twice.',
  'unknown-person': 'Nobody has this sign-in name, here or in the files.',
  'unknown-group': 'There is no group with this extension, here or in the files.',
  'needs-right': 'This change needs a right that you do not have.',
};

export function toProblem(
  { file, line }: Place,
  reason: ExchangeReason,
  details: ErrorDetails = {},
  field: string | null = null,
): ExchangeProblem {
  return { file, line, field, reason, message: MESSAGES[reason], details };
}

/** What makes an entry impossible, found while it is applied. */
export class EntryRefused extends Error {
  constructor(
    readonly reason: ExchangeReason,
    readonly field: string,
    readonly details: ErrorDetails,
  ) {
    super(MESSAGES[reason]);
  }
}

/** Of what an entry was refused for. Throws on what is no refusal. */
export function toRefusal(
  place: Place,
  error: unknown,
  fieldOf: (reason: string) => string | null,
): ExchangeProblem {
  if (error instanceof EntryRefused) return toProblem(place, error.reason, error.details, error.field);
  if (!(error instanceof AppError)) throw error;
  const { reason, message, details = {} } = error;
  return { ...place, field: fieldOf(reason), reason, message, details };
}

const ISSUES_TOLD = 5;
const SHOWN_CHARS = 100;

/** Of what the schema found; the value is shown where it is a short one. */
export function toValueProblems(
  place: Place,
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
): readonly ExchangeProblem[] {
  return issues.slice(0, ISSUES_TOLD).map((issue) => {
    const [first] = issue.path;
    if (issue.code === 'unrecognized_keys') {
      const name = issue.keys.join(', ').slice(0, SHOWN_CHARS);
      return toProblem(place, 'unknown-field', { name }, name);
    }
    const found = findValue(value, issue.path);
    const field = first === undefined ? null : String(first);
    if (found === undefined || found === '') return toProblem(place, 'missing-value', {}, field);
    const details = { value: toShown(found).slice(0, SHOWN_CHARS) };
    if (issue.code !== 'too_big') return toProblem(place, toReason(issue), details, field);
    return toProblem(place, 'too-long', { ...details, max: Number(issue.maximum) }, field);
  });
}

function toReason(issue: z.core.$ZodIssue): ExchangeReason {
  if (issue.code === 'invalid_value') return 'unknown-value';
  if (issue.code === 'invalid_format' && issue.format === 'datetime') return 'bad-time';
  return issue.code === 'custom' && issue.params?.['reason'] === REVERSED ? 'period-reversed' : 'bad-value';
}

/** Of an object its plain members only: a hostile file nests deeper than the stack is high. */
function toShown(found: unknown): string {
  const parts = typeof found === 'object' && found !== null ? Object.values(found) : [found];
  return parts
    .filter((part) => typeof part !== 'object')
    .map(String)
    .join(' ');
}

function findValue(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    value,
  );
}
