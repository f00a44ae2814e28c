/** Reads one file of a folder into a draft: its header, its transcript, and what its reader makes of both. */
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import type { ArchiveFs } from '../archive/archive-fs';
import { FileTooLarge, toErrorCode } from '../archive/archive-fs';
import type { Transcript } from '../../shared/model';
import type { FieldMapping } from '../../shared/source-reading';
import type { DraftFinding, DraftRecording } from '../archive/draft';
import { splitName } from '../archive/media-names';
import type { MediaHeader } from '../archive/media/header';
import type { MediaClaim, Peek } from '../archive/readers/folder-claims';
import type { ClaimProblem } from '../archive/readers/read-claim';
import { readClaim } from '../archive/readers/read-claim';
import { toChildPath } from '../archive/safe-path';
import { parseTranscript } from '../archive/transcripts/transcript';
import type { ZoneClock } from '../archive/zone';

export interface FolderFile {
  readonly fs: ArchiveFs;
  /** Absolute, and relative to the source. */
  readonly folderPath: string;
  readonly folder: string;
  readonly claim: MediaClaim;
  readonly stats: Stats;
  readonly zone: ZoneClock;
  readonly mapping: FieldMapping;
}

export interface FileReading {
  /** Null for what is no recording. */
  readonly draft: DraftRecording | null;
  /** The finding that takes the place of the recording comes first, where there is no recording. */
  readonly findings: readonly DraftFinding[];
}

/** Never throws for a bad file: what could not be read is a finding. */
export function readFolderFile(file: FolderFile): FileReading {
  const path = toChildPath(file.folder, file.claim.name);
  const reading =
    file.claim.readHeader?.() ?? file.fs.readHeader(toFilePath(file, file.claim.name), file.stats.size);
  if (reading.ok)
    return toReading(file, path, reading.header, [
      ...(reading.header.isCutOff ? [toCutOff(path)] : []),
      ...toUnsupported(path, reading.header),
    ]);
  const isSupported = !reading.detail.includes('not supported');
  const kind = reading.problem === 'unreadable' && !isSupported ? 'unsupported' : reading.problem;
  const finding: DraftFinding = { path, kind, detail: reading.detail };
  // A file that may become readable is listed all the same; what holds no sound is not.
  if (reading.problem === 'unreadable') return toReading(file, path, null, [finding]);
  const orphans = file.claim.attached.map((name) => toOrphan(toChildPath(file.folder, name)));
  return { draft: null, findings: [finding, ...orphans] };
}

function toReading(
  file: FolderFile,
  path: string,
  header: MediaHeader | null,
  findings: readonly DraftFinding[],
): FileReading {
  const { claim, stats, folder } = file;
  const readText = (name: string): string | null => readTextOrNull(file.fs, toFilePath(file, name));
  const readSha512 = (): Buffer | null => findSha512(file);
  const told = readClaim(claim, { modifiedAtMs: stats.mtimeMs, header, readText, readSha512 }, file);
  const { facts } = told;
  const { transcript, problem } = readTranscript(file);
  const useless = new Set(told.problems.flatMap((one) => (one.isUseless ? [one.name] : [])));
  if (problem !== null && claim.transcript !== null) useless.add(claim.transcript);
  const attached = useless.size === 0 ? claim.attached : claim.attached.filter((name) => !useless.has(name));
  // Field by field: spreading would cost more than all else that is done for a file here.
  const draft: DraftRecording = {
    path,
    identity: facts.identity ?? null,
    kind: facts.kind,
    direction: facts.direction,
    startedAtMs: facts.startedAtMs,
    isTimeDoubtful: facts.isTimeDoubtful,
    clockOffMs: facts.clockOffMs,
    durationMs: header?.durationMs ?? null,
    parties: facts.parties,
    owner: facts.owner,
    group: facts.group,
    line: facts.line,
    accountCode: facts.accountCode,
    mailbox: facts.mailbox,
    wasUnavailable: facts.wasUnavailable,
    callReference: facts.callReference,
    linkedReference: facts.linkedReference,
    reader: told.reader,
    foundBy: facts.foundBy,
    sizeBytes: stats.size,
    modifiedAtMs: Math.round(stats.mtimeMs),
    header,
    screenPath: claim.screen === null ? null : toChildPath(folder, claim.screen),
    transcript: transcript ?? told.transcript,
    sidecars: attached.map((name) => toChildPath(folder, name)),
  };
  return {
    draft,
    findings: [
      ...findings,
      ...claim.doubts.map((doubt) => ({ path, ...doubt })),
      ...(problem === null ? [] : [problem]),
      ...toFindings(folder, told.problems),
    ],
  };
}

