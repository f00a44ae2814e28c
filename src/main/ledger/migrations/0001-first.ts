/**
 * The first ledger: what cannot be rebuilt. People are deactivated, never erased; a group or a source that is removed keeps its row,
 * so that its id is never used again and the trail can name it. Periods are seconds, from inclusive, until exclusive, null open.
 *
 * [Note: policy epoch] Triggers count up `policy_epoch` with every change of a right, in the change's own transaction: no writer can
 * forget it, a rollback takes it back, and another process's change is seen by reading one row.
 */
const RIGHTS_TABLES = [
  'organisation',
  'extension_holding',
  'user_group',
  'group_membership',
  'line',
  'rights_group',
  'rights_group_member',
  'source',
  'hold',
] as const;

const epochTriggers = [
  ...RIGHTS_TABLES.flatMap((table) =>
    ['INSERT', 'UPDATE', 'DELETE'].map((change) => ({ table, change, name: change })),
  ),
  { table: 'user', change: 'INSERT', name: 'INSERT' },
  // Not for a preference or a revision; a password that somebody else set ends the sessions of its owner.
  {
    table: 'user',
    change: 'UPDATE OF name, profile, is_active, settings, must_change_password',
    name: 'UPDATE',
  },
]
  .map(
    ({ table, change, name }) => `
CREATE TRIGGER epoch_${table}_${name.toLowerCase()} AFTER ${change} ON ${table}
BEGIN UPDATE policy_epoch SET value = value + 1; END;`,
  )
  .join('');

export const first = {
  version: 1,
  sql: `
CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  settings TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE user (
  id TEXT PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL,
  sign_in_name TEXT NOT NULL,
  -- Lower-cased and normalised (NFKC): two people cannot differ by case or look alone.
  sign_in_key TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL,
  profile TEXT NOT NULL,
  is_active INTEGER NOT NULL,
  settings TEXT NOT NULL,
  -- PHC string with its parameters; null for a person who has never been given a password.
  password_hash TEXT,
  must_change_password INTEGER NOT NULL DEFAULT 0,
  preferences TEXT NOT NULL DEFAULT '{}',
  -- Counts up with every change; a save names the revision it was made from, so that no edit overwrites another unseen.
  revision INTEGER NOT NULL DEFAULT 1,
  created_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX user_by_organisation ON user (organisation_id, name);

CREATE TABLE extension_holding (
  id INTEGER PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user (id),
  extension TEXT NOT NULL,
  from_sec INTEGER,
  until_sec INTEGER
) STRICT;
CREATE INDEX extension_holding_by_user ON extension_holding (user_id);
CREATE INDEX extension_holding_by_extension ON extension_holding (extension);

CREATE TABLE user_group (
  id TEXT PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL,
  extension TEXT NOT NULL,
  is_removed INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE group_membership (
  id INTEGER PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES user_group (id),
  user_id TEXT NOT NULL REFERENCES user (id),
  from_sec INTEGER,
  until_sec INTEGER
) STRICT;
CREATE INDEX group_membership_by_group ON group_membership (group_id);
CREATE INDEX group_membership_by_user ON group_membership (user_id);

CREATE TABLE line (
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (organisation_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE rights_group (
  id TEXT PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL,
  rights TEXT NOT NULL,
  is_removed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE rights_group_member (
  rights_group_id TEXT NOT NULL REFERENCES rights_group (id),
  user_id TEXT NOT NULL REFERENCES user (id),
  PRIMARY KEY (rights_group_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rights_group_member_by_user ON rights_group_member (user_id);

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  -- 16 hex digits, drawn once: part of every recording's id, so that it survives a rename of the folder and a rebuild.
  uid TEXT NOT NULL UNIQUE,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL,
  archive_dir TEXT NOT NULL,
  reader TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  is_removed INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE hold (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  recording_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  set_by TEXT NOT NULL REFERENCES user (id),
  set_at_ms INTEGER NOT NULL,
  released_at_ms INTEGER
) STRICT;
CREATE INDEX hold_in_force ON hold (recording_id) WHERE released_at_ms IS NULL;

-- Where a person stopped listening.
CREATE TABLE playback_position (
  user_id TEXT NOT NULL REFERENCES user (id),
  recording_id TEXT NOT NULL,
  position_ms INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (user_id, recording_id)
) STRICT, WITHOUT ROWID;

-- One row a try, written before the password is looked at; a try that succeeds takes its row back.
CREATE TABLE sign_in_failure (
  id INTEGER PRIMARY KEY,
  sign_in_key TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  -- A success came after it: it no longer delays the next try, but still counts for the day.
  is_forgiven INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX sign_in_failure_by_key ON sign_in_failure (sign_in_key, at_ms);
CREATE INDEX sign_in_failure_by_time ON sign_in_failure (at_ms);

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  organisation_id INTEGER,
  user_id TEXT,
  user_name TEXT NOT NULL,
  client TEXT NOT NULL,
  action TEXT NOT NULL,
  details TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_organisation ON audit (organisation_id, sequence);
CREATE INDEX audit_by_user ON audit (organisation_id, user_name, sequence);
CREATE INDEX audit_by_action ON audit (organisation_id, action, sequence);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
-- INSERT OR REPLACE would erase a row without asking the trigger of DELETE.
CREATE TRIGGER audit_only_grows BEFORE INSERT ON audit
WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_is_never_erased BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

-- See [Note: policy epoch].
CREATE TABLE policy_epoch (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  value INTEGER NOT NULL
) STRICT;
INSERT INTO policy_epoch (id, value) VALUES (1, 1);
${epochTriggers}
`,
} as const;
