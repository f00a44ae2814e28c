/**
 * Names that FreePBX gives to its recordings, `<type>-<called>-<from>-YYYYMMDD-HHMMSS-<uniqueid>.<ext>`, and those that
 * Asterisk gives by itself, such as `<uniqueid>.<ext>` of a queue.
 */
import type { Direction, Party, PartyNumberKind } from '../../../shared/model';
import {
  findExtensionOfChannel,
  isExtensionLike,
  toDirection,
  toNumber,
  toNumberKind,
} from '../call-history/caller-id';
import type { ZoneClock } from '../zone';
import { toWallMsOfDigits } from '../zone';
import { findStart } from './freepbx-start';
import type { ReadFacts } from './reader';
import { toFacts } from './reader';

/** Read from the right, because a party may hold any character, `-` too; what follows the head is bounded, so it is linear. */
const NAME = /^(.*)-(\d{8})-(\d{6})-((?:[\w.-]{1,64}-)?(\d{9,10})\.\d{1,9})(-in|-out)?\.[\w-]{1,12}$/s;
/** The name that a conference gives to its recording by itself. */
const CONFERENCE_NAME = /^(confbridge-[\w.*#+-]{1,64}-(\d{9,10}))\.[\w-]{1,12}$/;
const OWN_NAME = /^((?:[\w.-]{1,64}-)?(\d{9,10})\.\d{1,9})(-in|-out)?\.([\w-]{1,12})$/;
/** What Asterisk gives to a recording that someone began by a key: who pressed it stands first, with the channel where it has no number. */
const AUTO_NAME =
  /^auto-(\d{9,10})-(?:[A-Za-z]\w{1,11}-)?([+*#\d]{1,40})(?:-[0-9a-f]{8})?-(?:[A-Za-z]\w{1,11}-)?([+*#\d]{1,40})(?:-[0-9a-f]{8})?\.[\w-]{1,12}$/;
/** What Monitor makes by itself where it is given no name: the second and the channel, each `/` of which became `-`. */
const CHANNEL_NAME =
  /^((\d{10})-(PJSIP|SIP|IAX2|DAHDI|Zap|Local|SCCP|MGCP|Skinny|UniStim|OOH323)-([\w.@;+*#-]{1,100}?))(-in|-out)?\.[\w-]{1,12}$/;

/** Null where the name is not FreePBX's. */
export function readMonitorName(name: string, zone: ZoneClock): ReadFacts | null {
  const match = NAME.exec(name);
  if (!match) return readOwnName(name);
  const [, head = '', date = '', time = '', reference = '', epoch = '', side] = match;
  const typeEnd = head.indexOf('-');
  const fromStart = head.lastIndexOf('-');
  const wallMs = toWallMsOfDigits(date, time);
  if (
    typeEnd <= 0 ||
    fromStart <= typeEnd ||
    wallMs === null ||
    !/^[A-Za-z0-9]{1,20}$/.test(head.slice(0, typeEnd))
  )
    return null;
  const type = head.slice(0, typeEnd).toLowerCase();
  const called = toNumber(head.slice(typeEnd + 1, fromStart));
  const from = toNumber(head.slice(fromStart + 1));
  return (file) => {
    const { startedAtMs, isTimeDoubtful, clockOffMs } = findStart(
      wallMs,
      Number(epoch),
      zone,
      LATE_TYPES.has(type),
    );
    const channels = findChannels(side, file.header?.channels ?? 1);
    const call = toCall(type, called, from);
    return toFacts({
      direction: call.direction,
      startedAtMs,
      isTimeDoubtful,
      clockOffMs,
      parties: toParties(call, channels),
      owner: call.owner,
      group: call.group,
      line: call.line,
      callReference: reference,
      linkedReference: reference,
      foundBy: ['file name'],
    });
  };
}

/** The own recording of a queue or a conference: the call history must say whose it is. */
function readOwnName(name: string): ReadFacts | null {
  const match = OWN_NAME.exec(name) ?? CONFERENCE_NAME.exec(name);
  if (!match) return readAutoName(name);
  const [, reference = '', epoch = ''] = match;
  return () =>
    toFacts({
      startedAtMs: Number(epoch) * 1000,
      callReference: reference,
      linkedReference: reference,
      foundBy: ['file name'],
    });
}

/** Whoever pressed the key may have called or been called: the direction is the call history's to say. */
function readAutoName(name: string): ReadFacts | null {
  const match = AUTO_NAME.exec(name);
  if (!match) return readChannelName(name);
  const [, epoch = '', first = '', second = ''] = match;
  const [from, called] = [toNumber(first), toNumber(second)];
  const call = {
    from,
    called,
    fromKind: toNumberKind(from),
    calledKind: toNumberKind(called),
    hasCaller: true,
  };
  return () =>
    toFacts({
      startedAtMs: Number(epoch) * 1000,
      parties: toParties(call, { caller: null, called: null }),
      foundBy: ['file name'],
    });
}

/** Both files of a channel are one call. Whoever it belongs to may have called or been called. */
function readChannelName(name: string): ReadFacts | null {
  const match = CHANNEL_NAME.exec(name);
  if (!match) return null;
  const [, reference = '', epoch = '', technology = '', rest = '', side] = match;
  const extension = findExtensionOfChannel(`${technology}/${rest}`);
  // What a telephone says is received from its channel; of a local channel it depends on which half was recorded.
  const isHeard = side === '-in' && technology !== 'Local';
  return () =>
    toFacts({
      startedAtMs: Number(epoch) * 1000,
      parties:
        extension === null
          ? []
          : [
              {
                role: 'other',
                number: extension,
                numberKind: 'extension',
                name: null,
                channel: isHeard ? 0 : null,
              },
            ],
      owner: extension,
      callReference: reference,
      linkedReference: reference,
      foundBy: ['file name'],
    });
}

/** Types whose recording begins when someone asks for it. */
const LATE_TYPES = new Set(['ondemand', 'parked', 'parking']);

interface NamedCall {
  direction: Direction;
  from: string;
  fromKind: PartyNumberKind;
  called: string;
  calledKind: PartyNumberKind;
  owner: string | null;
  group: string | null;
  line: string | null;
  /** False where the name says nothing of a caller, not even that he withheld his number. */
  hasCaller: boolean;
}

/** What the type says about both numbers; only where it says nothing, their form does. */
function toCall(type: string, called: string, from: string): Readonly<NamedCall> {
  const call: NamedCall = {
    direction: 'unknown',
    from,
    fromKind: toNumberKind(from),
    called,
    calledKind: toNumberKind(called),
    owner: null,
    group: null,
    line: null,
    hasCaller: true,
  };
  switch (type) {
    case 'out':
      call.direction = 'outbound';
      call.fromKind = toInnerKind(from);
      call.calledKind = 'external';
      call.owner = toOwner(from);
      break;
    case 'internal':
      call.direction = 'internal';
      call.fromKind = toInnerKind(from);
      call.calledKind = toInnerKind(called);
      break;
    case 'external':
    case 'exten':
      call.direction = 'inbound';
      call.fromKind = 'external';
      call.calledKind = toInnerKind(called);
      call.owner = toOwner(called);
      break;
    case 'in':
      call.direction = 'inbound';
      call.fromKind = 'external';
      call.calledKind = isExtensionLike(called) ? 'extension' : 'external';
      if (isExtensionLike(called)) call.owner = called;
      else call.line = called === '' ? null : called;
      break;
    case 'q':
    case 'rg':
      call.direction = isExtensionLike(from) ? 'internal' : 'inbound';
      call.calledKind = 'group';
      call.group = called;
      break;
    case 'conference':
    case 'room':
      nameConference(call);
      break;
    default:
      // `ROOM-ROOM-ACTION`, as FreePBX's own dial plan has it.
      if (/^\d+$/.test(type) && type === called) nameConference(call);
      else call.direction = toDirection(call.fromKind, call.calledKind, from);
  }
  return call;
}

/** The caller's place may hold what was asked of the recording (`always`, `yes`): then who was there is for the call history to say. */
function nameConference(call: NamedCall): void {
  call.calledKind = 'unknown';
  call.direction = isExtensionLike(call.from) ? 'internal' : 'inbound';
  if (!/^[A-Za-z]+$/.test(call.from)) return;
  call.from = '';
  call.direction = 'unknown';
  call.hasCaller = false;
}

/** At a place where only an extension stands, a longer number of digits is one too. */
function toInnerKind(number: string): PartyNumberKind {
  return /^\d{1,9}$/.test(number) ? 'extension' : 'unknown';
}

function toOwner(number: string): string | null {
  return toInnerKind(number) === 'extension' ? number : null;
}

interface Channels {
  readonly caller: number | null;
  readonly called: number | null;
}

/** Asterisk's monitor hears its own channel, the caller's, on the receiving side, and puts it left where it writes two. */
function findChannels(side: string | undefined, channels: number): Channels {
  if (side === '-in') return { caller: 0, called: null };
  if (side === '-out') return { caller: null, called: 0 };
  return channels === 2 ? { caller: 0, called: 1 } : { caller: null, called: null };
}

function toParties(
  call: Pick<NamedCall, 'from' | 'fromKind' | 'called' | 'calledKind' | 'hasCaller'>,
  channels: Channels,
): Party[] {
  const caller: Party = {
    role: 'caller',
    number: call.from,
    numberKind: call.fromKind,
    name: null,
    channel: channels.caller,
  };
  const called: Party = {
    role: 'called',
    number: call.called,
    numberKind: call.calledKind,
    name: null,
    channel: channels.called,
  };
  return call.hasCaller ? [caller, called] : [called];
}
