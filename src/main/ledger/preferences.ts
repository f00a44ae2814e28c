/** How a person likes his windows; kept with the person, not with the computer. */
import { z } from 'zod';
import type { Preferences } from '../../shared/model';
import { LANGUAGES, THEMES } from '../../shared/model';
import type { WritableDb } from '../sqlite/database';

const preferencesSchema = z.object({
  theme: z.enum(THEMES).catch('system'),
  language: z.enum(LANGUAGES).nullable().catch(null),
  density: z.enum(['compact', 'comfortable']).catch('compact'),
  playbackRate: z.number().min(0.5).max(3).catch(1),
  skipsSilence: z.boolean().catch(false),
});

/** Any part that is absent or no longer understood has its default: a preference never keeps anybody from signing in. */
export function toPreferences(stored: string): Preferences {
  return preferencesSchema.parse(JSON.parse(stored));
}

/** Saves what is given and leaves the rest; no right depends on it, so the trail does not record it. */
export function savePreferences(
  db: WritableDb,
  userId: string,
  changed: { readonly [Name in keyof Preferences]?: Preferences[Name] | undefined },
): Preferences {
  return db.transaction(() => {
    const row = db.get<{ preferences: string }>('SELECT preferences FROM user WHERE id = ?', [userId]);
    if (!row) throw new Error(`There is no person ${userId}.`);
    const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
    const saved = preferencesSchema.parse({ ...toPreferences(row.preferences), ...given });
    db.run('UPDATE user SET preferences = ? WHERE id = ?', [JSON.stringify(saved), userId]);
    return saved;
  });
}
