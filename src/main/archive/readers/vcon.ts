/** vCons in files of their own: with their sound in a file beside them, whatever that is called, or in themselves. */
import type { Transcript } from '../../../shared/model';
import { toText } from '../archive-fs';
import { toDecodedBytes } from '../media/byte-source';
import { readInlineHeader } from '../media/header';
import type { HeaderReading, InlinePlace } from '../media/media-header';
import { toProblem } from '../media/media-header';
import { splitName } from '../media-names';
import { ENCRYPTED, toSignatureProblem } from '../sidecars/details';
import { NoDetails } from '../sidecars/field';
import { isEncrypted, unwrap } from '../sidecars/signed';
import type { Unwrapped } from '../sidecars/signed';
import type { VconDialog } from '../sidecars/vcon';
import { isVcon, readVconDialog, toVcon } from '../sidecars/vcon';
import { readVconTranscript } from '../sidecars/vcon-analysis';
import type { ZoneClock } from '../zone';
import type { Doubt, FolderClaims } from './folder-claims';
import { readPlainName } from './generic';
import type { ReadFacts, Reader } from './reader';
import { toFacts } from './reader';

const OWN_NAME = /\.vcon(?:\.json)?$/i;

export const vcon: Reader = {
  id: 'vcon',
  claim(claims: FolderClaims, zone: ZoneClock): void {
    for (const name of listCandidates(claims)) claimVcon(claims, name, zone);
  },
};

/** What bears the name of a recording is read as its details; of what is left, a JSON may be a vCon. */
function listCandidates(claims: FolderClaims): string[] {
  const bases = new Set<string>();
  for (const [name, parts] of claims.unclaimed) {
    if (parts.nameClass === 'audio' || parts.nameClass === 'video') bases.add(parts.base).add(name);
  }
  return [...claims.unclaimed].flatMap(([name, { base, extension }]) =>
    (OWN_NAME.test(name) || extension === 'json') && !bases.has(base) ? [name] : [],
  );
}

function claimVcon(claims: FolderClaims, name: string, zone: ZoneClock): void {
  const bytes = claims.peek(name);
  if (bytes === null) {
    if (OWN_NAME.test(name))
      claims.refuse(
        name,
        'unsupported',
        'A vCon that cannot be read, or is larger than 48 MB: keep its sound in a file beside it.',
      );
    return;
  }
  try {
    const unwrapped = unwrap(toText(bytes).replace(/^\uFEFF/, ''));
    if (isEncrypted(unwrapped.json)) claims.refuse(name, 'unsupported', ENCRYPTED);
    else if (isVcon(unwrapped.json)) takeDialogs(claims, name, unwrapped, zone);
  } catch (error) {
    if (!(error instanceof NoDetails)) throw error;
    if (OWN_NAME.test(name)) claims.refuse(name, 'bad-sidecar', error.message);
  }
}

function takeDialogs(claims: FolderClaims, name: string, unwrapped: Unwrapped, zone: ZoneClock): void {
  const told = toVcon(unwrapped.json);
  const found = told.recordings.flatMap((dialog) => findBeside(claims, dialog) ?? []);
  const beside = [...new Set(found)];
  const inline = told.recordings.filter((dialog) => dialog.body !== null && !isPicture(dialog));
  if (beside.length > 0) {
    beside.forEach((mediaName, index) => {
      const read: ReadFacts = (file) =>
        readPlainName(splitName(mediaName).base, 'call', file.modifiedAtMs, zone);
      claims.takeMedia('vcon', mediaName, read, index === 0 ? [name] : [], { details: [name] });
    });
    const missing = told.recordings.length - found.length;
    if (missing > 0)
      claims.remark(
        name,
        'orphan-sidecar',
        `A vCon of ${told.recordings.length} recordings; not in files beside it under the names that it gives: ${missing}. Only the others are listed.`,
      );
    return;
  }
  if (inline.length > 0) {
    const problem = toSignatureProblem(unwrapped.signature);
    claims.takeMedia('vcon', name, readInline(claims, name), [], {
      readHeader: () => readHeader(claims, name),
      readTranscript: () => readInlineTranscript(claims, name),
      doubts: [...(problem ? [problem] : []), ...listLeftOut(inline.length, told.recordings)],
    });
  } else if (told.isRedacted)
    claims.refuse(
      name,
      'orphan-sidecar',
      'A vCon out of which the recording was taken (redacted): ask its sender for the one before.',
    );
  else if (told.recordings.length > 0 || told.hasSet)
    claims.refuse(
      name,
      'orphan-sidecar',
      'A vCon whose recording lies elsewhere: put its sound beside it, under the name that it gives.',
    );
  else claims.refuse(name, 'not-understood', 'A vCon without a recording.');
}

