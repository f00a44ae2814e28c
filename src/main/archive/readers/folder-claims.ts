/**
 * The files of one folder while the readers share them out. Each file ends as a recording, as something that belongs to
 * one, or as a finding: nothing is dropped silently.
 */
import type { FindingKind, ReaderId } from '../../../shared/model';
import type { DraftFinding } from '../draft';
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
  readonly read: ReadFacts;
}

export class FolderClaims {
  readonly media: MediaClaim[] = [];
  readonly findings: DraftFinding[] = [];
  /** Files that no reader has taken yet. */
  readonly unclaimed = new Map<string, NameParts>();
  /** Transcripts and videos by the base name that they share with their recording. */
  readonly #companions = new Map<string, string[]>();

  /** `folder` is relative to the source; `names` are those of its files. */
  constructor(
    readonly folder: string,
    names: Iterable<string>,
  ) {
    for (const name of names) {
      const parts = splitName(name);
      this.unclaimed.set(name, parts);
      if (parts.nameClass !== 'transcript' && parts.nameClass !== 'video') continue;
      const companions = this.#companions.get(parts.base);
      if (companions) companions.push(name);
      else this.#companions.set(parts.base, [name]);
    }
  }

  /** Takes a recording, what bears its base name, and the files of `also`. */
  takeMedia(reader: ReaderId, name: string, read: ReadFacts, also: readonly string[] = []): void {
    this.unclaimed.delete(name);
    const attached = also.filter((other) => this.unclaimed.delete(other)).sort();
    if (this.#companions.size === 0) {
      this.media.push({ reader, name, attached, screen: null, transcript: null, read });
      return;
    }
    const { screen, transcript } = this.#takeCompanions(name);
    const companions = [screen, transcript].filter((other) => other !== null);
    this.media.push({
      reader,
      name,
      attached: [...attached, ...companions].sort(),
      screen,
      transcript,
      read,
    });
  }

  /** One transcript and one screen recording; `call.json` and `call.wav.json` both belong to `call.wav`. */
  #takeCompanions(name: string): { screen: string | null; transcript: string | null } {
    const found = { screen: null as string | null, transcript: null as string | null };
    const candidates = [
      ...(this.#companions.get(splitName(name).base) ?? []),
      ...(this.#companions.get(name) ?? []),
    ];
    for (const candidate of candidates) {
      const parts = candidate === name ? undefined : this.unclaimed.get(candidate);
      const place = parts?.nameClass === 'video' ? 'screen' : 'transcript';
      if (!parts || found[place] !== null) continue;
      found[place] = candidate;
      this.unclaimed.delete(candidate);
    }
    return found;
  }

  refuse(name: string, kind: FindingKind, detail: string): void {
    this.unclaimed.delete(name);
    this.findings.push({ path: toChildPath(this.folder, name), kind, detail });
  }
}