function toFindings(folder: string, problems: readonly ClaimProblem[]): DraftFinding[] {
  return problems.map(({ name, kind, detail }) => ({ path: toChildPath(folder, name), kind, detail }));
}

function readTranscript(file: FolderFile): {
  transcript: Transcript | null;
  problem: DraftFinding | null;
} {
  const name = file.claim.transcript;
  if (name === null) return { transcript: null, problem: null };
  const path = toChildPath(file.folder, name);
  const toProblem = (detail: string): DraftFinding => ({ path, kind: 'bad-sidecar', detail });
  try {
    const text = file.fs.readText(toFilePath(file, name));
    const transcript = parseTranscript(splitName(name).extension, text);
    return transcript
      ? { transcript, problem: null }
      : { transcript: null, problem: toProblem('No transcript that can be understood.') };
  } catch (error) {
    const reason = error instanceof FileTooLarge ? 'it is too large' : toErrorCode(error);
    if (reason === '') throw error;
    return { transcript: null, problem: toProblem(`The transcript could not be read (${reason}).`) };
  }
}

/** Null where the text cannot be read, for readers that can do without. */
export function readTextOrNull(fs: ArchiveFs, filePath: string): string | null {
  try {
    return fs.readText(filePath);
  } catch (error) {
    if (error instanceof FileTooLarge || toErrorCode(error) !== '') return null;
    throw error;
  }
}

/** Over two hours of talk, uncompressed: more would hold up a scan. */
const SUMMED_BYTES = 67_108_864;

/** Null where the file is larger than that, or cannot be read. */
function findSha512(file: FolderFile): Buffer | null {
  if (file.stats.size > SUMMED_BYTES) return null;
  const hash = createHash('sha512');
  try {
    for (const chunk of file.fs.readChunks(toFilePath(file, file.claim.name), 0, SUMMED_BYTES))
      hash.update(chunk);
  } catch (error) {
    if (error instanceof FileTooLarge || toErrorCode(error) !== '') return null;
    throw error;
  }
  return hash.digest();
}

/** A vCon holds its sound in a third more characters than bytes: about half an hour of talk, uncompressed. */
const PEEK_BYTES = 50_331_648;

/** Reads the files of a folder for readers that must know the content of one to say whose it is. `folderPath` is absolute. */
export function toPeek(fs: ArchiveFs, folderPath: string): Peek {
  return (name) => {
    try {
      // What lies behind a link is not of this folder.
      return fs.findFile(`${folderPath}/${name}`) ? fs.readWhole(`${folderPath}/${name}`, PEEK_BYTES) : null;
    } catch (error) {
      if (error instanceof FileTooLarge || toErrorCode(error) !== '') return null;
      throw error;
    }
  };
}

/** By letters, not path.join: the names come from the folder itself, and this is done for each file. */
function toFilePath(file: FolderFile, name: string): string {
  return `${file.folderPath}/${name}`;
}

/** By its encoding alone: it is listed, and says before anybody presses play that it will not. */
const UNDECODED: ReadonlySet<string> = new Set(['g723', 'g729', 'speex', 'unknown']);

function toUnsupported(path: string, { codec, container, unsupportedVideo }: MediaHeader): DraftFinding[] {
  const kind = 'unsupported';
  if (unsupportedVideo != null)
    return [{ path, kind, detail: `${unsupportedVideo} video is not supported.` }];
  if (!UNDECODED.has(codec)) return [];
  const name = codec === 'unknown' ? `The kind of sound in this ${container} file` : codec.toUpperCase();
  return [
    { path, kind, detail: `${name} is not supported: the recording is listed and cannot be played here.` },
  ];
}

function toCutOff(path: string): DraftFinding {
  return { path, kind: 'cut-off', detail: 'The file ends before the sound that its header promises.' };
}

function toOrphan(path: string): DraftFinding {
  return { path, kind: 'orphan-sidecar', detail: 'The recording to which it belongs cannot be read.' };
}
