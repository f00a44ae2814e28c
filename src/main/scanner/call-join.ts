/** Joins recordings to the call history that the catalog holds, thousands at a time. */
import type { DraftCallLeg, DraftRecording } from '../archive/draft';
import { isLineReference } from '../archive/draft';
import type { CallLegs } from '../archive/call-history/join-call';
import {
  findConferenceRoom,
  findLegByTime,
  findLinkedReference,
  findNamedRoom,
  joinCall,
  mayBeFoundByTime,
  pickConferenceLegs,
  turnToLeg,
} from '../archive/call-history/join-call';
import { hasCallLegs, listLegsStartedWithin, mapLegsByReference } from '../catalog/leg-lookup';
import type { ReadableDb } from '../sqlite/database';

/** A call of more hours is not looked for by time. */
const CALL_MS = 4 * 3_600_000;
const ROUNDING_MS = 5_000;

/** The same drafts in the same order, with what the history says of them. */
export function joinDrafts(
  db: ReadableDb,
  sourceId: number,
  drafts: readonly DraftRecording[],
): readonly DraftRecording[] {
  if (drafts.length === 0 || !hasCallLegs(db, sourceId)) return drafts;
  const references = drafts.flatMap((draft) => draft.callReference ?? []);
  const own = mapLegsByReference(db, sourceId, 'unique_reference', references);
  const found = drafts.map((draft) => findOwn(db, sourceId, draft, own));
  const linked = mapLegsByReference(
    db,
    sourceId,
    'linked_reference',
    found.flatMap(({ linkedReference }) => linkedReference ?? []),
  );
  return found.map(({ draft, legs, linkedReference }) => {
    if (linkedReference === null) return draft;
    const all = merge(legs, linked.get(linkedReference) ?? []);
    return joinCall(draft, { own: legs, all, conference: findConference(db, sourceId, draft, legs) });
  });
}

interface Found {
  readonly draft: DraftRecording;
  readonly legs: CallLegs['own'];
  readonly linkedReference: string | null;
}

function findOwn(
  db: ReadableDb,
  sourceId: number,
  draft: DraftRecording,
  own: ReadonlyMap<string, DraftCallLeg[]>,
): Found {
  const legs = draft.callReference === null ? [] : (own.get(draft.callReference) ?? []);
  if (legs.length > 0) return { draft, legs, linkedReference: findLinkedReference(legs) };
  const [first] = findNamedRoom(draft) === null ? [] : findConference(db, sourceId, draft, []);
  if (first) return { draft, legs, linkedReference: first.linkedReference };
  if (!mayBeFoundByTime(draft)) return { draft, legs, linkedReference: null };
  const startMs = draft.startedAtMs;
  const nearby = listLegsStartedWithin(db, sourceId, startMs - CALL_MS, startMs + ROUNDING_MS);
  const leg = findLegByTime(draft, nearby);
  if (!leg) return { draft, legs, linkedReference: null };
  // A voicemail message bears no reference of its own; a recording made on demand keeps that of its channel.
  const callReference = draft.callReference ?? leg.uniqueReference;
  const turned = turnToLeg(draft, leg);
  // A line without a unique id may be the recording's own; any other that is found by time is of another channel of the call.
  const itself = isLineReference(leg.uniqueReference) ? [leg] : [];
  return { draft: { ...turned, callReference }, legs: itself, linkedReference: leg.linkedReference };
}

function findConference(
  db: ReadableDb,
  sourceId: number,
  draft: DraftRecording,
  legs: readonly DraftCallLeg[],
): DraftCallLeg[] {
  const room = findConferenceRoom(legs) ?? findNamedRoom(draft);
  if (room === null) return [];
  const endMs = draft.startedAtMs + (draft.durationMs ?? 0) + ROUNDING_MS;
  return pickConferenceLegs(
    draft,
    room,
    listLegsStartedWithin(db, sourceId, draft.startedAtMs - CALL_MS, endMs),
  );
}

/** Both, in order of time, each leg once. */
function merge(legs: readonly DraftCallLeg[], more: readonly DraftCallLeg[]): DraftCallLeg[] {
  const all = new Map([...legs, ...more].map((leg) => [leg.fingerprint, leg]));
  return [...all.values()].sort(
    (a, b) => a.startedAtMs - b.startedAtMs || (a.endedAtMs ?? 0) - (b.endedAtMs ?? 0),
  );
}