function isPicture({ mediaType }: VconDialog): boolean {
  return /^video\//i.test(mediaType);
}

/** What a file that is one recording cannot show besides. */
function listLeftOut(sounds: number, recordings: readonly VconDialog[]): Doubt[] {
  const left: string[] = [];
  if (sounds > 1)
    left.push(
      `It holds ${sounds} recordings, of which only the first can be listed: export each into a vCon of its own.`,
    );
  if (recordings.some((dialog) => dialog.body !== null && isPicture(dialog)))
    left.push('It holds a screen recording too, which is shown only where it is a file of its own.');
  return left.map((detail) => ({ kind: 'unsupported', detail }));
}

function findBeside(claims: FolderClaims, { fileName }: VconDialog): string | undefined {
  if (fileName === null) return undefined;
  if (claims.unclaimed.has(fileName)) return fileName;
  const sought = fileName.toLowerCase();
  return [...claims.unclaimed.keys()].find((name) => name.toLowerCase() === sought);
}

interface Inline {
  readonly unwrapped: Unwrapped;
  readonly bytes: Buffer;
  readonly dialog: VconDialog;
}

/** Read anew each time: the bodies of a folder full of vCons would not fit into memory together. */
function findInline(claims: FolderClaims, name: string): Inline | null {
  const bytes = claims.peek(name);
  if (bytes === null) return null;
  try {
    const unwrapped = unwrap(toText(bytes).replace(/^\uFEFF/, ''));
    const dialog = toVcon(unwrapped.json).recordings.find((one) => one.body !== null && !isPicture(one));
    return dialog ? { unwrapped, bytes, dialog } : null;
  } catch (error) {
    if (error instanceof NoDetails) return null;
    throw error;
  }
}

function readInline(claims: FolderClaims, name: string): ReadFacts {
  return ({ modifiedAtMs, header }) => {
    const plain = toFacts({ startedAtMs: Math.round(modifiedAtMs), foundBy: ['file time'] });
    const found = findInline(claims, name);
    if (!found) return plain;
    const facts = readVconDialog(toVcon(found.unwrapped.json), found.dialog, header?.channels ?? 1);
    return {
      ...plain,
      ...facts,
      foundBy: facts.startedAtMs === undefined ? ['vCon', 'file time'] : ['vCon'],
    };
  };
}

function readInlineTranscript(claims: FolderClaims, name: string): Transcript | null {
  const found = findInline(claims, name);
  return found && readVconTranscript(found.unwrapped.json, found.dialog.index);
}

function readHeader(claims: FolderClaims, name: string): HeaderReading {
  const found = findInline(claims, name);
  const body = found?.dialog.body?.replace(/=+$/, '') ?? '';
  if (!found || !/^[\w+/-]+$/.test(body))
    return toProblem('unreadable', 'The sound inside the vCon is not encoded as it should be.');
  const places = findPlaces(found, body);
  if (!places)
    return toProblem('unreadable', 'The sound inside the vCon is written in a form that is not supported.');
  const reading = readInlineHeader(
    Buffer.from(body, 'base64url'),
    found.dialog.fileName ?? toInnerName(found.dialog.mediaType),
  );
  return reading.ok ? { ok: true, header: { ...reading.header, inline: places } } : reading;
}

/** Where the body stands in the file; in a signed vCon, the payload first and the body inside it. */
function findPlaces({ bytes, unwrapped }: Inline, body: string): readonly InlinePlace[] | null {
  const { payload } = unwrapped;
  if (payload === null) return toPlaces([bytes.indexOf(body, 'latin1'), body.length]);
  const inner = Buffer.from(payload, 'base64url');
  if (inner.length !== toDecodedBytes(payload.replace(/=+$/, '').length)) return null;
  return toPlaces(
    [bytes.indexOf(payload, 'latin1'), payload.length],
    [inner.indexOf(body, 'latin1'), body.length],
  );
}

function toPlaces(
  ...found: readonly (readonly [offset: number, characters: number])[]
): InlinePlace[] | null {
  if (found.some(([offset]) => offset < 0)) return null;
  return found.map(([offset, characters]) => ({ offset, characters }));
}

/** A name for sound without a header, by its media type. */
function toInnerName(mediaType: string): string {
  const [, subtype = ''] = /^audio\/(?:x-)?(\w+)/i.exec(mediaType) ?? [];
  const extension = { pcmu: 'ulaw', basic: 'ulaw', pcma: 'alaw', g722: 'g722', gsm: 'gsm', g729: 'g729' }[
    subtype.toLowerCase()
  ];
  return `sound.${extension ?? (subtype === '' ? 'wav' : subtype)}`;
}
