/** The columns of `recording` that a draft fills, apart from what its place in the catalog is. */
import type { DraftRecording } from '../archive/draft';
import type { SqlValue } from '../sqlite/database';
import { DIRECTION_CODES, KIND_CODES } from './codes';

export const DRAFT_COLUMNS = [
  'kind',
  'direction',
  'started_at_ms',
  'is_time_doubtful',
  'clock_off_ms',
  'duration_ms',
  'owner',
  'group_number',
  'line',
  'account_code',
  'mailbox',
  'was_unavailable',
  'call_reference',
  'linked_reference',
  'path',
  'reader',
  'found_by',
  'size_bytes',
  'modified_at_ms',
  'header',
  'screen_path',
  'has_transcript',
  'parties',
  'sidecars',
] as const;

/** In the order of `DRAFT_COLUMNS`. */
export function toColumnValues(draft: DraftRecording): SqlValue[] {
  return [
    KIND_CODES[draft.kind],
    DIRECTION_CODES[draft.direction],
    draft.startedAtMs,
    draft.isTimeDoubtful ? 1 : 0,
    draft.clockOffMs,
    draft.durationMs === null ? null : Math.round(draft.durationMs),
    draft.owner,
    draft.group,
    draft.line,
    draft.accountCode,
    draft.mailbox,
    draft.wasUnavailable ? 1 : 0,
    draft.callReference,
    draft.linkedReference,
    draft.path,
    draft.reader,
    JSON.stringify(draft.foundBy),
    draft.sizeBytes,
    Math.round(draft.modifiedAtMs),
    JSON.stringify(draft.header),
    draft.screenPath,
    draft.transcript === null ? 0 : 1,
    JSON.stringify(draft.parties),
    JSON.stringify(draft.sidecars),
  ];
}
