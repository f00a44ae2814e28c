/** How an administrator lets the files of a source be read: the pattern of its names, and the meaning of fields in its details files. */
import { z } from 'zod';
import type { Direction, ReaderId } from './model';

/** What a field of a details file may tell. `ignore` takes a field out that would be understood by its name. */
export const DETAIL_FIELDS = [
  'ignore',
  'startedAt',
  'startDate',
  'startTime',
  'direction',
  'callerNumber',
  'callerName',
  'calledNumber',
  'calledName',
  'localNumber',
  'localName',
  'remoteNumber',
  'remoteName',
  'partyNumber',
  'partyName',
  'partyRole',
  'owner',
  'group',
  'line',
  'accountCode',
  'callReference',
  'linkedReference',
] as const;
export type DetailField = (typeof DETAIL_FIELDS)[number];

/** What a part of a file name may tell. `text` is a part that stands in every name as it is, `any` one that says nothing. */
export const PATTERN_KINDS = [
  'text',
  'any',
  'date',
  'time',
  'dateTime',
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'second',
  'epochSec',
  'epochMs',
  'from',
  'to',
  'extension',
  'other',
  'fromName',
  'toName',
  'otherName',
  'direction',
  'group',
  'line',
  'account',
  'callId',
] as const;
export type PatternKind = (typeof PATTERN_KINDS)[number];

/** The characters of a part: digits; a telephone number (+, *, # too); letters; all of these; anything. */
export const PATTERN_CHARS = ['digits', 'number', 'letters', 'word', 'any'] as const;
export type PatternChars = (typeof PATTERN_CHARS)[number];

export const FOLDER_MEANINGS = ['nothing', 'extension', 'group', 'line', 'account'] as const;
export type FolderMeaning = (typeof FOLDER_MEANINGS)[number];

export const patternPartSchema = z.strictObject({
  kind: z.enum(PATTERN_KINDS),
  /** Of a `text` part: what stands there. Empty for all others. */
  text: z.string().max(255),
  chars: z.enum(PATTERN_CHARS),
  /** Characters at least and at most. */
  min: z.number().int().min(0).max(255),
  max: z.number().int().min(1).max(255),
});
export type PatternPart = z.infer<typeof patternPartSchema>;

export const DATE_ORDERS = ['year-first', 'day-first', 'month-first'] as const;

export const patternSchema = z.strictObject({
  /** From the first character of the name to the last before its ending. */
  parts: z.array(patternPartSchema).min(1).max(60),
  /** In which order a `date` part holds its numbers. */
  dateOrder: z.enum(DATE_ORDERS),
  /** What the folder tells in which a file lies. */
  folder: z.enum(FOLDER_MEANINGS),
});
export type NamePattern = z.infer<typeof patternSchema>;

export const fieldMappingSchema = z
  .array(z.strictObject({ path: z.string().min(1).max(400), field: z.enum(DETAIL_FIELDS) }))
  .max(200);
export type FieldMapping = z.infer<typeof fieldMappingSchema>;

export const sourceReadingSchema = z.strictObject({
  pattern: patternSchema.nullable(),
  /** Comes before what names of fields mean by themselves. */
  mapping: fieldMappingSchema,
});
export type SourceReading = z.infer<typeof sourceReadingSchema>;

export const PLAIN_READING: SourceReading = { pattern: null, mapping: [] };

/** What would become of the files of a source, read in a way that is being tried. */
export interface ReadingTrial {
  /** Sounds that were looked at. */
  readonly filesLooked: number;
  /** False where the look stopped at its limit and there are more. */
  readonly isWhole: boolean;
  /** Sounds whose names the pattern understands; 0 without one. */
  readonly matched: number;
  /** Sounds of which nobody understands who took part: listed by their time alone. */
  readonly notUnderstood: number;
  /** One of each form of name, the commonest first: those that nobody understands, then the others, and last those of the pattern. */
  readonly examples: readonly TriedName[];
  /** Sounds with a details file, of those that were read, and how many of these tell who spoke or when. */
  readonly detailsRead: number;
  readonly detailsUnderstood: number;
  readonly fields: readonly TriedField[];
}

export interface TriedName {
  readonly fileName: string;
  /** Relative to the source. */
  readonly folder: string;
  /** By the pattern. */
  readonly isMatched: boolean;
  /** Null where nobody understands who took part. */
  readonly reader: ReaderId | null;
  readonly startedAtMs: number;
  readonly direction: Direction;
  readonly from: string;
  readonly to: string;
  readonly owner: string;
  readonly group: string;
  readonly line: string;
}

export interface TriedField {
  readonly path: string;
  readonly example: string;
  /** Files in which it stands. */
  readonly files: number;
  /** What it is taken for; null where nobody knows. */
  readonly field: DetailField | null;
}
