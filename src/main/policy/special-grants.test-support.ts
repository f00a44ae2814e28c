/** The two scopes that are about no action: what others share, and the calls of call history, held against the table of words. */
import type { ScopeClass } from '../catalog/codes';
import { SCOPE_CLASSES, toScopeClass } from '../catalog/codes';
import { oracleAllows, wordsOf } from './oracle.test-support';
import type { Grant } from './scope';
import { toHistoryGrants, toSharedGrants } from './scope';
import type { RecordingFacts, Viewer } from './viewer';

/** Null where both scopes hold this recording, and the call of history with the same parties, just where they should. */
export function findWrongGrant(viewer: Viewer, facts: RecordingFacts): string | null {
  if (facts.kind === 'history') throw new Error('Give a recording: its call of history is made of it.');
  const isHere = viewer.organisationId === facts.organisationId;
  const scopeClass = toScopeClass(facts.kind, facts.direction, facts.wasUnavailable);
  const isInShared = isHere && toSharedGrants(viewer).some((grant) => isCovered(grant, scopeClass, facts));
  if (!facts.isDeleted && isInShared !== isSharedWith(viewer, facts)) return `shared: ${facts.kind}`;

  const history: RecordingFacts = { ...facts, kind: 'history', isDeleted: false };
  const isInHistory =
    isHere && toHistoryGrants(viewer).some((grant) => isCovered(grant, SCOPE_CLASSES.callHistory, history));
  return isInHistory === oracleAllows(viewer, 'list', history) ? null : 'history';
}

/** What the shares alone let a person list: the person without any way of his own. To an agent a shared call opens nothing. */
function isSharedWith(viewer: Viewer, facts: RecordingFacts): boolean {
  if (viewer.profile === 'agent' && facts.kind === 'call') return false;
  const isLetIn = wordsOf(viewer, facts).has('let in');
  const byShares: Viewer = {
    ...viewer,
    ...{ holdings: [], groups: [], otherNumbers: [], lines: [], serviceRights: new Set() },
    settings: { ...viewer.settings, portal: isLetIn, replayAll: false },
  };
  return oracleAllows(byShares, 'list', facts);
}

function isCovered(grant: Grant, scopeClass: ScopeClass, facts: RecordingFacts): boolean {
  const { subject, number, fromSec, untilSec } = grant;
  if (grant.class !== scopeClass) return false;
  if (fromSec !== null && facts.startedAtSec < fromSec) return false;
  if (untilSec !== null && facts.startedAtSec >= untilSec) return false;
  switch (subject) {
    case 'all':
      return true;
    case 'extension':
      return facts.extensions.includes(number);
    case 'owner':
      return facts.owner === number;
    case 'group':
      return facts.groups.includes(number);
    case 'line':
      return facts.lines.includes(number);
    case 'account':
      return facts.accountCodes.includes(number);
  }
}
