/**
 * The files of one folder while the readers share them out. Each file ends as a recording, as something that belongs to
 * one, or as a finding: nothing is dropped silently.
 */
import type { ReaderId, Transcript } from '../../../shared/model';
import type { FindingKind } from '../../../shared/source-model';
import type { DraftFinding } from '../draft';
import type { HeaderReading } from '../media/media-header';
import type { NameParts } from '../media-names';
import { splitName } from '../media-names';
import { toChildPath } from '../safe-path';
import type { ReadFacts } from './reader';

export interface MediaClaim {
  readonly reader: ReaderId;
  readonly name: string;
  /** Names of everything else that belongs to it: transcript, screen recording, message file, other formats. */
  readonly attached: readonly string[];
  readonly screen: string | null;
  readonly transcript: string | null;
  /** Names of files that may say more of the call, best last; a JSON among them may turn out to be a transcript. */
  readonly details: readonly string[];
  readonly read: ReadFacts;
  /** For sound that does not begin with the file: reads its header, or says what stands in the way. */
  readonly readHeader: (() => HeaderReading) | null;
  /** For a transcript inside the recording's own file. */
  readonly readTranscript: (() => Transcript | null) | null;
  /** What is to be said of the recording's own file although it is listed. */
  readonly doubts: readonly Doubt[];
}

export interface Doubt {
  readonly kind: FindingKind;
  readonly detail: string;
}

/** What a reader knows of the files that belong to a recording, beyond their names. */
export interface Belongings {
  readonly transcript?: string | null;
  readonly screen?: string | null;
  readonly details?: readonly string[];
  readonly readHeader?: () => HeaderReading;
  readonly readTranscript?: () => Transcript | null;
  readonly doubts?: readonly Doubt[];
}

/** Reads a file of this folder; null where it cannot be read or is too large. */
export type Peek = (name: string) => Buffer | null;

/** Bytes of a file of this folder; null where it is not there, or nobody asks the disk. */
export type SizeOf = (name: string) => number | null;

const COMPANIONS: ReadonlySet<NameParts['nameClass']> = new Set(['transcript', 'video', 'text']);
/** Endings of files whose content says what they are: details of the call or, as JSON, a transcript. */
const DETAILS: ReadonlySet<string> = new Set(['json', 'xml', 'csv', 'vcon']);

interface Companions {
  readonly screen: string | null;
  readonly transcript: string | null;
  readonly details: readonly string[];
  readonly all: readonly string[];
}
const NO_COMPANIONS: Companions = { screen: null, transcript: null, details: [], all: [] };

export class FolderClaims {
  readonly media: MediaClaim[] = [];
  readonly findings: DraftFinding[] = [];
  /** Files that no reader has taken yet. */
  readonly unclaimed = new Map<string, NameParts>();
  /** Transcripts, details and videos by the base name that they share with their recording. */
  readonly #companions = new Map<string, string[]>();

  /** `folder` is relative to the source; `names` are those of its files. */
  constructor(
    readonly folder: string,
    names: Iterable<string>,
    readonly peek: Peek = () => null,
    readonly sizeOf: SizeOf = () => null,
  ) {
    for (const name of names) {
      const parts = splitName(name);
      this.unclaimed.set(name, parts);
      if (!COMPANIONS.has(parts.nameClass)) continue;
      const companions = this.#companions.get(parts.base);
      if (companions) companions.push(name);
      else this.#companions.set(parts.base, [name]);
    }
  }

  /** Whether a file that is not taken yet bears the base name of this one, or its whole name, and one of these endings. */
  hasCompanion(name: string, extensions: readonly string[]): boolean {
    return this.#listCompanions(name).some((other) =>
      extensions.includes(this.unclaimed.get(other)?.extension ?? ''),
    );
  }

  /** Takes a recording, what bears its base name, and the files of `also`. */
  takeMedia(
    reader: ReaderId,
    name: string,
    read: ReadFacts,
    also: readonly string[] = [],
    belongings: Belongings = {},
  ): void {
    this.unclaimed.delete(name);
    const attached = also.filter((other) => this.unclaimed.delete(other)).sort();
    const { screen, transcript, details, readHeader, readTranscript, doubts } = belongings;
    const found = this.#companions.size === 0 ? NO_COMPANIONS : this.#takeCompanions(name);
    this.media.push({
      reader,
      name,
      attached: found.all.length === 0 ? attached : [...attached, ...found.all].sort(),
      screen: screen ?? found.screen,
      transcript: transcript ?? found.transcript,
      details: details ? [...details, ...found.details] : found.details,
      read,
      readHeader: readHeader ?? null,
      readTranscript: readTranscript ?? null,
      doubts: doubts ?? [],
    });
  }

  #listCompanions(name: string): readonly string[] {
    const ofBase = this.#companions.get(splitName(name).base) ?? [];
    const ofName = this.#companions.get(name) ?? [];
    return ofName.length === 0 ? ofBase : [...ofBase, ...ofName];
  }

  /** One transcript, one screen recording, any details; `call.json` and `call.wav.json` both belong to `call.wav`. */
  #takeCompanions(name: string): Companions {
    const candidates = this.#listCompanions(name);
    if (candidates.length === 0) return NO_COMPANIONS;
    let screen: string | null = null;
    let transcript: string | null = null;
    const details: string[] = [];
    const all: string[] = [];
    for (const candidate of candidates) {
      const parts = candidate === name ? undefined : this.unclaimed.get(candidate);
      if (!parts) continue;
      if (DETAILS.has(parts.extension)) details.push(candidate);
      else if (parts.nameClass === 'video') {
        if (screen !== null) continue;
        screen = candidate;
      } else {
        if (transcript !== null) continue;
        transcript = candidate;
      }
      all.push(candidate);
      this.unclaimed.delete(candidate);
    }
    return { screen, transcript, details, all };
  }

  refuse(name: string, kind: FindingKind, detail: string): void {
    this.unclaimed.delete(name);
    this.remark(name, kind, detail);
  }

  /** Says something of a file that is taken all the same. */
  remark(name: string, kind: FindingKind, detail: string): void {
    this.findings.push({ path: toChildPath(this.folder, name), kind, detail });
  }
}
