/**
 * What the rest of the policy stands on: features of extensions, sharing, retention locks, the journal of deletes, names of one's own
 * for numbers. Whatever decides a right counts up the policy epoch, as in the first migration.
 */
const RIGHTS_TABLES = ['extension_feature', 'share', 'share_group', 'retention_lock'] as const;

const epochTriggers = RIGHTS_TABLES.flatMap((table) =>
  ['INSERT', 'UPDATE', 'DELETE'].map(
    (change) => `
CREATE TRIGGER epoch_${table}_${change.toLowerCase()} AFTER ${change} ON ${table}
BEGIN UPDATE policy_epoch SET value = value + 1; END;`,
  ),
).join('');

export const wholePolicy = {
  version: 2,
  sql: `
-- What the phone system lets an extension have; an extension without a row has none of them.
CREATE TABLE extension_feature (
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  extension TEXT NOT NULL,
  voicemail INTEGER NOT NULL,
  fax INTEGER NOT NULL,
  call_recording INTEGER NOT NULL,
  PRIMARY KEY (organisation_id, extension)
) STRICT, WITHOUT ROWID;

-- One row for each kind that a person shares: call, voicemail, unavailableVoicemail, fax, history. No row: not shared.
CREATE TABLE share (
  id INTEGER PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  kind TEXT NOT NULL,
  -- 'groups' or 'everyone'
  audience TEXT NOT NULL,
  UNIQUE (user_id, kind)
) STRICT;
CREATE TABLE share_group (
  share_id INTEGER NOT NULL REFERENCES share (id),
  group_id TEXT NOT NULL REFERENCES user_group (id),
  PRIMARY KEY (share_id, group_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX share_group_by_group ON share_group (group_id);

-- Recordings of a line or a group that nobody can delete before so many days after their start.
CREATE TABLE retention_lock (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  -- 'line' or 'group'
  subject TEXT NOT NULL,
  number TEXT NOT NULL,
  days INTEGER NOT NULL,
  UNIQUE (organisation_id, subject, number)
) STRICT;

-- The journal of deletes. Rows stay: they tell what was deleted, by whom and why.
CREATE TABLE deletion (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  source_id INTEGER NOT NULL REFERENCES source (id),
  recording_id TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES user (id),
  reason TEXT NOT NULL,
  -- 'intended', 'committed', then 'done'; or 'undone'. See [Note: stages of a delete] in ledger/deletions.ts.
  stage TEXT NOT NULL,
  -- JSON: what it was (time, parties, direction, length, path), and each file with its size, its hash and the name it is put aside under.
  facts TEXT NOT NULL,
  files TEXT NOT NULL,
  intended_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER
) STRICT;
CREATE INDEX deletion_open ON deletion (id) WHERE ended_at_ms IS NULL;
CREATE INDEX deletion_committed ON deletion (organisation_id, recording_id) WHERE stage = 'committed';
-- Who plays the recording, in whichever process, is to hear of it at once.
CREATE TRIGGER epoch_deletion_stage AFTER UPDATE OF stage ON deletion
BEGIN UPDATE policy_epoch SET value = value + 1; END;
CREATE INDEX deletion_by_recording ON deletion (recording_id);
CREATE INDEX deletion_by_organisation ON deletion (organisation_id, id);

-- A person's own names for numbers, for himself alone.
CREATE TABLE personal_name (
  user_id TEXT NOT NULL REFERENCES user (id),
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (user_id, number)
) STRICT, WITHOUT ROWID;

-- What cursors are sealed with, drawn here once.
CREATE TABLE cursor_secret (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  secret BLOB NOT NULL
) STRICT;
INSERT INTO cursor_secret (id, secret) VALUES (1, randomblob(32));

-- Recordings that were found again at another place of their source, and keep the id of the first: what is held or remembered of
-- them goes by it, also after the catalog was made anew. path_id is the id that the place alone would give.
CREATE TABLE moved_recording (
  source_id INTEGER NOT NULL REFERENCES source (id),
  path_id TEXT NOT NULL,
  recording_id TEXT NOT NULL,
  PRIMARY KEY (source_id, path_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE organisation ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rights_group ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
-- Counts up with every password that is set, not where its hash is renewed: what was opened with an older one ends.
ALTER TABLE user ADD COLUMN password_revision INTEGER NOT NULL DEFAULT 0;
-- The walk through one's own settings at the first sign-in was finished.
ALTER TABLE user ADD COLUMN has_finished_wizard INTEGER NOT NULL DEFAULT 0;
-- JSON: the pattern of its names and the meaning of its details' fields, where the administrator has said them.
ALTER TABLE source ADD COLUMN reading TEXT NOT NULL DEFAULT '';
${epochTriggers}
`,
} as const;
