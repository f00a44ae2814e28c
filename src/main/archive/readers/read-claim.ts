/** A recording as its name, its details files and its header tell it together: the details say more than the name. */
import type { Party, ReaderId, Transcript } from '../../../shared/model';
import type { FindingKind } from '../../../shared/source-model';
import type { FieldMapping } from '../../../shared/source-reading';
import type { FoundBy } from '../draft';
import { splitName } from '../media-names';
import type { Details } from '../sidecars/details';
import { readDetails } from '../sidecars/details';
import { parseTranscript } from '../transcripts/transcript';
import type { ZoneClock } from '../zone';
import type { MediaClaim } from './folder-claims';
import type { MediaFile, RecordingFacts } from './reader';
import { toFacts } from './reader';

export interface ClaimReading {
  readonly facts: RecordingFacts;
  readonly reader: ReaderId;
  /** Out of a JSON among the details. */
  readonly transcript: Transcript | null;
  /** By the name of the file that could not be used, or that was used with a doubt. */
  readonly problems: readonly ClaimProblem[];
}

export interface ClaimProblem {
  readonly name: string;
  readonly kind: FindingKind;
  readonly detail: string;
  /** Nothing of the file was used. */
  readonly isUseless: boolean;
}

export function readClaim(
  claim: MediaClaim,
  file: MediaFile,
  settings: { readonly zone: ZoneClock; readonly mapping: FieldMapping },
): ClaimReading {
  let facts = claim.read(file);
  let transcript: Transcript | null = claim.readTranscript?.() ?? null;
  if (claim.details.length === 0) return { facts, reader: claim.reader, transcript, problems: [] };
  let reader = claim.reader;
  const problems: ClaimProblem[] = [];
  for (const name of claim.details) {
    const text = file.readText(name);
    if (text === null) {
      problems.push({ name, kind: 'bad-sidecar', detail: 'The file could not be read.', isUseless: true });
      continue;
    }
    const told = splitName(name).extension === 'json' ? parseTranscript('json', text) : null;
    if (told) {
      transcript ??= told;
      continue;
    }
    const { modifiedAtMs, header } = file;
    const details = readDetails(name, text, { ...settings, mediaName: claim.name, modifiedAtMs, header });
    facts = withDetails(facts, details);
    reader = toReader(reader, details.reader);
    transcript ??= details.transcript ?? null;
    if (details.problem)
      problems.push({ name, ...details.problem, isUseless: Object.keys(details.facts).length === 0 });
    if (isOtherFile(details, file))
      problems.push({ name: claim.name, kind: 'unverified', detail: OTHER_FILE, isUseless: false });
  }
  return { facts, reader, transcript, problems };
}

const OTHER_FILE =
  'The file is not the one for which the vCon was written: its content does not fit the hash. It was changed since, damaged, or mixed up with another; who took part and when is told by the vCon.';

function isOtherFile({ sha512 = [] }: Details, file: MediaFile): boolean {
  const found = sha512.length === 0 ? null : (file.readSha512?.() ?? null);
  return found !== null && !sha512.some((sum) => sum.equals(found));
}

/** A name of a system's own is surer than what lies beside it; a plain one is not. */
function toReader(claimed: ReaderId, told: ReaderId | null): ReaderId {
  return told !== null && (claimed === 'generic' || claimed === 'avaya') ? told : claimed;
}

function withDetails(base: RecordingFacts, { facts, foundBy }: Details): RecordingFacts {
  if (Object.keys(facts).length === 0) return base;
  const { startedAtMs, parties, callReference, linkedReference } = facts;
  const isTimed = startedAtMs !== undefined;
  const ways: FoundBy[] = isTimed ? base.foundBy.filter((way) => way !== 'file time') : [...base.foundBy];
  // The reference of a name is the one by which call history is found.
  const reference = base.callReference ?? callReference ?? null;
  return toFacts({
    identity: base.identity ?? null,
    kind: facts.kind ?? base.kind,
    direction:
      facts.direction === undefined || facts.direction === 'unknown' ? base.direction : facts.direction,
    startedAtMs: startedAtMs ?? base.startedAtMs,
    isTimeDoubtful: isTimed ? (facts.isTimeDoubtful ?? false) : base.isTimeDoubtful,
    clockOffMs: base.clockOffMs ?? (isTimed ? findClockOff(base, startedAtMs) : null),
    parties: parties && parties.length > 0 ? withChannels(parties, base.parties) : base.parties,
    owner: facts.owner === undefined ? base.owner : facts.owner,
    group: facts.group === undefined ? base.group : facts.group,
    line: facts.line === undefined ? base.line : facts.line,
    accountCode: facts.accountCode === undefined ? base.accountCode : facts.accountCode,
    mailbox: base.mailbox,
    wasUnavailable: base.wasUnavailable,
    callReference: reference,
    linkedReference: linkedReference ?? base.linkedReference ?? reference,
    foundBy: foundBy === null || ways.includes(foundBy) ? ways : [...ways, foundBy],
  });
}

/** A channel or a name that the file's own name told stays, where the details do not tell another. */
function withChannels(parties: readonly Party[], before: readonly Party[]): readonly Party[] {
  return parties.map((party) => {
    const same = party.number === '' ? undefined : before.find((one) => one.number === party.number);
    if (!same) return party;
    return { ...party, name: party.name ?? same.name, channel: party.channel ?? same.channel };
  });
}

const QUARTER_MS = 900_000;
const AGREEMENT_MS = 5_000;

/** By how much the stamp of the name is ahead of the details, where it is the difference of two zones: whole quarters of an hour. */
function findClockOff(base: RecordingFacts, startedAtMs: number): number | null {
  if (!base.foundBy.includes('file name') && !base.foundBy.includes('name pattern')) return null;
  const aheadMs = base.startedAtMs - startedAtMs;
  const quartersMs = Math.round(aheadMs / QUARTER_MS) * QUARTER_MS;
  const isZone =
    quartersMs !== 0 &&
    Math.abs(aheadMs - quartersMs) <= AGREEMENT_MS &&
    Math.abs(quartersMs) <= 14 * 3_600_000;
  return isZone ? aheadMs : null;
}
