/** What could be chosen or shared and is not yet, for a recording: what an explanation looks for the smallest change among. */
import type { SharedKind } from '../../shared/model';
import type { Prospects } from '../policy/directory';
import type { ExtensionHolding, RecordingFacts, SharedWithMe, Viewer } from '../policy/viewer';
import type { ReadableDb } from '../sqlite/database';
import { memberHoldingsOf } from './viewers';

interface SharerRow {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly extension: string;
  readonly fromSec: number | null;
  readonly untilSec: number | null;
}

/** A recording of more groups than this is explained without the others. */
const GROUPS_AT_MOST = 200;
const FEATURE_COLUMNS = {
  call: 'call_recording',
  voicemail: 'voicemail',
  unavailableVoicemail: 'voicemail',
  fax: 'fax',
} as const satisfies Partial<Record<SharedKind, string>>;

/** Of one organisation, as of this second. */
export function toProspects(db: ReadableDb, organisationId: number, nowSec = toNowSec()): Prospects {
  return {
    listGroups: (facts) => listGroupsOf(db, organisationId, facts),
    listSharers: (viewer, facts) => listSharersOf(db, viewer, facts, nowSec),
  };
}

/** Groups whose number is one of the call's, or whose members had one of its extensions. */
function listGroupsOf(
  db: ReadableDb,
  organisationId: number,
  { extensions, groups }: RecordingFacts,
): ReturnType<Prospects['listGroups']> {
  const ofCall = [...new Set([...groups, ...extensions])];
  const rows = db.all<{ id: string; extension: string }>(
    `SELECT g.id, g.extension FROM user_group g WHERE g.organisation_id = ? AND g.is_removed = 0 AND (
       g.extension IN (SELECT value FROM json_each(?)) OR EXISTS (
         SELECT 1 FROM group_membership m JOIN extension_holding h ON h.user_id = m.user_id
         WHERE m.group_id = g.id AND h.extension IN (SELECT value FROM json_each(?))))
     ORDER BY g.name, g.id LIMIT ?`,
    [organisationId, JSON.stringify(ofCall), JSON.stringify(extensions), GROUPS_AT_MOST],
  );
  return rows.map(({ id, extension }) => ({
    groupId: id,
    extension,
    withMembers: false,
    memberHoldings: memberHoldingsOf(db, id),
  }));
}

/** The active and multi-user aware owner of the recording's extension, where the person is of those whom a share can reach. */
function listSharersOf(
  db: ReadableDb,
  viewer: Viewer,
  { kind, owner, startedAtSec, wasUnavailable }: RecordingFacts,
  nowSec: number,
): readonly SharedWithMe[] {
  if (owner === null || kind === 'history' || !mayBeReached(db, viewer, nowSec)) return [];
  const sharedKind = kind === 'voicemail' && wasUnavailable ? 'unavailableVoicemail' : kind;
  const rows = db.all<SharerRow>(
    `SELECT u.id AS ownerId, u.name AS ownerName, h.extension, h.from_sec AS fromSec, h.until_sec AS untilSec
     FROM extension_holding held JOIN user u ON u.id = held.user_id JOIN extension_holding h ON h.user_id = u.id
     JOIN extension_feature f ON f.organisation_id = u.organisation_id AND f.extension = h.extension
     WHERE held.extension = ? AND (held.from_sec IS NULL OR held.from_sec <= ?) AND (held.until_sec IS NULL OR held.until_sec > ?)
       AND u.organisation_id = ? AND u.id <> ? AND u.is_active = 1 AND json_extract(u.settings, '$.multiUserAware') = 1
       AND f.${FEATURE_COLUMNS[sharedKind]} = 1 ORDER BY h.id`,
    [owner, startedAtSec, startedAtSec, viewer.organisationId, viewer.userId],
  );
  const [first] = rows;
  if (!first) return [];
  const holdings: ExtensionHolding[] = rows.map(({ extension, fromSec, untilSec }) => ({
    extension,
    fromSec,
    untilSec,
  }));
  const share: SharedWithMe = {
    ownerId: first.ownerId,
    ownerName: first.ownerName,
    kind: sharedKind,
    holdings,
  };
  const isShared = viewer.sharedWithMe.some(
    (each) => each.ownerId === share.ownerId && each.kind === sharedKind,
  );
  return isShared ? [] : [share];
}

/** By a share with everyone, which is all who have voicemail, or with one of his groups. */
function mayBeReached(db: ReadableDb, { organisationId, userId }: Viewer, nowSec: number): boolean {
  const reached = db.get(
    `WITH asked AS (SELECT ? AS organisation_id, ? AS user_id, ? AS now_sec)
     SELECT 1 FROM asked JOIN extension_holding h ON h.user_id = asked.user_id
       JOIN extension_feature f ON f.organisation_id = asked.organisation_id AND f.extension = h.extension
       WHERE f.voicemail = 1 AND (h.from_sec IS NULL OR h.from_sec <= now_sec) AND (h.until_sec IS NULL OR h.until_sec > now_sec)
     UNION SELECT 1 FROM asked JOIN group_membership m ON m.user_id = asked.user_id
       JOIN user_group g ON g.id = m.group_id AND g.is_removed = 0
       WHERE (m.from_sec IS NULL OR m.from_sec <= now_sec) AND (m.until_sec IS NULL OR m.until_sec > now_sec)
     LIMIT 1`,
    [organisationId, userId, nowSec],
  );
  return reached !== undefined;
}

function toNowSec(): number {
  return Math.floor(Date.now() / 1000);
}
