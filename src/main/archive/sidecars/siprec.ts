/**
 * Metadata of SIP recording (RFC 7865) and of the drafts before it (`id` for `session_id`, `send` inside the participant): who took
 * part, under which name, and on which channel of the recording each of them speaks.
 */
import type { Party } from '../../../shared/model';
import { isExtensionLike, toNumberKind } from '../call-history/caller-id';
import type { ZoneClock } from '../zone';
import type { KnownFacts } from './call-facts';
import { NoDetails } from './field';
import { parseMoment } from './moment';
import { parsePartyText, toText } from './party-text';
import type { XmlElement } from './xml';

export function isSiprec(root: XmlElement): boolean {
  return (
    root.name.toLowerCase() === 'recording' &&
    root.children.some((child) => child.name === 'participant') &&
    root.children.some((child) => child.name === 'session' || child.name === 'stream')
  );
}

interface Context {
  readonly zone: ZoneClock;
  readonly nearMs: number;
  /** Channels of the sound; streams are told apart only where each has one of its own. */
  readonly channels: number;
}

/** Throws `NoDetails` where nobody took part. */
export function readSiprec(root: XmlElement, context: Context): KnownFacts {
  const all = (name: string): XmlElement[] =>
    root.children.filter((child) => child.name.toLowerCase() === name);
  const participants = all('participant').slice(0, 100);
  if (participants.length === 0) throw new NoDetails('Metadata of SIP recording in which nobody takes part.');
  const channelOf = toChannels(all('stream'), context.channels);
  const parties = participants.map((participant, index) =>
    toParty(participant, index, findChannel(participant, all('participantstreamassoc'), channelOf)),
  );
  const [session] = all('session');
  const start = findStart(root, session, context);
  const reference = session ? idOf(session, 'session_id') : '';
  const groupReference =
    toText(session && textOf(session, 'group-ref')) ?? toText(idOf(all('group')[0], 'group_id'));
  const isInternal =
    parties.slice(0, 2).every((party) => party.numberKind === 'extension') && parties.length > 1;
  return {
    parties,
    // Metadata of SIP recording does not say who called whom.
    direction: isInternal ? 'internal' : 'unknown',
    ...(start ? { startedAtMs: start.ms, isTimeDoubtful: start.isDoubtful } : {}),
    ...(reference === '' ? {} : { callReference: reference, linkedReference: groupReference ?? reference }),
  };
}

/** By the id of the stream: its place among the labels, in the order of their numbers. */
function toChannels(streams: readonly XmlElement[], channels: number): ReadonlyMap<string, number> {
  if (streams.length !== channels || channels < 2) return new Map();
  const labelled = streams.map((stream) => ({
    id: idOf(stream, 'stream_id'),
    label: textOf(stream, 'label'),
  }));
  const areNumbers = labelled.every(({ label }) => /^\d{1,9}$/.test(label));
  const ordered = areNumbers ? [...labelled].sort((a, b) => Number(a.label) - Number(b.label)) : labelled;
  return new Map(ordered.map(({ id }, index) => [id, index]));
}

function findChannel(
  participant: XmlElement,
  associations: readonly XmlElement[],
  channelOf: ReadonlyMap<string, number>,
): number | null {
  const id = idOf(participant, 'participant_id');
  const holders = [participant, ...associations.filter((one) => one.attributes.get('participant_id') === id)];
  const sent = holders.flatMap((holder) => holder.children.filter((child) => child.name === 'send'));
  const found = sent.map((send) => channelOf.get(send.text.trim())).find((channel) => channel !== undefined);
  return found ?? null;
}

function toParty(participant: XmlElement, index: number, channel: number | null): Party {
  const nameId = participant.children.find((child) => child.name === 'nameID');
  const aor = nameId?.attributes.get('aor') ?? textOf(participant, 'aor');
  const { number, name } = parsePartyText(aor);
  const shown = toText(nameId && textOf(nameId, 'name')) ?? name;
  return {
    role: index === 0 ? 'caller' : index === 1 ? 'called' : 'other',
    number: number.slice(0, 200),
    numberKind: isExtensionLike(number) ? 'extension' : toNumberKind(number),
    name: shown?.slice(0, 500) ?? null,
    channel,
  };
}

function findStart(
  root: XmlElement,
  session: XmlElement | undefined,
  { zone, nearMs }: Context,
): { ms: number; isDoubtful: boolean } | null {
  const own = session ? [textOf(session, 'start-time'), textOf(session, 'associate-time')] : [];
  const associated = root.children
    .filter((child) => child.name.toLowerCase() === 'sessionrecordingassoc')
    .map((child) => textOf(child, 'associate-time'));
  const joined = root.children.map((child) => textOf(child, 'associate-time'));
  const told = (texts: readonly string[]) =>
    texts.flatMap((text) => parseMoment(text, zone, nearMs) ?? []).sort((a, b) => a.ms - b.ms)[0];
  return told(own) ?? told(associated) ?? told(joined) ?? null;
}

function idOf(element: XmlElement | undefined, attribute: string): string {
  return element?.attributes.get(attribute) ?? element?.attributes.get('id') ?? '';
}

function textOf(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? '';
}
