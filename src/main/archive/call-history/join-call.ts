/**
 * What call history adds to a recording: names, who answered, who else took part, line, account code, and the reference by
 * which the pieces of one call come together. Pure: the same recording and legs give the same answer in whatever order they
 * were found.
 */
import type { Party } from '../../../shared/model';
import type { DraftCallLeg, DraftRecording } from '../draft';
import { isLineReference } from '../draft';
import { toDirection, toNumberKind } from './caller-id';
import { findEpochSec } from './asterisk-cdr';

/** A recording's second and a leg's may differ by the rounding of both. */
const ROUNDING_MS = 3_000;
export const CONFERENCE = /^(?:confbridge|meetme|conference)$/i;

export interface CallLegs {
  /** Of the recording's own unique reference, by start. */
  readonly own: readonly DraftCallLeg[];
  /** Of the whole call, by start; holds `own`. */
  readonly all: readonly DraftCallLeg[];
  /** Legs of other calls into the conference that was recorded, by start. */
  readonly conference: readonly DraftCallLeg[];
}

/** The reference of the whole call, as the legs of this one tell it. */
export function findLinkedReference(legs: readonly DraftCallLeg[]): string | null {
  const told = legs.find((leg) => leg.linkedReference !== leg.uniqueReference) ?? legs[0];
  return told?.linkedReference ?? null;
}

/** A recording without legs of its own is joined as it is, so that history can be joined to all alike. */
export function joinCall(draft: DraftRecording, legs: CallLegs): DraftRecording {
  const { own, all, conference } = legs;
  if (all.length === 0) return draft;
  const isCallerKnown = draft.parties.some((party) => party.role === 'caller');
  const based = isCallerKnown ? draft : withBase(draft, own.length > 0 ? own : all);
  const answered = draft.kind === 'call' ? own.filter((leg) => leg.answeredBy !== null) : [];
  const isForGroupOrLine = based.parties.every(
    (party) => party.role !== 'called' || party.numberKind !== 'extension',
  );
  const agent = isForGroupOrLine && !isConference(own) ? (answered[0]?.answeredBy ?? null) : null;
  const others = draft.kind === 'call' ? [...all, ...conference].flatMap(toTakers) : [];
  return {
    ...based,
    parties: withNames(withMore(based.parties, agent, others), [...own, ...all, ...conference]),
    owner: based.owner ?? agent ?? findFaxOwner(based),
    line: based.line ?? firstOf(all, 'line'),
    wasUnavailable: based.wasUnavailable || (draft.kind === 'voicemail' && isLeftForAbsent(based, all)),
    accountCode: based.accountCode ?? firstOf(own, 'accountCode') ?? firstOf(all, 'accountCode'),
    linkedReference: findLinkedReference(own) ?? all[0]?.linkedReference ?? based.linkedReference,
    foundBy: [...based.foundBy, draft.reader === 'oreka' ? 'tape list' : 'call history'],
  };
}

/** One call may leave a message in several mailboxes, and find one owner unavailable and another busy. */
function isLeftForAbsent({ owner }: DraftRecording, legs: readonly DraftCallLeg[]): boolean {
  return owner !== null && legs.some((leg) => leg.absentMailboxes?.split('&').includes(owner) === true);
}

/** A fax belongs to the extension it was sent to; one that came to a number of the whole house belongs to nobody. */
function findFaxOwner(draft: DraftRecording): string | null {
  if (draft.kind !== 'fax') return null;
  const called = draft.parties.find((party) => party.role === 'called' && party.numberKind === 'extension');
  return called?.number ?? null;
}

