/**
 * The catalog's tables. It holds only what a scan can find again, so a catalog of an older version is not migrated but made anew:
 * whoever changes a table counts up `CATALOG_VERSION`.
 *
 * [Note: keys in time order] `recording.key = startedAtSec * 2^18 + sequence`: rowid order is time order for ever, also
 * for recordings that arrive late; a date range is a range of keys; 51 bits, safe in a double.
 *
 * [Note: scopes] A recording has one row in `visibility` for every scope it belongs to. A scope is one subject (an extension
 * that took part, the owner, a group, a line, an account code, the whole organisation) of one organisation in one class
 * (call that is not outbound, call that is or may be, voicemail, fax), so that every right is a set of scopes, 'outbound off' is
 * merely fewer of them, and every list is a merge of ordered ranges: no sort, no scan.
 *
 * Subjects: `all` (number empty), `extension` (a party that is an extension, or the owner), `owner`, `group` (the group of the call,
 * or a party that is a group), `line`, `account`. Classes: 0 call inbound or internal, 1 call outbound or unknown, 2 voicemail,
 * 3 fax, 4 voicemail left while its owner was unavailable, 5 call history.
 * `recording.scopes` lists a recording's scopes, so that they can be taken back without knowing how they were made.
 *
 * [Note: ids] An id is a hash, so that what comes together lies anywhere in a tree of ids: in one of a million, each new id costs the
 * reading and writing of a page of its own, a third of all that a recording costs. So ids are the words of an index that is appended
 * to and merged now and then, as those of the search are (id-index.ts). It does not keep two from having the same id; the writers do.
 *
 * [Note: search tokens] The search row's columns `numbers`, `facets` and `acl` hold tokens of private-use characters (search-tokens.ts),
 * which cannot be typed: no word of a user reaches them, not even as a prefix. `spoken` is apart from `words`, because not everyone
 * may read transcripts.
 */
export const CATALOG_VERSION = 4;

