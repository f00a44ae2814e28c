/** What the writer needs of a draft, made apart from the catalog: in the thread that reads, while another one writes. */
import type { DraftRecording } from '../archive/draft';
import type { SqlValue } from '../sqlite/database';
import type { ScopeName } from './dictionary';
import { toScopeName } from './dictionary';
import { toTraits } from './postings';
import { toColumnValues } from './recording-columns';
import { toRecordingId } from './recording-id';
import { toScopes } from './recording-scopes';
import { toFacets, toNumbers, toSpoken, toWords } from './recording-search';

/** Flat and of plain values: it crosses from thread to thread in a third of the time of a draft. */
export interface PreparedRecording {
  readonly path: string;
  readonly startedAtMs: number;
  /** The id that its identity, or else its path, gives by itself. */
  readonly ownId: string;
  /** Whether it has an identity of its own, see `DraftRecording`. */
  readonly hasIdentity: boolean;
  readonly sizeBytes: number;
  /** Tells the content; null where the file's header could not be read. */
  readonly fingerprint: string | null;
  readonly traits: number;
  readonly scopes: readonly ScopeName[];
  readonly numbers: readonly string[];
  readonly words: string;
  readonly spoken: string;
  readonly facets: string;
  /** In the order of `DRAFT_COLUMNS`. */
  readonly columns: readonly SqlValue[];
  /** Format, segments and categories, as the table holds them. */
  readonly transcript: readonly [string, string, string] | null;
}

export function prepareRecording(sourceUid: string, draft: DraftRecording): PreparedRecording {
  const { path, identity, transcript, header } = draft;
  const numbers = toNumbers(draft);
  const hasTranscript = transcript !== null;
  return {
    path,
    startedAtMs: draft.startedAtMs,
    ownId: toRecordingId(sourceUid, identity ?? path),
    hasIdentity: identity != null,
    sizeBytes: draft.sizeBytes,
    fingerprint: header?.fingerprint ?? null,
    traits: toTraits({ ...draft, hasTranscript, hasScreen: draft.screenPath !== null }),
    scopes: toScopes(draft).map(toScopeName),
    numbers,
    words: toWords(draft.parties, numbers),
    spoken: toSpoken(draft),
    facets: toFacets(draft),
    columns: toColumnValues(draft),
    transcript: transcript && [
      transcript.format,
      JSON.stringify(transcript.segments),
      JSON.stringify(transcript.categories),
    ],
  };
}
