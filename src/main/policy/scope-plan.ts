/** Grants as ranges of keys in the catalog's scopes: what a list, a count or a search is merged from. */
import type { Action } from '../../shared/model';
import type { ScopeClass } from '../catalog/codes';
import { findScopeId } from '../catalog/dictionary';
import { ANY_KEY, toFirstKey } from '../catalog/recording-key';
import type { ScopeRange } from '../catalog/visible-keys';
import type { ReadableDb } from '../sqlite/database';
import type { Grant } from './scope';
import { toGrants } from './scope';
import type { Viewer } from './viewer';

export interface PlannedRange extends ScopeRange {
  readonly class: ScopeClass;
}

export interface ScopePlan {
  /** In order of scope; ranges of one scope do not overlap. None means no recording. */
  readonly ranges: readonly PlannedRange[];
  readonly needsScreen: boolean;
  readonly needsNoHold: boolean;
}

/** A scope that no recording has ever had is left out: nothing can be in it. */
export function scopeOf(db: ReadableDb, viewer: Viewer, action: Action): ScopePlan {
  const { grants, needsScreen, needsNoHold } = toGrants(viewer, action);
  const byScope = new Map<number, PlannedRange[]>();
  for (const grant of grants) {
    const scopeId = findScopeId(db, viewer.organisationId, grant);
    if (scopeId === undefined) continue;
    const ranges = byScope.get(scopeId) ?? [];
    ranges.push(toRange(scopeId, grant));
    byScope.set(scopeId, ranges);
  }
  const ranges = [...byScope.keys()]
    .sort((a, b) => a - b)
    .flatMap((scopeId) => united(byScope.get(scopeId) ?? []));
  return { ranges, needsScreen, needsNoHold };
}

function toRange(scopeId: number, grant: Grant): PlannedRange {
  return {
    scopeId,
    class: grant.class,
    fromKey: grant.fromSec === null ? ANY_KEY.fromKey : toFirstKey(grant.fromSec),
    untilKey: grant.untilSec === null ? ANY_KEY.untilKey : toFirstKey(grant.untilSec),
  };
}

function united(ranges: readonly PlannedRange[]): PlannedRange[] {
  const done: PlannedRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.fromKey - b.fromKey)) {
    if (range.fromKey >= range.untilKey) continue;
    const last = done.at(-1);
    if (last === undefined || range.fromKey > last.untilKey) done.push(range);
    else done[done.length - 1] = { ...last, untilKey: Math.max(last.untilKey, range.untilKey) };
  }
  return done;
}

interface Planned {
  readonly lastScopeId: number;
  readonly plan: ScopePlan;
}

/**
 * Plans of the viewers of one catalog. A viewer is never changed but replaced, so the object itself is the key; a plan is made anew
 * once the catalog has new scopes.
 */
export class ScopePlans {
  readonly #db: ReadableDb;
  readonly #plans = new WeakMap<Viewer, Map<Action, Planned>>();

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  planOf(viewer: Viewer, action: Action): ScopePlan {
    const last = this.#db.get<{ id: number | null }>('SELECT max(id) AS id FROM scope');
    const lastScopeId = last?.id ?? 0;
    const ofViewer = this.#plans.get(viewer) ?? new Map<Action, Planned>();
    const kept = ofViewer.get(action);
    if (kept?.lastScopeId === lastScopeId) return kept.plan;
    const plan = scopeOf(this.#db, viewer, action);
    ofViewer.set(action, { lastScopeId, plan });
    this.#plans.set(viewer, ofViewer);
    return plan;
  }
}
