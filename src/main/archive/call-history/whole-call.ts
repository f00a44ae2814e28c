/**
 * A whole call made of its legs, by the rules by which legs are joined to recordings (join-call.ts), so that a call and its recording
 * agree. Pure: the same legs give the same call in whatever order they were found.
 */
import type { Disposition } from '../../../shared/calls';
import type { Direction, Party, PartyNumberKind } from '../../../shared/model';
import type { DraftCall, DraftCallLeg } from '../draft';
import { toDirection, toNumberKind } from './caller-id';
import { CONFERENCE, firstOf, toSwitchEnds, toTakers, toTapeEnds, withMore, withNames } from './join-call';

/** Applications of the telephone system that answer a channel although nobody picked up. */
const MACHINE =
  /^(?:hangup|busy|congestion|voicemail|playback|background|playtones|musiconhold|wait|waitexten|ringing|progress)?$/i;
/** Legs of Oreka's tapes: it writes down only what was said, and on which side its own telephone was. */
const TAPE = /^(?:in|out|unkn)$/;
/** Legs of FreeSWITCH, which say their direction. */
const SWITCH = /^(?:inbound|outbound|local|call)$/;

/** Undefined for no legs. */
export function toWholeCall(linkedReference: string, legs: readonly DraftCallLeg[]): DraftCall | undefined {
  const sorted = [...legs].sort(byTime);
  // The call's own channel began it, even where a leg of another channel bears the same second.
  const own = sorted.filter((leg) => leg.uniqueReference === linkedReference);
  const main = own[0] ?? sorted[0];
  if (!main) return undefined;
  const ends = TAPE.test(main.application)
    ? toTapeEnds(main)
    : SWITCH.test(main.application)
      ? toSwitchEnds(main)
      : toEnds(main);
  const answered = sorted.filter((leg) => leg.disposition === 'ANSWERED');
  const isConference = CONFERENCE.test(main.application);
  const isForExtension = ends.parties.some(
    (party) => party.role === 'called' && party.numberKind === 'extension',
  );
  const agent =
    isForExtension || isConference
      ? null
      : firstOf(
          own.filter((leg) => leg.disposition === 'ANSWERED'),
          'answeredBy',
        );
  const disposition = toDisposition(sorted);
  return {
    linkedReference,
    startedAtMs: main.startedAtMs,
    answeredAtMs: disposition === 'answered' ? firstAnswer(answered) : null,
    endedAtMs: sorted.reduce<number | null>(
      (last, { endedAtMs }) => (endedAtMs === null ? last : Math.max(last ?? endedAtMs, endedAtMs)),
      null,
    ),
    direction: ends.direction,
    parties: withNames(withMore(ends.parties, agent, sorted.flatMap(toTakers)), sorted),
    group: firstOf(sorted, 'group'),
    line: firstOf(sorted, 'line'),
    accountCode: firstOf(own, 'accountCode') ?? firstOf(sorted, 'accountCode'),
    disposition,
    legs: sorted.length,
  };
}

function byTime(a: DraftCallLeg, b: DraftCallLeg): number {
  return (
    a.startedAtMs - b.startedAtMs ||
    (a.endedAtMs ?? 0) - (b.endedAtMs ?? 0) ||
    (a.fingerprint < b.fingerprint ? -1 : 1)
  );
}

function toEnds(leg: DraftCallLeg): { readonly parties: readonly Party[]; readonly direction: Direction } {
  // Digits and feature codes; a word such as 's' or 'fax' is a place in the dialplan.
  const called = /^[\d+*#]+$/.test(leg.toNumber) ? leg.toNumber : '';
  const fromKind = toNumberKind(leg.fromNumber);
  const calledKind = toCalledKind(leg, called);
  return {
    direction: toCallDirection(leg, fromKind, calledKind),
    parties: [
      { role: 'caller', number: leg.fromNumber, numberKind: fromKind, name: null, channel: null },
      { role: 'called', number: called, numberKind: calledKind, name: null, channel: null },
    ],
  };
}

function toCalledKind(leg: DraftCallLeg, called: string): PartyNumberKind {
  if (leg.group !== null) return 'group';
  return CONFERENCE.test(leg.application) ? 'unknown' : toNumberKind(called);
}

function toCallDirection(
  leg: DraftCallLeg,
  fromKind: PartyNumberKind,
  calledKind: PartyNumberKind,
): Direction {
  const direction = toDirection(fromKind, calledKind, leg.fromNumber);
  if (direction !== 'unknown') return direction;
  // Conferences, feature codes and places in the dialplan are inside.
  const isInside = CONFERENCE.test(leg.application) || (calledKind === 'unknown' && leg.toNumber !== '');
  if (!isInside) return 'unknown';
  if (fromKind === 'extension') return 'internal';
  return fromKind === 'external' ? 'inbound' : 'unknown';
}

/** Voicemail is no answer; a machine that answered alone (a fax, a feature code) is one. */
function toDisposition(legs: readonly DraftCallLeg[]): Disposition {
  const answered = legs.filter((leg) => leg.disposition === 'ANSWERED');
  if (answered.some((leg) => isPickedUp(leg))) return 'answered';
  const others = legs.filter((leg) => leg.disposition !== 'ANSWERED').map((leg) => leg.disposition);
  const has = (application: string) => answered.some((leg) => leg.application.toLowerCase() === application);
  if (others.some((told) => told === 'BUSY') || has('busy')) return 'busy';
  if (others.some((told) => told === 'FAILED' || told === 'CONGESTION') || has('congestion')) return 'failed';
  return others.length === 0 && answered.length > 0 && !has('voicemail') ? 'answered' : 'notAnswered';
}

function isPickedUp(leg: DraftCallLeg): boolean {
  return leg.answeredBy !== null || !MACHINE.test(leg.application);
}

function firstAnswer(answered: readonly DraftCallLeg[]): number | null {
  const pickedUp = answered.filter((leg) => isPickedUp(leg));
  const times = (pickedUp.length > 0 ? pickedUp : answered).map((leg) => leg.answeredAtMs ?? leg.startedAtMs);
  return times.length === 0 ? null : Math.min(...times);
}