export const catalogSchema = `
CREATE TABLE recording (
  key INTEGER PRIMARY KEY,
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL,
  organisation_id INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  direction INTEGER NOT NULL,
  started_at_ms INTEGER NOT NULL,
  is_time_doubtful INTEGER NOT NULL,
  -- See DraftRecording.
  clock_off_ms INTEGER,
  duration_ms INTEGER,
  owner TEXT,
  group_number TEXT,
  line TEXT,
  account_code TEXT,
  mailbox TEXT,
  was_unavailable INTEGER NOT NULL,
  call_reference TEXT,
  linked_reference TEXT,
  path TEXT NOT NULL,
  reader TEXT NOT NULL,
  found_by TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  modified_at_ms INTEGER NOT NULL,
  header TEXT NOT NULL,
  screen_path TEXT,
  has_transcript INTEGER NOT NULL,
  is_missing INTEGER NOT NULL DEFAULT 0,
  parties TEXT NOT NULL,
  sidecars TEXT NOT NULL,
  -- Ids separated by spaces.
  scopes TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX recording_by_path ON recording (source_id, path);
CREATE INDEX recording_missing ON recording (source_id, key) WHERE is_missing = 1;
CREATE INDEX recording_by_linked_reference ON recording (source_id, linked_reference, key) WHERE linked_reference IS NOT NULL;
CREATE INDEX recording_by_call_reference ON recording (source_id, call_reference, key) WHERE call_reference IS NOT NULL;

-- See [Note: ids]; rowid = key.
CREATE VIRTUAL TABLE recording_id USING fts5 (id, content='', detail='none', columnsize=0, tokenize='ascii');

CREATE TABLE scope (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL,
  subject TEXT NOT NULL,
  number TEXT NOT NULL,
  class INTEGER NOT NULL,
  UNIQUE (organisation_id, subject, number, class)
) STRICT;

CREATE TABLE visibility (
  scope INTEGER NOT NULL,
  key INTEGER NOT NULL,
  PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;

-- See [Note: postings]; id = scope * 2^20 + chunk.
CREATE TABLE posting (
  id INTEGER PRIMARY KEY,
  count INTEGER NOT NULL,
  members BLOB NOT NULL
) STRICT;

CREATE TABLE ordinal_block (
  block INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  -- Ordinals of it that were given.
  used INTEGER NOT NULL,
  min_sec INTEGER NOT NULL,
  max_sec INTEGER NOT NULL,
  -- See day-runs.ts.
  days BLOB NOT NULL
) STRICT;

-- Of each ordinal of a block. Apart, so that all blocks lie in a few pages, which the first count of a program reads from the disk.
CREATE TABLE ordinal_content (
  block INTEGER PRIMARY KEY,
  traits BLOB NOT NULL,
  seconds BLOB NOT NULL
) STRICT;

CREATE TABLE call_leg (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  unique_reference TEXT NOT NULL,
  linked_reference TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  answered_at_ms INTEGER,
  ended_at_ms INTEGER,
  from_number TEXT NOT NULL,
  from_name TEXT,
  to_number TEXT NOT NULL,
  answered_by TEXT,
  group_number TEXT,
  line TEXT,
  account_code TEXT,
  absent_mailboxes TEXT,
  application TEXT NOT NULL,
  disposition TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  -- Legs of one fingerprint have one reference, and references follow time where fingerprints lie anywhere: see [Note: ids].
  UNIQUE (source_id, unique_reference, fingerprint)
) STRICT;
CREATE INDEX call_leg_by_linked_reference ON call_leg (source_id, linked_reference, started_at_ms);
CREATE INDEX call_leg_by_start ON call_leg (source_id, started_at_ms);

-- A whole call of call history, made of its legs. Its keys are of this table alone, and lie in the table visibility in class 5.
CREATE TABLE call (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  organisation_id INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  linked_reference TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  answered_at_ms INTEGER,
  ended_at_ms INTEGER,
  direction INTEGER NOT NULL,
  disposition INTEGER NOT NULL,
  group_number TEXT,
  line TEXT,
  account_code TEXT,
  parties TEXT NOT NULL,
  legs INTEGER NOT NULL,
  -- Hours since 1970 on the wall clock of the source.
  wall_hour INTEGER NOT NULL,
  -- Ids separated by spaces.
  scopes TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX call_by_linked_reference ON call (source_id, linked_reference);

CREATE VIRTUAL TABLE call_id USING fts5 (id, content='', detail='none', columnsize=0, tokenize='ascii');

CREATE VIRTUAL TABLE call_search USING fts5 (
  words, numbers, facets, acl, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2"
);

-- Sums of calls by the day of the source's wall clock. For the subject 'all' apart by hour, direction and disposition;
-- for an extension, group or line in one row a day, in which those three are 0.
CREATE TABLE call_tally (
  organisation_id INTEGER NOT NULL,
  subject TEXT NOT NULL,
  wall_day INTEGER NOT NULL,
  number TEXT NOT NULL,
  hour INTEGER NOT NULL,
  direction INTEGER NOT NULL,
  disposition INTEGER NOT NULL,
  calls INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  talk_ms INTEGER NOT NULL,
  wait_ms INTEGER NOT NULL,
  PRIMARY KEY (organisation_id, subject, wall_day, number, hour, direction, disposition)
) STRICT, WITHOUT ROWID;

CREATE TABLE transcript (
  key INTEGER PRIMARY KEY,
  format TEXT NOT NULL,
  segments TEXT NOT NULL,
  categories TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
  words, spoken, numbers, facets, acl, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2"
);

-- The words of the search tables in order, which store nothing themselves; see word-beginnings.ts.
CREATE VIRTUAL TABLE search_word USING fts5vocab (search, instance);
CREATE VIRTUAL TABLE call_search_word USING fts5vocab (call_search, instance);

-- Every distinct number of the recordings, so that a part of a number is looked for among these only.
CREATE TABLE number (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  digits TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE number_part USING fts5 (
  digits, content='number', content_rowid='id', tokenize='trigram', detail='none'
);

CREATE TABLE folder (
  source_id INTEGER NOT NULL,
  path TEXT NOT NULL,
  modified_at_ms INTEGER NOT NULL,
  is_settled INTEGER NOT NULL,
  -- Every file in it, and how many of them are recordings, belong to one, or are call history; the rest are findings.
  files INTEGER NOT NULL,
  recordings INTEGER NOT NULL,
  attached INTEGER NOT NULL,
  histories INTEGER NOT NULL,
  PRIMARY KEY (source_id, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE call_history_file (
  source_id INTEGER NOT NULL,
  path TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  modified_at_ms INTEGER NOT NULL,
  PRIMARY KEY (source_id, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL,
  folder TEXT NOT NULL,
  path TEXT NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX finding_by_source ON finding (source_id);
CREATE INDEX finding_by_folder ON finding (source_id, folder);
CREATE INDEX finding_by_kind ON finding (source_id, kind);

-- Recordings that were found again at another place, see moves.ts.
CREATE TABLE moved_recording (
  source_id INTEGER NOT NULL,
  path_id TEXT NOT NULL,
  recording_id TEXT NOT NULL,
  PRIMARY KEY (source_id, path_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_state (
  source_id INTEGER PRIMARY KEY,
  recordings INTEGER NOT NULL DEFAULT 0,
  findings INTEGER NOT NULL DEFAULT 0,
  last_scan TEXT,
  -- JSON: folder, system, zone and reading by which it was scanned last.
  settings TEXT,
  -- JSON, see health.ts; null until a scan has come to its end.
  health TEXT,
  -- See lookalikes.ts.
  uncompared_from_sec INTEGER,
  uncompared_until_sec INTEGER
) STRICT;
`;
