/** What fields mean by their names, where the administrator has said nothing: names that phone systems commonly use. */
import type { DetailField } from '../../../shared/source-reading';

/** Of several names for one thing the earlier one counts. */
const NAMES: Readonly<Partial<Record<DetailField, string>>> = {
  startedAt:
    'startedat starttime startdatetime starttimestamp callstarttime callstart recordingstart recordingstarttime recordstart startstamp startutc starttimeutc start begintime begin calldate datetime timestamp recordedat createdat created time date',
  startDate: 'startdate recordingdate calldate date day',
  startTime: 'starttime recordingtime calltime time',
  direction: 'direction calldirection initialdirection calltype dir',
  callerNumber:
    'callernumber callingnumber callingpartynumber calleridnumber callerid caller calling callingparty fromnumber from ani cli clinumber srcnumber src source sourcenumber anumber originator',
  callerName: 'callername callingname callingpartyname calleridname fromname cnam srcname sourcename',
  calledNumber:
    'callednumber calledpartynumber called calledparty destinationnumber destination dialednumber diallednumber dialed dialled tonumber to dst dstnumber bnumber callee calleenumber',
  calledName: 'calledname calledpartyname calleename toname destinationname dstname',
  localNumber:
    'localparty localnumber extension extensionnumber ext station stationnumber agentextension agentnumber agentid agent',
  localName: 'localname agentname username extensionname stationname operatorname',
  remoteNumber:
    'remoteparty remotenumber otherparty othernumber customernumber customerphone customer externalnumber external phonenumber phone telephone',
  remoteName: 'remotename othername customername externalname',
  owner: 'owner ownernumber recordingowner recordedby recordedstation recordedextension',
  group:
    'group groupnumber huntgroup huntgroupnumber ringgroup queue queuenumber queuename queueid servicename skill',
  line: 'line linenumber trunk trunkname trunknumber ddi did didnumber dnis serviceid',
  accountCode: 'accountcode account',
  callReference:
    'uniquereference uniqueid recordingid recordingreference reference interactionguid guid uuid callid callguid calluuid sessionid id',
  linkedReference:
    'linkedid conversationguid conversationid parentcallid globalcallid ucid callid callguid calluuid sessionid',
};

/** Elements that hold the number and the name of one side. */
const SIDES: Readonly<Record<string, readonly [DetailField, DetailField]>> = Object.fromEntries(
  (
    [
      ['caller calling callingparty callerparty from source originator aparty', 'callerNumber', 'callerName'],
      ['called calledparty to destination callee bparty', 'calledNumber', 'calledName'],
      ['local localparty agent user station', 'localNumber', 'localName'],
      ['remote remoteparty customer external otherparty', 'remoteNumber', 'remoteName'],
      ['party parties participant participants', 'partyNumber', 'partyName'],
    ] as const
  ).flatMap(([words, number, name]) => words.split(' ').map((word) => [word, [number, name]])),
);
const NUMBER_NAMES = new Set(
  'number phonenumber phone tel telephone uri address extension ext aor sipuri dn'.split(' '),
);
const NAME_NAMES = new Set('name displayname fullname'.split(' '));
const ROLE_NAMES = new Set('role type kind side'.split(' '));

/** A meaning and how good its name is for it; 0 is best. */
export interface Meaning {
  readonly field: DetailField;
  readonly rank: number;
}

const MEANINGS: ReadonlyMap<string, readonly Meaning[]> = toMeanings();

function toMeanings(): Map<string, Meaning[]> {
  const meanings = new Map<string, Meaning[]>();
  for (const [field, names] of Object.entries(NAMES) as [DetailField, string][]) {
    names.split(' ').forEach((name, rank) => {
      meanings.set(name, [...(meanings.get(name) ?? []), { field, rank }]);
    });
  }
  return meanings;
}

/** Empty where the name says nothing. Several where the value must decide, as between a moment and a day. */
export function meaningsOf(path: string): readonly Meaning[] {
  const slash = path.lastIndexOf('/');
  const last = toWord(path.slice(slash + 1));
  const holder = slash <= 0 ? '' : toWord(path.slice(path.lastIndexOf('/', slash - 1) + 1, slash));
  const side = Object.hasOwn(SIDES, holder) ? SIDES[holder] : undefined;
  if (side) {
    if (NUMBER_NAMES.has(last)) return [{ field: side[0], rank: 0 }];
    if (NAME_NAMES.has(last)) return [{ field: side[1], rank: 0 }];
    if (side[0] === 'partyNumber' && ROLE_NAMES.has(last)) return [{ field: 'partyRole', rank: 0 }];
    // What else stands with a party is its own, such as its id or when it joined.
    return [];
  }
  // A list of bare numbers.
  if (last === 'party' || last === 'participant') return [{ field: 'partyNumber', rank: 1 }];
  return MEANINGS.get(last) ?? MEANINGS.get(holder + last) ?? [];
}

function toWord(step: string): string {
  return step.toLowerCase().replace(/[^a-z0-9]/g, '');
}
