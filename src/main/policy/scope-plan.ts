/** Grants as ranges of keys in the catalog's scopes: what a list, a count or a search is merged from. */
import type { Action } from '../../shared/model';
import type { ScopeClass } from '../catalog/codes';
import { findScopeId } from '../catalog/dictionary';
import { ANY_KEY, toFirstKey } from '../catalog/recording-key';
import type { Recording } from '../catalog/recordings';
import { findRecordingById } from '../catalog/recordings';
import type { ScopeRange } from '../catalog/visible-keys';
import type { ReadableDb } from '../sqlite/database';
import type { Holds } from './directory';
import type { Grant } from './scope';
import { toGrants, toHistoryGrants, toSharedGrants } from './scope';
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

/** What is being deleted at this moment is still in these ranges: `ScopePlans` takes it out. */
export function scopeOf(db: ReadableDb, viewer: Viewer, action: Action): ScopePlan {
  const { grants, needsScreen, needsNoHold } = toGrants(viewer, action);
  return { ranges: toRanges(db, viewer, grants), needsScreen, needsNoHold };
}

/** Of the calls of call history, whose keys are not those of recordings. */
export function historyScopeOf(db: ReadableDb, viewer: Viewer): readonly PlannedRange[] {
  return toRanges(db, viewer, toHistoryGrants(viewer));
}

/** A scope that no recording has ever had is left out: nothing can be in it. So is what lies within the whole of its class. */
function toRanges(db: ReadableDb, viewer: Viewer, grants: readonly Grant[]): PlannedRange[] {
  const whole = new Set(grants.filter((grant) => grant.subject === 'all').map((grant) => grant.class));
  const byScope = new Map<number, PlannedRange[]>();
  for (const grant of grants) {
    if (grant.subject !== 'all' && whole.has(grant.class)) continue;
    const scopeId = findScopeId(db, viewer.organisationId, grant);
    if (scopeId === undefined) continue;
    const ranges = byScope.get(scopeId) ?? [];
    ranges.push(toRange(scopeId, grant));
    byScope.set(scopeId, ranges);
  }
  return [...byScope.keys()].sort((a, b) => a - b).flatMap((scopeId) => united(byScope.get(scopeId) ?? []));
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

/** `shared`: of what he may list, what others share with him. */
export type PlannedAction = 'shared' | Action;
type Planned = 'history' | PlannedAction;

interface Kept {
  readonly lastScopeId: number;
  readonly plan: ScopePlan;
}

/**
 * Plans of the viewers of one catalog. A viewer is never changed but replaced, so the object itself is the key; a plan is made anew
 * once the catalog has new scopes.
 */
export class ScopePlans {
  readonly #db: ReadableDb;
  readonly #holds: Pick<Holds, 'listBeingDeleted'>;
  readonly #plans = new WeakMap<Viewer, Map<Planned, Kept>>();

  constructor(db: ReadableDb, holds: Pick<Holds, 'listBeingDeleted'>) {
    this.#db = db;
    this.#holds = holds;
  }

  /** Without what is being deleted at this moment. */
  planOf(viewer: Viewer, action: PlannedAction): ScopePlan {
    const plan = this.wholePlanOf(viewer, action);
    const deleted = this.listBeingDeleted();
    return deleted.length === 0 ? plan : { ...plan, ranges: without(plan.ranges, deleted) };
  }

  /** With what is being deleted, which the caller takes out: `listBeingDeleted`. */
  wholePlanOf(viewer: Viewer, action: PlannedAction): ScopePlan {
    return this.#keptPlan(viewer, action, () =>
      action === 'shared'
        ? {
            ranges: toRanges(this.#db, viewer, toSharedGrants(viewer)),
            needsScreen: false,
            needsNoHold: false,
          }
        : scopeOf(this.#db, viewer, action),
    );
  }

  listBeingDeleted(): readonly Recording[] {
    return this.#holds.listBeingDeleted().flatMap((id) => findRecordingById(this.#db, id) ?? []);
  }

  historyOf(viewer: Viewer): readonly PlannedRange[] {
    const toPlan = () => ({
      ranges: historyScopeOf(this.#db, viewer),
      needsScreen: false,
      needsNoHold: false,
    });
    return this.#keptPlan(viewer, 'history', toPlan).ranges;
  }

  #keptPlan(viewer: Viewer, what: Planned, toPlan: () => ScopePlan): ScopePlan {
    const last = this.#db.get<{ id: number | null }>('SELECT max(id) AS id FROM scope');
    const lastScopeId = last?.id ?? 0;
    const ofViewer = this.#plans.get(viewer) ?? new Map<Planned, Kept>();
    const kept = ofViewer.get(what);
    if (kept?.lastScopeId === lastScopeId) return kept.plan;
    const plan = toPlan();
    ofViewer.set(what, { lastScopeId, plan });
    this.#plans.set(viewer, ofViewer);
    return plan;
  }
}

function without(ranges: readonly PlannedRange[], deleted: readonly Recording[]): PlannedRange[] {
  let left = [...ranges];
  for (const { key, scopeIds } of deleted) {
    left = left.flatMap((range) => {
      if (key < range.fromKey || key >= range.untilKey || !scopeIds.includes(range.scopeId)) return [range];
      const parts = [
        { ...range, untilKey: key },
        { ...range, fromKey: key + 1 },
      ];
      return parts.filter((part) => part.fromKey < part.untilKey);
    });
  }
  return left;
}
