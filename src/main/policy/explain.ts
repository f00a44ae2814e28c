/** Why somebody may or may not: the whole ladder of the decision, and what would turn it round. */
import type { Explanation, Listener } from '../../shared/explanation';
import type { Action, Step } from '../../shared/model';
import { ACTIONS } from '../../shared/model';
import type { Prospects } from './directory';
import { decide } from './rules';
import { findSmallestChange } from './smallest-change';
import type { RecordingFacts, Viewer } from './viewer';

export function explain(
  viewer: Viewer,
  action: Action,
  facts: RecordingFacts,
  prospects: Prospects,
): Pick<Explanation, 'decision' | 'smallestChange'> {
  return {
    decision: decide(viewer, action, facts),
    smallestChange: findSmallestChange({ viewer, facts }, action, prospects),
  };
}

/** What a person may do with the recording and by which path; undefined for one who may not even list it. */
export function findListener(
  viewer: Viewer,
  facts: RecordingFacts,
): Pick<Listener, 'actions' | 'path'> | undefined {
  const path = findPath(viewer, facts);
  if (!path) return undefined;
  return { actions: ACTIONS.filter((action) => decide(viewer, action, facts).allowed), path };
}

function findPath(viewer: Viewer, facts: RecordingFacts): Step | undefined {
  const { allowed, steps } = decide(viewer, 'list', facts);
  return allowed ? steps.find((step) => step.name === 'scope') : undefined;
}
