/** Who would receive a share at this moment, and what stands in its way: one look at an organisation for all its shares. */
import type { SharedKind } from '../../shared/model';
import type { ShareChoice, ShareFeature, ShareGroup, ShareObstacle } from '../../shared/shares';
import { FEATURE_OF_SHARE } from '../../shared/shares';
import type { ReadableDb } from '../sqlite/database';
import type { UserRecord } from './users';

export interface Audiences {
  /** That exist, by name. */
  readonly groups: readonly ShareGroup[];
  /** Active members now, by group. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  /** Active people who now have an extension with voicemail. */
  readonly withVoicemail: ReadonlySet<string>;
  /** Extensions that have the feature. */
  readonly open: Readonly<Record<ShareFeature, ReadonlySet<string>>>;
}

interface FeatureRow {
  readonly extension: string;
  readonly voicemail: number;
  readonly fax: number;
  readonly call_recording: number;
}

export function readAudiences(db: ReadableDb, organisationId: number, nowSec: number): Audiences {
  const members = readMembers(db, organisationId, nowSec);
  const groups = db
    .all<{ id: string; name: string }>(
      'SELECT id, name FROM user_group WHERE organisation_id = ? AND is_removed = 0 ORDER BY name, id',
      [organisationId],
    )
    .map(({ id, name }) => ({ groupId: id, name, members: members.get(id)?.size ?? 0 }));
  const features = db.all<FeatureRow>('SELECT * FROM extension_feature WHERE organisation_id = ?', [
    organisationId,
  ]);
  const having = (isOpen: (row: FeatureRow) => boolean) =>
    new Set(features.filter(isOpen).map((row) => row.extension));
  const open = {
    voicemail: having((row) => row.voicemail === 1),
    fax: having((row) => row.fax === 1),
    callRecording: having((row) => row.call_recording === 1),
  };
  return { groups, members, withVoicemail: readHolders(db, organisationId, nowSec, open.voicemail), open };
}

/** The ids of those whom a share of this person reaches; himself it does not. */
export function toReceivers(
  { audience, groupIds }: ShareChoice,
  { userId }: Pick<UserRecord, 'userId'>,
  { members, withVoicemail }: Audiences,
): ReadonlySet<string> {
  const reached = new Set<string>();
  if (audience === 'everyone') for (const one of withVoicemail) reached.add(one);
  if (audience === 'groups') {
    for (const groupId of groupIds) for (const one of members.get(groupId) ?? []) reached.add(one);
  }
  reached.delete(userId);
  return reached;
}

export function toObstacles(
  choice: ShareChoice,
  user: Pick<UserRecord, 'userId' | 'isActive' | 'settings'>,
  extensions: readonly string[],
  audiences: Audiences,
): readonly ShareObstacle[] {
  const isOpen = toClosedExtensions(choice.kind, extensions, audiences).length < extensions.length;
  const isShared = choice.audience !== 'nobody';
  const hasGroup = choice.audience !== 'groups' || choice.groupIds.length > 0;
  const standing: readonly (readonly [ShareObstacle, boolean])[] = [
    ['inactive', !user.isActive],
    ['not-aware', !user.settings.multiUserAware],
    ['no-extension', extensions.length === 0],
    ['feature-off', extensions.length > 0 && !isOpen],
    ['no-group', !hasGroup],
    ['nobody-there', isShared && hasGroup && toReceivers(choice, user, audiences).size === 0],
  ];
  return standing.flatMap(([obstacle, isThere]) => (isThere ? [obstacle] : []));
}

/** Those of the extensions that lack what this kind needs. */
export function toClosedExtensions(
  kind: SharedKind,
  extensions: readonly string[],
  { open }: Audiences,
): readonly string[] {
  const feature = FEATURE_OF_SHARE[kind];
  return feature === null ? [] : extensions.filter((extension) => !open[feature].has(extension));
}

function readMembers(
  db: ReadableDb,
  organisationId: number,
  nowSec: number,
): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  const rows = db.all<{ group_id: string; user_id: string }>(
    `SELECT m.group_id, m.user_id FROM group_membership m JOIN user u ON u.id = m.user_id
     WHERE u.organisation_id = ? AND u.is_active = 1
       AND (m.from_sec IS NULL OR m.from_sec <= ?) AND (m.until_sec IS NULL OR m.until_sec > ?)`,
    [organisationId, nowSec, nowSec],
  );
  for (const { group_id: groupId, user_id: userId } of rows) {
    const group = members.get(groupId);
    if (group) group.add(userId);
    else members.set(groupId, new Set([userId]));
  }
  return members;
}

function readHolders(
  db: ReadableDb,
  organisationId: number,
  nowSec: number,
  extensions: ReadonlySet<string>,
): ReadonlySet<string> {
  const rows = db.all<{ user_id: string; extension: string }>(
    `SELECT h.user_id, h.extension FROM extension_holding h JOIN user u ON u.id = h.user_id
     WHERE u.organisation_id = ? AND u.is_active = 1
       AND (h.from_sec IS NULL OR h.from_sec <= ?) AND (h.until_sec IS NULL OR h.until_sec > ?)`,
    [organisationId, nowSec, nowSec],
  );
  return new Set(rows.filter((row) => extensions.has(row.extension)).map((row) => row.user_id));
}
