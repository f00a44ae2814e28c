/** What others share with a person at this moment: whoever shares, what it takes, and whom it reaches are looked at together. */
import type { SharedKind } from '../../shared/model';
import type { ExtensionHolding, Period, SharedWithMe } from '../policy/viewer';
import type { ReadableDb } from '../sqlite/database';

interface SharedRow {
  readonly shareId: number;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly kind: SharedKind;
  readonly extension: string;
  readonly fromSec: number | null;
  readonly untilSec: number | null;
}

/** Whom it concerns, and the moment, in seconds. */
export interface Asked {
  readonly organisationId: number;
  readonly userId: string;
  readonly nowSec: number;
}

/** Of each kind of share, what the phone system must let the extension have; call history asks for nothing. */
const HAS_FEATURE = `CASE s.kind
  WHEN 'voicemail' THEN coalesce(f.voicemail, 0)
  WHEN 'unavailableVoicemail' THEN coalesce(f.voicemail, 0)
  WHEN 'fax' THEN coalesce(f.fax, 0)
  WHEN 'call' THEN coalesce(f.call_recording, 0)
  WHEN 'history' THEN 1
  ELSE 0 END = 1`;
const NOW = (table: string) =>
  `(${table}.from_sec IS NULL OR ${table}.from_sec <= ?) AND (${table}.until_sec IS NULL OR ${table}.until_sec > ?)`;

/** Each share that reaches the person, with the owner's extensions for which its condition is fulfilled; one without any is left out. */
export function listSharedWith(db: ReadableDb, { organisationId, userId, nowSec }: Asked): SharedWithMe[] {
  const rows = db.all<SharedRow>(
    `SELECT s.id AS shareId, u.id AS ownerId, u.name AS ownerName, s.kind, h.extension, h.from_sec AS fromSec, h.until_sec AS untilSec
     FROM user u JOIN share s ON s.user_id = u.id JOIN extension_holding h ON h.user_id = u.id
     LEFT JOIN extension_feature f ON f.organisation_id = u.organisation_id AND f.extension = h.extension
     WHERE u.organisation_id = ? AND u.id <> ? AND u.is_active = 1 AND json_extract(u.settings, '$.multiUserAware') = 1
       AND ${HAS_FEATURE}
       AND CASE s.audience
         WHEN 'everyone' THEN EXISTS (
           SELECT 1 FROM extension_holding own JOIN extension_feature vm
             ON vm.organisation_id = u.organisation_id AND vm.extension = own.extension AND vm.voicemail = 1
           WHERE own.user_id = ? AND ${NOW('own')})
         WHEN 'groups' THEN EXISTS (
           SELECT 1 FROM share_group chosen
             JOIN user_group g ON g.id = chosen.group_id AND g.organisation_id = u.organisation_id AND g.is_removed = 0
             JOIN group_membership m ON m.group_id = g.id
           WHERE chosen.share_id = s.id AND m.user_id = ? AND ${NOW('m')})
         ELSE 0 END
     ORDER BY s.id, h.id`,
    [organisationId, userId, userId, nowSec, nowSec, userId, nowSec, nowSec],
  );
  const shares = new Map<number, SharedWithMe & { readonly holdings: ExtensionHolding[] }>();
  for (const { shareId, extension, fromSec, untilSec, ...told } of rows) {
    const share = shares.get(shareId) ?? { ...told, holdings: [] };
    share.holdings.push({ extension, fromSec, untilSec });
    shares.set(shareId, share);
  }
  return [...shares.values()];
}

/** From the last moment at which the person's own extensions or memberships changed by the clock until the next one. */
export function findSharedDuring(db: ReadableDb, userId: string, nowSec: number): Period {
  const row = db.get<Period>(
    `WITH period AS (
       SELECT from_sec, until_sec FROM extension_holding WHERE user_id = ?
       UNION ALL SELECT from_sec, until_sec FROM group_membership WHERE user_id = ?
     ), edge AS (SELECT from_sec AS sec FROM period UNION SELECT until_sec FROM period)
     SELECT max(CASE WHEN sec <= ? THEN sec END) AS fromSec, min(CASE WHEN sec > ? THEN sec END) AS untilSec FROM edge`,
    [userId, userId, nowSec, nowSec],
  );
  return row ?? { fromSec: null, untilSec: null };
}
