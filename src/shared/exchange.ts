/** Import and export of people, rights and settings: what both sides of the door say about it. */
import type { ErrorDetails } from './errors';

/** In the order in which an import does them. */
export const EXCHANGE_KINDS = [
  'organisation',
  'lines',
  'people',
  'groups',
  'rightsGroups',
  'extensions',
  'shares',
] as const;
export type ExchangeKind = (typeof EXCHANGE_KINDS)[number];

export const EXCHANGE_FORMATS = ['json', 'csv'] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

export interface Exported {
  /** Null where the person closed the dialog. */
  readonly saved: readonly { readonly fileName: string; readonly sizeBytes: number }[] | null;
}

export interface ExchangeField {
  readonly field: string;
  /** As a person reads it; null where there was, or is, nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface ExchangeChange {
  readonly kind: ExchangeKind;
  /** Sign-in name, number or name: what the files call it by. */
  readonly key: string;
  readonly name: string;
  readonly sort: 'added' | 'changed' | 'removed';
  /** It changes the very person who brings it in. */
  readonly isOneself: boolean;
  /** Where the files say so; null for what follows from something else. */
  readonly place: ExchangePlace | null;
  readonly fields: readonly ExchangeField[];
}

export interface ExchangePlace {
  readonly file: string;
  readonly line: number;
}

/** Of an import alone; beside them the reasons of the door itself, such as `numbers-too-long` or `last-holder`. */
export const EXCHANGE_REASONS = [
  'too-large',
  'not-text',
  'bad-syntax',
  'unknown-file',
  'unknown-field',
  'field-twice',
  'row-length',
  'bad-value',
  'missing-value',
  'unknown-value',
  'bad-time',
  'period-reversed',
  'too-long',
  'entry-twice',
  'unknown-person',
  'unknown-group',
  'needs-right',
] as const;
export type ExchangeReason = (typeof EXCHANGE_REASONS)[number];

export interface ExchangeProblem {
  readonly file: string;
  /** Null where it is about the file as a whole. */
  readonly line: number | null;
  readonly field: string | null;
  /** One of EXCHANGE_REASONS, or an `ErrorReason`. */
  readonly reason: string;
  /** In English, for the command line. */
  readonly message: string;
  readonly details: ErrorDetails;
}

/** What an import would do. Nothing has been changed. */
export interface ExchangeCheck {
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly entries: number }[];
  /** Names these files and the state that they were compared with; null where there are problems. */
  readonly token: string | null;
  /** In the order of files and lines; the first thousand. */
  readonly problems: readonly ExchangeProblem[];
  readonly problemsTotal: number;
  /** The first five thousand. */
  readonly changes: readonly ExchangeChange[];
  readonly changesTotal: number;
}

/** An import of more changes is not counted beforehand: it would be made too often to be taken back. */
export const PREVIEWED_CHANGES = 200;
