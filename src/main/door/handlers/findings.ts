/** Findings of a source: those of the scanner, out of the catalog, and after them those of its sound, out of the store of waves. */
import { AppError, notFound } from '../../../shared/errors';
import type { Page } from '../../../shared/model';
import type { FindingKind, Finding, SoundFindingKind, SourceHealth } from '../../../shared/source-model';
import { SOUND_FINDING_KINDS } from '../../../shared/source-model';
import { getSource } from '../../ledger/sources';
import type { SourceOverview } from '../../policy/source-overview';
import type { HandlersOf, SignedInCall } from '../calls';
import type { Services } from '../services';

const EXAMPLES = 5;
const PER_PAGE = 200;
/** Before the cursors of the findings of sound, which follow those of the catalog. */
const SOUND_MARK = 's';
const SOUND_CURSOR = /^s[0-9]{1,15}$/;

export function findingsHandlers(services: Services): HandlersOf<'findings'> {
  return {
    'findings.list': (call) => list(services, call),
    'findings.summary': (call) => summarise(services, call),
  };
}

async function summarise(services: Services, call: SignedInCall<'findings.summary'>): Promise<SourceHealth> {
  const { ledger, peaks } = services;
  const { sourceId } = getSource(ledger, call.session.actor.organisationId, call.input.sourceId);
  const overview = services.openOverview(call.session);
  const health = overview.healthOf(sourceId);
  const { checked, kinds } = await peaks.countSoundFacts(sourceId);
  const counted = await Promise.all(
    kinds.map(async ({ kind, count }) => ({
      ...{ kind, count },
      examples: (await soundFindings(services, overview, sourceId, kind, 0, EXAMPLES)).findings,
    })),
  );
  checkStillThere(services, call);
  return { ...health, kinds: [...health.kinds, ...counted], soundChecked: checked };
}

async function list(services: Services, call: SignedInCall<'findings.list'>): Promise<Page<Finding>> {
  const { sourceId } = getSource(services.ledger, call.session.actor.organisationId, call.input.sourceId);
  const overview = services.openOverview(call.session);
  const { kind, cursor } = call.input;
  const isAmongSound = isSoundKind(kind) || (kind === undefined && SOUND_CURSOR.test(cursor ?? ''));
  if (!isAmongSound) {
    const page = overview.listFindings(sourceId, kind, cursor);
    if (kind !== undefined || page.nextCursor !== null) return page;
    return { rows: page.rows, nextCursor: await toFirstSoundCursor(services, sourceId) };
  }
  const after = toRowId(cursor);
  const soundKind = isSoundKind(kind) ? kind : undefined;
  const { findings, lastRowId } = await soundFindings(
    services,
    overview,
    sourceId,
    soundKind,
    after,
    PER_PAGE,
  );
  checkStillThere(services, call);
  return { rows: findings, nextCursor: lastRowId === null ? null : `${SOUND_MARK}${String(lastRowId)}` };
}

function toRowId(cursor: string | null | undefined): number {
  if (cursor === null || cursor === undefined) return 0;
  if (SOUND_CURSOR.test(cursor)) return Number(cursor.slice(SOUND_MARK.length));
  throw new AppError('invalid-input', 'invalid-input', 'The cursor is not one of this list.');
}

/** Null where there are none to follow. */
async function toFirstSoundCursor({ peaks }: Services, sourceId: number): Promise<string | null> {
  const { kinds } = await peaks.countSoundFacts(sourceId);
  return kinds.length > 0 ? `${SOUND_MARK}0` : null;
}

/** `lastRowId`: of a page that is full, so that there may be more. A recording that is gone since is left out. */
async function soundFindings(
  { peaks }: Services,
  overview: SourceOverview,
  sourceId: number,
  kind: SoundFindingKind | undefined,
  afterRowId: number,
  limit: number,
): Promise<{ findings: Finding[]; lastRowId: number | null }> {
  const facts = await peaks.listSoundFacts({ sourceId, kind, afterRowId, limit });
  const paths = overview.pathsOf(
    sourceId,
    facts.map((fact) => fact.recordingId),
  );
  const findings = facts.flatMap((fact) => {
    const path = paths.get(fact.recordingId);
    return path === undefined
      ? []
      : [{ kind: fact.kind, path, detail: fact.detail, recordingId: fact.recordingId }];
  });
  return { findings, lastRowId: facts.length < limit ? null : (facts.at(-1)?.rowId ?? null) };
}

/** The thread of waves may have taken a while, in which the window was locked or somebody else signed in. */
function checkStillThere(
  { sessions }: Services,
  { client, session }: Pick<SignedInCall<'findings.list'>, 'client' | 'session'>,
): void {
  if (sessions.current(client).sessionId !== session.sessionId) throw notFound();
}

function isSoundKind(kind: FindingKind | undefined): kind is SoundFindingKind {
  return (SOUND_FINDING_KINDS as readonly (FindingKind | undefined)[]).includes(kind);
}
