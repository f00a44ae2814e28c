/**
 * vCon (draft-ietf-vcon-vcon-core-03): a conversation in JSON. Each dialog of type `recording` is a recording, whose sound lies in a file
 * beside it or in the vCon itself. Names of earlier drafts are understood too.
 */
import type { Direction, Party } from '../../../shared/model';
import { isExtensionLike, toNumberKind } from '../call-history/caller-id';
import type { KnownFacts } from './call-facts';
import { NoDetails } from './field';
import type { JsonObject } from '../json-value';
import { isObject } from '../json-value';
import { findText, listOf } from './json';
import { parsePartyText, toText } from './party-text';

export interface VconDialog {
  /** Name of the file with the sound, without folders; null where there is none. */
  readonly fileName: string | null;
  /** The sound itself, base64url; null where it lies elsewhere. */
  readonly body: string | null;
  readonly mediaType: string;
  readonly start: string;
  /** Index of a party for each channel (null for none), or of all who took part. */
  readonly parties: readonly (number | null)[];
  readonly isByChannel: boolean;
  readonly originator: number | null;
}

export interface Vcon {
  readonly uuid: string;
  readonly parties: readonly JsonObject[];
  readonly recordings: readonly VconDialog[];
  readonly dialogs: number;
}

/** What this reader understands of what a vCon may declare to be critical. */
const KNOWN_CRITICAL = new Set<string>();

export function isVcon(json: JsonObject): boolean {
  return (
    Object.hasOwn(json, 'vcon') ||
    (Object.hasOwn(json, 'uuid') && Array.isArray(json['dialog']) && Array.isArray(json['parties']))
  );
}

/** Throws `NoDetails` for a vCon that asks for more than is known here. */
export function toVcon(json: JsonObject): Vcon {
  const critical = [...listOf(json, 'critical'), ...listOf(json, 'must_support')].filter(
    (one): one is string => typeof one === 'string' && !KNOWN_CRITICAL.has(one),
  );
  if (critical.length > 0)
    throw new NoDetails(`A vCon that may be read only by who knows ${critical.slice(0, 5).join(', ')}.`);
  const dialogs = listOf(json, 'dialog').slice(0, 1000).filter(isObject);
  return {
    uuid: findText(json, 'uuid') ?? '',
    parties: listOf(json, 'parties').slice(0, 1000).filter(isObject),
    recordings: dialogs.filter((dialog) => findText(dialog, 'type') === 'recording').map(toDialog),
    dialogs: dialogs.length,
  };
}

function toDialog(dialog: JsonObject): VconDialog {
  const told = dialog['parties'];
  const list: readonly unknown[] = Array.isArray(told) ? (told as unknown[]) : [told];
  // A list inside the list is the group of those who share a channel.
  const isByChannel = list.length > 1 && list.some((one) => one === null || Array.isArray(one));
  const toIndex = (one: unknown): number | null => {
    const first: unknown = Array.isArray(one) ? (one as unknown[])[0] : one;
    return typeof first === 'number' && Number.isInteger(first) && first >= 0 ? first : null;
  };
  const originator = dialog['originator'];
  const isInline = (findText(dialog, 'encoding') ?? 'base64url') === 'base64url';
  return {
    fileName: toFileName(findText(dialog, 'filename') ?? findText(dialog, 'url')),
    body: isInline ? toText(findText(dialog, 'body')) : null,
    mediaType: findText(dialog, 'mediatype') ?? findText(dialog, 'mimetype') ?? '',
    start: findText(dialog, 'start') ?? '',
    parties: list.slice(0, 1000).map(toIndex),
    isByChannel,
    originator: typeof originator === 'number' ? originator : null,
  };
}

/** Of a name, a path or an address: the last part. */
function toFileName(text: string | null): string | null {
  if (text === null) return null;
  const [plain = ''] = text.split(/[?#]/, 1);
  const last = plain.slice(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
  try {
    return decodeURIComponent(last) || null;
  } catch (error) {
    if (error instanceof URIError) return last || null;
    throw error;
  }
}

/** The recording of a vCon that lies in this file; without a name in it, the only one. Undefined where none fits. */
export function findDialog(vcon: Vcon, fileName: string): VconDialog | undefined {
  const named = vcon.recordings.find((dialog) => dialog.fileName?.toLowerCase() === fileName.toLowerCase());
  const [only] = vcon.recordings;
  return named ?? (vcon.recordings.length === 1 && only?.body === null ? only : undefined);
}

export function readVconDialog(vcon: Vcon, dialog: VconDialog, channels: number): KnownFacts {
  const startMs = Date.parse(dialog.start);
  const listed = dialog.parties.flatMap((index, place) => {
    const party = index === null ? undefined : vcon.parties[index];
    // Where there are as many as channels, each is the one who speaks on it.
    const isPlaced = dialog.isByChannel || dialog.parties.length === channels;
    return party && index !== null
      ? [{ index, party, channel: isPlaced && channels > 1 ? place : null }]
      : [];
  });
  const first = listed.find((one) => one.index === dialog.originator) ?? listed[0];
  const ordered = first ? [first, ...listed.filter((one) => one !== first)] : [];
  const parties = ordered.map(({ party, channel }, place) => toParty(party, channel, place));
  return {
    ...(Number.isFinite(startMs) ? { startedAtMs: startMs, isTimeDoubtful: false } : {}),
    parties,
    direction: toVconDirection(
      ordered.map((one) => one.party),
      parties,
      dialog.originator !== null,
    ),
    ...(vcon.uuid === '' ? {} : { callReference: vcon.uuid, linkedReference: vcon.uuid }),
    ...ownerOf(
      ordered.map((one) => one.party),
      parties,
    ),
  };
}

function toParty(party: JsonObject, channel: number | null, place: number): Party {
  const told = parsePartyText(findText(party, 'tel') ?? findText(party, 'sip') ?? '');
  const isAgent = /agent/i.test(findText(party, 'role') ?? '');
  return {
    role: place === 0 ? 'caller' : place === 1 ? 'called' : isAgent ? 'agent' : 'other',
    number: told.number.slice(0, 200),
    numberKind: toNumberKind(told.number),
    name: (toText(findText(party, 'name')) ?? told.name)?.slice(0, 500) ?? null,
    channel,
  };
}

/** Who began is told by `originator` alone; without it two extensions are an internal call, and everything else is not known. */
function toVconDirection(
  told: readonly JsonObject[],
  parties: readonly Party[],
  isOriginated: boolean,
): Direction {
  const inside = parties.map(
    (party, index) =>
      isExtensionLike(party.number) || /agent|employee/i.test(findText(told[index] ?? {}, 'role') ?? ''),
  );
  const [from = false, to = false] = inside;
  if (parties.length < 2) return 'unknown';
  if (from && to) return 'internal';
  if (!isOriginated || from === to) return 'unknown';
  return from ? 'outbound' : 'inbound';
}

function ownerOf(told: readonly JsonObject[], parties: readonly Party[]): Pick<KnownFacts, 'owner'> {
  const own = parties.filter(
    (party, index) =>
      party.numberKind === 'extension' || /agent/i.test(findText(told[index] ?? {}, 'role') ?? ''),
  );
  const [only] = own;
  return own.length === 1 && only && /^\d{1,9}$/.test(only.number) ? { owner: only.number } : {};
}
