/** What filters ask of recordings that they look at one by one, and no more of them: thousands are read for a page. */
import type { Party } from '../../shared/model';
import type { ReadableDb } from '../sqlite/database';

interface CandidateRow {
  readonly key: number;
  readonly startedAtMs: number;
  readonly durationMs: number | null;
  readonly parties: string;
  readonly owner: string | null;
  readonly group: string | null;
  readonly line: string | null;
  readonly accountCode: string | null;
  readonly hasTranscript: number;
  readonly hasScreen: number;
  readonly scopes: string;
}

const CANDIDATES = `SELECT recording.key, started_at_ms AS startedAtMs, duration_ms AS durationMs, parties, owner,
  group_number AS "group", line, account_code AS accountCode, has_transcript AS hasTranscript, screen_path IS NOT NULL AS hasScreen,
  scopes FROM json_each(?) AS asked CROSS JOIN recording ON recording.key = asked.value`;

export class Candidate {
  readonly key: number;
  readonly startedAtMs: number;
  readonly durationMs: number | null;
  readonly owner: string | null;
  readonly group: string | null;
  readonly line: string | null;
  readonly accountCode: string | null;
  readonly hasTranscript: boolean;
  readonly hasScreen: boolean;
  /** The parties as they are stored: JSON. */
  readonly partiesText: string;
  readonly #scopes: string;

  constructor(row: CandidateRow) {
    this.key = row.key;
    this.startedAtMs = row.startedAtMs;
    this.durationMs = row.durationMs;
    this.owner = row.owner;
    this.group = row.group;
    this.line = row.line;
    this.accountCode = row.accountCode;
    this.hasTranscript = row.hasTranscript === 1;
    this.hasScreen = row.hasScreen === 1;
    this.partiesText = row.parties;
    this.#scopes = row.scopes;
  }

  /** Made when it is asked for, as the scopes are: both take longer than the reading. */
  get parties(): readonly Party[] {
    return JSON.parse(this.partiesText) as Party[];
  }

  get scopeIds(): readonly number[] {
    return this.#scopes.split(' ').map(Number);
  }
}

/** In the order of the keys; what is gone is left out. */
export function listCandidates(db: ReadableDb, keys: readonly number[]): Candidate[] {
  return db.all<CandidateRow>(CANDIDATES, [JSON.stringify(keys)]).map((row) => new Candidate(row));
}
