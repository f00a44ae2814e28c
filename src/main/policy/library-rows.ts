/** Recordings as a person sees them: with the names of his organisation, and without what he may not see. */
import type {
  ActionDecision,
  CallLeg,
  NumberLabel,
  Party,
  PartyLabel,
  Presence,
  RecordingRow,
  TechnicalData,
} from '../../shared/model';
import type { StoredCallLeg } from '../catalog/call-legs';
import type { Recording, RecordingFile } from '../catalog/recordings';
import { toEnds } from '../catalog/recordings';
import { toSubjects } from '../catalog/recording-scopes';
import type { Directory, Holds, SourceFacts } from './directory';
import type { RecordingFacts } from './viewer';

/** Field by field, as in `toRecording`. */
export function toFacts(recording: Recording, holds: Holds): RecordingFacts {
  const { extensions, owner, groups, lines, accountCodes } = toSubjects(recording);
  return {
    extensions,
    owner,
    groups,
    lines,
    accountCodes,
    organisationId: recording.organisationId,
    kind: recording.kind,
    direction: recording.direction,
    startedAtSec: recording.startedAtSec,
    wasUnavailable: recording.wasUnavailable,
    hasScreen: recording.screenPath !== null,
    isHeld: holds.isHeld(recording.id),
    isRetentionLocked: holds.isRetentionLocked(recording),
    isDeleted: holds.isBeingDeleted(recording.id),
  };
}

/** A source that was taken away leaves its recordings for a moment: nothing of them can be reached. */
export const LOST_SOURCE: SourceFacts = { uid: '', name: '', timeZone: 'UTC', presence: 'away' };

export interface Seen {
  readonly hasScreen: boolean;
  readonly hasTranscript: boolean;
  readonly isHeld: boolean;
  readonly isShared: boolean;
}

export function toRow(
  recording: Recording,
  source: SourceFacts,
  directory: Directory,
  seen: Seen,
): RecordingRow {
  const { id, kind, direction, startedAtMs, startedAtSec, durationMs, parties, group, line } = recording;
  const { from, to } = toEnds(parties);
  return {
    id,
    kind,
    direction,
    startedAtMs,
    timeZone: source.timeZone,
    durationMs,
    from: toPartyLabel(from, startedAtSec, directory),
    to: toPartyLabel(to, startedAtSec, directory),
    group: group === null ? null : { number: group, name: directory.nameOfGroup(group, startedAtSec) },
    line: line === null ? null : { number: line, name: directory.nameOfLine(line) },
    hasScreen: seen.hasScreen,
    hasTranscript: seen.hasTranscript,
    isHeld: seen.isHeld,
    isShared: seen.isShared,
    presence: toPresence(recording, source),
  };
}

/** No right and no extension of his own leads to it: only that somebody shares it. */
export function isOnlyShared({ allowed, steps }: ActionDecision): boolean {
  return (
    allowed && steps.filter(({ name }) => name === 'scope').every(({ reason }) => reason === 'scopeShare')
  );
}

export function toOwnerLabel(recording: Recording, directory: Directory): NumberLabel | null {
  const { owner, startedAtSec } = recording;
  return owner === null ? null : { number: owner, name: directory.nameOfExtension(owner, startedAtSec) };
}

/** The parties with the organisation's names in the place of the archive's, where it has one. */
export function toNamedParties(
  recording: Pick<Recording, 'parties' | 'startedAtSec'>,
  directory: Directory,
): Party[] {
  return recording.parties.map((party) => ({
    ...party,
    ...toPartyLabel(party, recording.startedAtSec, directory),
  }));
}

export function toCallLeg(leg: StoredCallLeg, directory: Directory): CallLeg {
  const { startedAtMs, answeredAtMs, endedAtMs, fromNumber, fromName, toNumber, disposition, application } =
    leg;
  const givenName = directory.nameOfExtension(fromNumber, Math.floor(startedAtMs / 1000));
  return {
    startedAtMs,
    answeredAtMs,
    endedAtMs,
    from: { number: fromNumber, name: directory.ownNameOf?.(fromNumber) ?? givenName ?? fromName },
    to: toNumber,
    disposition,
    application,
  };
}

export function toTechnical(file: RecordingFile, source: SourceFacts): TechnicalData {
  const { path, reader, sizeBytes, modifiedAtMs, header, foundBy, callReference } = file;
  return {
    fileName: path.slice(path.lastIndexOf('/') + 1),
    source: source.name,
    reader,
    sizeBytes,
    modifiedAtMs,
    codec: header?.codec ?? 'unknown',
    channels: header?.channels ?? 0,
    sampleRateHz: header?.sampleRateHz ?? 0,
    foundBy,
    callReference,
  };
}

export function toPartyLabel(party: Party | undefined, atSec: number, directory: Directory): PartyLabel {
  if (!party) return { number: '', name: null };
  const name = directory.ownNameOf?.(party.number) ?? organisationName(party, atSec, directory);
  return { number: party.number, name: name ?? party.name };
}

function organisationName({ number, numberKind }: Party, atSec: number, directory: Directory): string | null {
  if (numberKind === 'extension') return directory.nameOfExtension(number, atSec);
  return numberKind === 'group' ? directory.nameOfGroup(number, atSec) : null;
}

/** A volume that is away says nothing about its files. */
function toPresence(recording: Recording, source: SourceFacts): Presence {
  if (source.presence === 'away') return 'away';
  return recording.isMissing ? 'missing' : 'present';
}
