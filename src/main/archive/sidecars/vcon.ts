/**
 * vCon (draft-ietf-vcon-vcon-core-03): a conversation in JSON. Each dialog of type `recording` is a recording, whose sound lies in a file
 * beside it or in the vCon itself; one of type `recording-set` says which of them are of one call, and who took part in the whole of it.
 * Names of earlier drafts are understood too.
 */
import type { Direction, Party } from '../../../shared/model';
import { isExtensionLike, toNumberKind } from '../call-history/caller-id';
import type { KnownFacts } from './call-facts';
import { listSha512 } from './content-hash';
import { NoDetails } from './field';
import type { JsonObject } from '../json-value';
import { isObject } from '../json-value';
import { findText, listOf } from './json';
import type { OwnDetails } from './vcon-own-details';
import { readOwnDetails } from './vcon-own-details';
import { parsePartyText, toText } from './party-text';

export interface VconDialog {
  /** Its place among all dialogs. */
  readonly index: number;
  readonly type: string;
  /** Name of the file with the sound, without folders; null where there is none. */
  readonly fileName: string | null;
  /** The sound itself, base64url; null where it lies elsewhere. */
  readonly body: string | null;
  readonly mediaType: string;
  readonly start: string;
  /** Those who are heard on each channel (nobody: none), or one after the other all who took part. */
  readonly parties: readonly (readonly number[])[];
  readonly isByChannel: boolean;
  readonly originator: number | null;
  /** Of the file with the sound, any of these; empty where it is not told. */
  readonly sha512: readonly Buffer[];
  /** Of a set: the places of the recordings that it holds. */
  readonly members: readonly number[];
  /** All who took part in the call, by the set to which the recording belongs; empty without one. */
  readonly ofWholeCall: readonly number[];
}

export interface Vcon {
  readonly uuid: string;
  readonly parties: readonly JsonObject[];
  /** Of sound and of pictures. */
  readonly recordings: readonly VconDialog[];
  readonly hasSet: boolean;
  /** What was in it may have been taken out. */
  readonly isRedacted: boolean;
  /** What our own exports tell beyond the draft; empty for others. */
  readonly details: OwnDetails;
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
  const dialogs = listOf(json, 'dialog')
    .slice(0, 1000)
    .map((one, index) => toDialog(isObject(one) ? one : {}, index));
  const sets = dialogs.filter((dialog) => dialog.type === 'recording-set');
  return {
    uuid: findText(json, 'uuid') ?? '',
    parties: listOf(json, 'parties').slice(0, 1000).filter(isObject),
    recordings: withSets(
      dialogs.filter((dialog) => dialog.type === 'recording'),
      sets,
    ),
    hasSet: sets.length > 0,
    isRedacted: Object.hasOwn(json, 'redacted'),
    details: readOwnDetails(json),
  };
}

function toDialog(dialog: JsonObject, index: number): VconDialog {
  const told = dialog['parties'];
  const list: readonly unknown[] = Array.isArray(told) ? (told as unknown[]) : [told];
  // A list inside the list is the group of those who share a channel.
  const isByChannel = list.length > 1 && list.some((one) => one === null || Array.isArray(one));
  const toIndexes = (one: unknown): readonly number[] =>
    (Array.isArray(one) ? (one as unknown[]).slice(0, 1000) : [one]).filter(
      (place): place is number => typeof place === 'number' && Number.isInteger(place) && place >= 0,
    );
  const originator = dialog['originator'];
  const isInline = (findText(dialog, 'encoding') ?? 'base64url') === 'base64url';
  return {
    index,
    type: findText(dialog, 'type') ?? '',
    fileName: toFileName(findText(dialog, 'filename') ?? findText(dialog, 'url')),
    body: isInline ? toText(findText(dialog, 'body')) : null,
    mediaType: findText(dialog, 'mediatype') ?? findText(dialog, 'mimetype') ?? '',
    start: findText(dialog, 'start') ?? '',
    parties: list.slice(0, 1000).map(toIndexes),
    isByChannel,
    originator: typeof originator === 'number' ? originator : null,
    sha512: listSha512(dialog),
    members: toIndexes(listOf(dialog, 'recordings')),
    ofWholeCall: [],
  };
}

/** A recording of a set may hold one voice of the call: who else took part, and who began, is told by the set. */
function withSets(recordings: readonly VconDialog[], sets: readonly VconDialog[]): readonly VconDialog[] {
  if (sets.length === 0) return recordings;
  const toldBySet = new Map<number, Pick<VconDialog, 'originator' | 'ofWholeCall'>>();
  for (const { members, originator, parties } of sets) {
    const told = { originator, ofWholeCall: [...new Set(parties.flat())].slice(0, 1000) };
    for (const member of members) toldBySet.set(member, told);
  }
  return recordings.map((dialog) => {
    const told = toldBySet.get(dialog.index);
    return told ? { ...dialog, ...told, originator: dialog.originator ?? told.originator } : dialog;
  });
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
  const listed = listHeard(vcon, dialog, channels);
  const first = listed.find((one) => one.index === dialog.originator) ?? listed[0];
  const ordered = first ? [first, ...listed.filter((one) => one !== first)] : [];
  const parties = ordered.map(({ party, channel }, place) => toParty(party, channel, place));
  const { details } = vcon;
  const own = listed.flatMap(({ index, party, channel }) => {
    const role = details.roles?.[index];
    return role === undefined ? [] : [{ index, party: { ...toParty(party, channel, 0), ...role } }];
  });
  own.sort((a, b) => a.index - b.index);
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
    ...details.facts,
    ...(own.length > 0 ? { parties: own.map((one) => one.party) } : {}),
  };
}

interface Heard {
  readonly index: number;
  readonly party: JsonObject;
  readonly channel: number | null;
}

/** Each once; who is heard on several channels is on none of his own. */
function listHeard(vcon: Vcon, dialog: VconDialog, channels: number): readonly Heard[] {
  // Where there are as many as channels, each is the one who speaks on it.
  const isPlaced = channels > 1 && (dialog.isByChannel || dialog.parties.length === channels);
  const places = new Map<number, number[]>(dialog.ofWholeCall.map((index) => [index, []]));
  dialog.parties.forEach((heard, place) => {
    for (const index of heard) places.set(index, [...(places.get(index) ?? []), place]);
  });
  return [...places].flatMap(([index, at]) => {
    const party = vcon.parties[index];
    return party ? [{ index, party, channel: isPlaced && at.length === 1 ? (at[0] ?? null) : null }] : [];
  });
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
