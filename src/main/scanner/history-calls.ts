/** Makes whole calls of the legs that the catalog holds, for the calls of which something new was told. */
import { toWholeCall } from '../archive/call-history/whole-call';
import { listCallTimes } from '../catalog/calls';
import { mapLegsOfCalls } from '../catalog/leg-lookup';
import type { TimedCall } from '../catalog/calls-writer';
import { putCalls } from '../catalog/calls-writer';
import type { ScanRun } from './scan-run';

const HOUR_MS = 3_600_000;
const CALLS_PER_PAGE = 2_000;

/** `linkedReferences`: of the calls that are to be made anew; one without legs is taken out. */
export function makeCalls(run: ScanRun, linkedReferences: ReadonlySet<string>): void {
  if (linkedReferences.size === 0) return;
  const { sourceId, organisationId, uid } = run.source;
  const calls: TimedCall[] = [];
  for (const [reference, legs] of mapLegsOfCalls(run.db, sourceId, linkedReferences)) {
    const call = toWholeCall(reference, legs);
    if (call) calls.push({ ...call, wallHour: toWallHour(run, call.startedAtMs) });
  }
  putCalls(run.db, linkedReferences, calls, { sourceId, sourceUid: uid, organisationId });
}

function toWallHour(run: ScanRun, atMs: number): number {
  return Math.floor((atMs + run.zone.quarterOffsetMs(atMs)) / HOUR_MS);
}

/** The clock of a source may have been corrected, and with it the days of calls of which nothing else changed. */
export function bookCallsByNewZone(run: ScanRun): void {
  const { sourceId } = run.source;
  let after = '';
  for (;;) {
    run.step();
    const page = listCallTimes(run.db, sourceId, after, CALLS_PER_PAGE);
    const moved = page.filter((call) => call.wallHour !== toWallHour(run, call.startedAtMs));
    run.db.transaction(() => makeCalls(run, new Set(moved.map((call) => call.linkedReference))));
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.linkedReference;
  }
}
