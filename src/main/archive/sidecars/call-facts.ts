/** What a mapped details file says of a call, as the facts of a recording: who called whom, whose it is, what it belongs to. */
import type { Direction, Party, PartyNumberKind } from '../../../shared/model';
import { isExtensionLike, toDirection, toNumberKind } from '../call-history/caller-id';
import type { RecordingFacts } from '../readers/reader';
import { toDirectionWord } from './map-fields';
import type { MappedCall } from './map-fields';
import { parsePartyText, toText } from './party-text';

/** Only what the file tells; empty where it tells nothing that is known here. */
export type KnownFacts = Partial<
  Pick<
    RecordingFacts,
    | 'kind'
    | 'startedAtMs'
    | 'isTimeDoubtful'
    | 'direction'
    | 'parties'
    | 'owner'
    | 'group'
    | 'line'
    | 'accountCode'
    | 'callReference'
    | 'linkedReference'
  >
>;

interface Side {
  readonly number: string;
  readonly name: string | null;
  readonly role: string;
}

export function toCallFacts(call: MappedCall): KnownFacts {
  const { values, start } = call;
  const told = toDirectionWord(values.get('direction') ?? '');
  const local = toSide(values.get('localNumber'), values.get('localName'));
  const owner = toSide(values.get('owner'), undefined)?.number ?? local?.number ?? null;
  const pair = findPair(call, told, local, owner);
  const reference = values.get('callReference') ?? null;
  // One after the other, as it is done for each details file: spreading leaves much to be collected.
  const facts: Writable<KnownFacts> = {};
  if (start) {
    facts.startedAtMs = start.ms;
    facts.isTimeDoubtful = start.isDoubtful;
  }
  putText(facts, 'group', values.get('group'));
  putText(facts, 'line', values.get('line'));
  putText(facts, 'accountCode', values.get('accountCode'));
  putText(facts, 'callReference', reference);
  putText(facts, 'linkedReference', values.get('linkedReference') ?? reference);
  if (isStation(owner)) facts.owner = owner;
  if (pair) {
    const { direction, parties } = toParties(pair, told, owner, values.get('group'));
    facts.direction = direction;
    facts.parties = parties;
    const found = facts.owner === undefined ? findOwner(direction, parties) : undefined;
    if (found !== undefined) facts.owner = found;
  } else if (told !== null) facts.direction = told;
  return facts;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type TextFact = 'group' | 'line' | 'accountCode' | 'callReference' | 'linkedReference';

function putText(facts: Writable<KnownFacts>, name: TextFact, text: string | null | undefined): void {
  if (text !== null && text !== undefined && text !== '') facts[name] = text.slice(0, 200);
}

/** At the place of a station any short number is one. */
function isStation(number: string | null): number is string {
  return number !== null && /^\d{1,9}$/.test(number);
}

/** Without a word of whose it is, the recording of a call with outside is that of its one extension. */
function findOwner(direction: Direction, parties: readonly Party[]): string | undefined {
  if (direction === 'internal' || direction === 'unknown') return undefined;
  const [first, second] = parties.filter((party) => party.numberKind === 'extension');
  return second ? undefined : first?.number;
}

function toSide(number: string | undefined, name: string | undefined, role = ''): Side | null {
  if (number === undefined && name === undefined) return null;
  const parsed = parsePartyText(number ?? '');
  return { number: parsed.number, name: toText(name) ?? parsed.name, role };
}

interface Pair {
  readonly caller: Side;
  readonly called: Side;
  readonly others: readonly Side[];
}

function findPair(
  call: MappedCall,
  told: Direction | null,
  local: Side | null,
  owner: string | null,
): Pair | null {
  const { values } = call;
  const caller = toSide(values.get('callerNumber'), values.get('callerName'));
  const called = toSide(values.get('calledNumber'), values.get('calledName'));
  const listed = call.parties.flatMap(
    (party) => toSide(party.number, party.name || undefined, party.role) ?? [],
  );
  if (caller || called) {
    const nobody = { number: '', name: null, role: '' };
    const beside = [...listed, ...(local ? [local] : [])].filter(
      (side) => side.number !== caller?.number && side.number !== called?.number,
    );
    return { caller: caller ?? nobody, called: called ?? nobody, others: beside };
  }
  const remote = toSide(values.get('remoteNumber'), values.get('remoteName'));
  if (local && remote) {
    return told === 'outbound'
      ? { caller: local, called: remote, others: listed }
      : { caller: remote, called: local, others: listed };
  }
  return findListedPair(listed, told, owner);
}

/** Of parties in a list: by their roles, else by the direction and who is inside, else in the order in which they stand. */
function findListedPair(listed: readonly Side[], told: Direction | null, owner: string | null): Pair | null {
  const [first, second] = listed;
  if (!first || !second) return null;
  const withRole = (form: RegExp): Side | undefined => listed.find((side) => form.test(side.role));
  const caller = withRole(/^(?:caller|calling|from$|originat|source|a$|a.?party)/i);
  const called = withRole(/^(?:called|callee|to$|terminat|destination|recipient|b$|b.?party)/i);
  const isInside = (side: Side): boolean =>
    side.number === owner || /agent|internal|local/i.test(side.role) || isExtensionLike(side.number);
  const inside = listed.find(isInside);
  const outside = listed.find((side) => !isInside(side));
  const pair =
    caller || called
      ? [caller ?? listed.find((side) => side !== called), called ?? listed.find((side) => side !== caller)]
      : inside && outside && told === 'outbound'
        ? [inside, outside]
        : inside && outside && told === 'inbound'
          ? [outside, inside]
          : [first, second];
  const [from = first, to = second] = pair;
  return { caller: from, called: to, others: listed.filter((side) => side !== from && side !== to) };
}

function toParties(
  pair: Pair,
  told: Direction | null,
  owner: string | null,
  group: string | undefined,
): { direction: Direction; parties: readonly Party[] } {
  const kindOf = (side: Side, isOutside: boolean): PartyNumberKind => {
    if (side.number !== '' && side.number === group) return 'group';
    if (isOutside) return 'external';
    if (side.number === owner && isStation(owner)) return 'extension';
    return toNumberKind(side.number);
  };
  const callerKind = kindOf(pair.caller, told === 'inbound');
  const calledKind = kindOf(pair.called, told === 'outbound');
  const direction = told ?? toDirection(callerKind, calledKind, pair.caller.number);
  const toParty = (role: Party['role'], side: Side, numberKind: PartyNumberKind): Party => ({
    role,
    number: side.number,
    numberKind,
    name: side.name === '' ? null : (side.name?.slice(0, 500) ?? null),
    channel: null,
  });
  const others = pair.others
    .slice(0, 50)
    .map((side) => toParty(/agent/i.test(side.role) ? 'agent' : 'other', side, kindOf(side, false)));
  return {
    direction,
    parties: [
      toParty('caller', pair.caller, callerKind),
      toParty('called', pair.called, calledKind),
      ...others,
    ],
  };
}
