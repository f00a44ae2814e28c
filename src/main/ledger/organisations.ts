/** The organisation and its settings. Nothing crosses it, for anybody. */
import type { OrganisationDetails, OrganisationInput } from '../../shared/people';
import type { OrganisationSettings } from '../../shared/user-settings';
import { DEFAULT_ORGANISATION_SETTINGS } from '../../shared/user-settings';
import { organisationSettingsSchema } from '../../shared/user-settings-schema';
import type { ReadableDb, WritableDb } from '../sqlite/database';
import type { Actor } from './audit';
import { appendAudit } from './audit';
import { findChanges } from './changes';
import { staleEdit } from './stale-edit';

interface OrganisationRow {
  readonly id: number;
  readonly name: string;
  readonly settings: string;
  readonly revision: number;
}

/** Makes an organisation; `actor` becomes its first entry's author. Returns its id. */
export function createOrganisation(
  db: WritableDb,
  actor: Omit<Actor, 'organisationId'>,
  details: OrganisationInput,
): number {
  return db.transaction(() => {
    const organisationId = db.run(
      'INSERT INTO organisation (name, settings, created_at_ms) VALUES (?, ?, ?)',
      [details.name, JSON.stringify(details.settings), Date.now()],
    ).lastInsertRowid;
    appendAudit(db, { ...actor, organisationId }, 'Add organisation', { after: { ...details } });
    return organisationId;
  });
}

/** Throws where there is none: an id comes from a session or another row. */
export function getOrganisation(db: ReadableDb, organisationId: number): OrganisationDetails {
  const row = db.get<OrganisationRow>('SELECT id, name, settings, revision FROM organisation WHERE id = ?', [
    organisationId,
  ]);
  if (!row) throw new Error(`There is no organisation ${String(organisationId)}.`);
  return { name: row.name, settings: toSettings(row.settings), revision: row.revision };
}

/** The id of the only organisation; undefined where there is none yet, or several. */
export function findOnlyOrganisation(db: ReadableDb): number | undefined {
  const rows = db.all<{ id: number }>('SELECT id FROM organisation LIMIT 2');
  return rows.length === 1 ? rows[0]?.id : undefined;
}

/** Changes the settings that were read at `revision`. Throws AppError `stale-edit` where somebody has saved since. */
export function changeOrganisation(
  db: WritableDb,
  actor: Actor,
  organisationId: number,
  revision: number,
  details: OrganisationInput,
): OrganisationDetails {
  return db.transaction(() => {
    const before = getOrganisation(db, organisationId);
    if (before.revision !== revision) throw staleEdit();
    const { name, settings } = before;
    const changes = findChanges(
      { name, settings },
      { name: details.name, settings: { ...details.settings } },
    );
    if (!changes) return before;
    db.run('UPDATE organisation SET name = ?, settings = ?, revision = revision + 1 WHERE id = ?', [
      details.name,
      JSON.stringify(details.settings),
      organisationId,
    ]);
    appendAudit(db, actor, 'Change organisation', { ...changes });
    return getOrganisation(db, organisationId);
  });
}

/** A setting that a stored row does not know yet has its default, the closed one. */
function toSettings(stored: string): OrganisationSettings {
  return organisationSettingsSchema.parse({
    ...DEFAULT_ORGANISATION_SETTINGS,
    ...(JSON.parse(stored) as Partial<OrganisationSettings>),
  });
}