/** For a file whose name says nothing of the parties: a queue's own recording, a fax, Oreka's tapes. */
function withBase(draft: DraftRecording, own: readonly DraftCallLeg[]): DraftRecording {
  const [leg] = own;
  if (!leg) return draft;
  if (draft.reader === 'oreka') return withTape(draft, leg);
  if (draft.reader === 'fusionpbx') return withSwitch(draft, leg);
  const isQueue = leg.application === 'Queue';
  const isRoom = CONFERENCE.test(leg.application);
  const called = /^[\d+*#]+$/.test(leg.toNumber) ? leg.toNumber : '';
  const calledKind = isQueue ? 'group' : isRoom ? 'unknown' : toNumberKind(called);
  const fromKind = toNumberKind(leg.fromNumber);
  const parties: Party[] = [
    { role: 'caller', number: leg.fromNumber, numberKind: fromKind, name: null, channel: null },
    { role: 'called', number: called, numberKind: calledKind, name: null, channel: null },
  ];
  // A room is inside.
  const told = toDirection(fromKind, isRoom ? 'extension' : calledKind, leg.fromNumber);
  const direction = draft.direction === 'unknown' ? told : draft.direction;
  return { ...draft, parties, direction, group: isQueue ? called : draft.group };
}

function withTape(draft: DraftRecording, leg: DraftCallLeg): DraftRecording {
  return { ...draft, ...toTapeEnds(leg) };
}

/** The name of a recording of FreeSWITCH tells nothing but its leg, so that all comes from that. */
function withSwitch(draft: DraftRecording, leg: DraftCallLeg): DraftRecording {
  const { startedAtMs, group } = leg;
  return { ...draft, ...toSwitchEnds(leg), startedAtMs, isTimeDoubtful: false, group, foundBy: [] };
}

/** FreeSWITCH says the direction of each leg; a number of its own stands where the direction has one. */
export function toSwitchEnds(leg: DraftCallLeg): Pick<DraftRecording, 'direction' | 'parties' | 'owner'> {
  const { fromNumber, toNumber, application, group } = leg;
  const calledKind = toNumber !== '' && toNumber === group ? 'group' : toNumberKind(toNumber);
  const fromKind = application === 'inbound' ? 'external' : toNumberKind(fromNumber);
  const kinds: readonly [Party['numberKind'], Party['numberKind']] =
    application === 'outbound' ? [fromKind, 'external'] : [fromKind, calledKind];
  const direction =
    application === 'local'
      ? 'internal'
      : application === 'inbound' || application === 'outbound'
        ? application
        : toDirection(kinds[0], kinds[1], fromNumber);
  const parties = [
    { role: 'caller', number: fromNumber, numberKind: kinds[0], name: null, channel: null },
    { role: 'called', number: toNumber, numberKind: kinds[1], name: null, channel: null },
  ] as const;
  const inside = direction === 'outbound' ? parties[0] : direction === 'inbound' ? parties[1] : null;
  return { direction, parties, owner: inside?.numberKind === 'extension' ? inside.number : null };
}

/** Oreka knows which side is its own telephone, whatever its number looks like. */
export function toTapeEnds(leg: DraftCallLeg): Pick<DraftRecording, 'direction' | 'parties' | 'owner'> {
  const isOut = leg.application === 'out';
  const local = isOut ? leg.fromNumber : leg.toNumber;
  const kindOf = (number: string): Party['numberKind'] =>
    number === local && /^\d{2,9}$/.test(number) ? 'extension' : toNumberKind(number);
  const party = (role: Party['role'], number: string): Party => ({
    role,
    number,
    numberKind: kindOf(number),
    name: null,
    channel: null,
  });
  return {
    direction: isOut ? 'outbound' : leg.application === 'in' ? 'inbound' : 'unknown',
    parties: [party('caller', leg.fromNumber), party('called', leg.toNumber)],
    owner: kindOf(local) === 'extension' ? local : null,
  };
}

/** Who took part in a leg that was answered: whoever began it and whoever answered. */
export function toTakers(leg: DraftCallLeg): string[] {
  if (leg.disposition !== 'ANSWERED') return [];
  return [leg.fromNumber, leg.answeredBy ?? ''].filter((number) => number !== '');
}

export function withMore(
  parties: readonly Party[],
  agent: string | null,
  others: readonly string[],
): Party[] {
  const more = [...parties];
  const add = (number: string, role: Party['role'], channel: number | null): void => {
    if (more.some((party) => party.number === number)) return;
    more.push({ role, number, numberKind: toNumberKind(number), name: null, channel });
  };
  // An agent speaks where the group or line was called.
  if (agent !== null) add(agent, 'agent', parties.find((party) => party.role === 'called')?.channel ?? null);
  for (const number of others) add(number, 'other', null);
  return more;
}

export function withNames(parties: readonly Party[], legs: readonly DraftCallLeg[]): Party[] {
  return parties.map((party) => {
    if (party.name !== null) return party;
    const told = legs.find((leg) => leg.fromNumber === party.number && leg.fromName !== null);
    return told ? { ...party, name: told.fromName } : party;
  });
}

export function firstOf(
  legs: readonly DraftCallLeg[],
  field: 'line' | 'accountCode' | 'group' | 'answeredBy',
): string | null {
  return legs.find((leg) => leg[field] !== null)?.[field] ?? null;
}

function isConference(legs: readonly DraftCallLeg[]): boolean {
  return legs.some((leg) => CONFERENCE.test(leg.application));
}

/** The room of a recording that the conference named by itself; it bears no leg's reference. */
export function findNamedRoom({ callReference }: Pick<DraftRecording, 'callReference'>): string | null {
  return /^confbridge-(.{1,64})-\d{9,10}$/.exec(callReference ?? '')?.[1] ?? null;
}

/** The room of a recorded conference and its time, so that those can be found who called into it by themselves. */
export function findConferenceRoom(own: readonly DraftCallLeg[]): string | null {
  return own.find((leg) => CONFERENCE.test(leg.application))?.toNumber ?? null;
}

/** Of the legs around a conference recording, those that were in its room while it ran. */
export function pickConferenceLegs(
  draft: DraftRecording,
  room: string,
  nearby: readonly DraftCallLeg[],
): DraftCallLeg[] {
  const endsAtMs = draft.startedAtMs + (draft.durationMs ?? 0) + ROUNDING_MS;
  return nearby.filter(
    (leg) =>
      leg.toNumber === room &&
      CONFERENCE.test(leg.application) &&
      leg.startedAtMs <= endsAtMs &&
      (leg.endedAtMs ?? endsAtMs) >= draft.startedAtMs - ROUNDING_MS,
  );
}

/** A recording that bears the reference of a leg without history, or none: is it looked for by time and numbers? */
export function mayBeFoundByTime(draft: DraftRecording): boolean {
  return (
    draft.reader === 'freepbx' &&
    (draft.kind === 'voicemail' || (draft.kind === 'call' && draft.parties.length > 0))
  );
}

/**
 * The leg to which a recording without legs of its own belongs: a message left with the voicemail application, or the call
 * in the middle of which someone began to record (its reference is that of the called telephone, which stands in no CDR).
 * `nearby`: legs that ran at the recording's start, by start. Undefined where none fits.
 */
export function findLegByTime(
  draft: DraftRecording,
  nearby: readonly DraftCallLeg[],
): DraftCallLeg | undefined {
  const numbers = draft.parties.map((party) => party.number);
  const [from = '', called = ''] = numbers;
  const beganSec =
    (draft.callReference === null ? null : findEpochSec(draft.callReference)) ?? draft.startedAtMs / 1000;
  const fits = nearby.filter((leg) => {
    if (leg.endedAtMs === null || leg.endedAtMs + ROUNDING_MS < draft.startedAtMs) return false;
    if (draft.kind === 'voicemail') {
      return (
        leg.application.toLowerCase() === 'voicemail' &&
        leg.fromNumber === from &&
        leg.toNumber.endsWith(called)
      );
    }
    const legSec = isLineReference(leg.uniqueReference)
      ? (leg.startedAtMs - ROUNDING_MS) / 1000
      : findEpochSec(leg.uniqueReference);
    const isBefore = (legSec ?? Number.NaN) <= beganSec;
    const ends = [leg.toNumber, leg.answeredBy];
    const isSame =
      (leg.fromNumber === from && ends.includes(called)) ||
      (leg.fromNumber === called && ends.includes(from));
    // Whoever withheld his number is known by the very second at which he called.
    const isKnown = from !== '' || Math.abs(leg.startedAtMs - beganSec * 1000) <= ROUNDING_MS;
    return isBefore && isSame && isKnown && called !== '';
  });
  return fits.at(-1);
}

/** A name that was given when someone pressed a key tells who took part; the leg, which of them called. */
export function turnToLeg(draft: DraftRecording, leg: DraftCallLeg): DraftRecording {
  const [first, second, ...others] = draft.parties;
  if (draft.kind !== 'call' || draft.direction !== 'unknown' || !first || !second) return draft;
  const isTurned = leg.fromNumber === second.number && leg.fromNumber !== first.number;
  const [caller, called] = isTurned ? [second, first] : [first, second];
  return {
    ...draft,
    parties: [{ ...caller, role: 'caller' }, { ...called, role: 'called' }, ...others],
    direction: toDirection(caller.numberKind, called.numberKind, caller.number),
  };
}
