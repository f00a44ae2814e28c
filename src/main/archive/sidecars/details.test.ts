// Details files as phone systems write them: what they say of a call, and what is refused.
import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import type { FieldMapping } from '../../../shared/source-reading';
import { ZoneClock } from '../zone';
import { readDetails } from './details';
import type { Details } from './details';

const zone = new ZoneClock('Europe/Berlin');

function read(name: string, text: string, mapping: FieldMapping = [], channels = 1): Details {
  const modifiedAtMs = Date.parse('2024-03-05T15:00:00Z');
  const header = { channels } as unknown as Parameters<typeof readDetails>[2]['header'];
  return readDetails(name, text, { zone, mapping, mediaName: 'call.wav', modifiedAtMs, header });
}

/** Direction, sides and whose it is, in short. */
function brief({ facts }: Details): string {
  const sides = (facts.parties ?? []).map(({ role, number, name, channel, numberKind }) =>
    [role, number, name, channel === null ? '' : `ch${channel}`, numberKind]
      .filter((one) => one !== '' && one !== null)
      .join(' '),
  );
  return [facts.direction, ...sides, `owner ${facts.owner ?? '-'}`].join(', ');
}
const AVAYA = `<?xml version="1.0"?><Recording><UniqueReference>A7-1</UniqueReference>
  <StartTime>2024-03-05 14:30:15</StartTime><Duration>125</Duration><Direction>Incoming</Direction>
  <Parties><Party><Name>Ann &amp; Co</Name><Number>15550100</Number></Party><Party><Name>Bob</Name><Number>201</Number></Party></Parties>
  <Owner>201</Owner><AccountCode>4711</AccountCode><HuntGroup>600</HuntGroup></Recording>`;

test('XML with parties, owner and account code is understood by its names', () => {
  const told = read('call.xml', AVAYA);
  expect(brief(told)).toBe('inbound, caller 15550100 Ann & Co external, called 201 Bob extension, owner 201');
  expect(told.facts).toMatchObject({
    startedAtMs: Date.parse('2024-03-05T13:30:15Z'),
    accountCode: '4711',
    group: '600',
    callReference: 'A7-1',
  });
});

test.each([
  [
    'attributes',
    `<rec start="2024-03-05T14:30:15+01:00" direction="out" caller="201" called="+4930123456"/>`,
  ],
  [
    'own elements for the sides',
    `<c:call xmlns:c="x"><c:from><c:number>201</c:number></c:from><c:to><c:number>tel:+4930123456</c:number></c:to><c:begin>1709645415</c:begin><c:type>outgoing</c:type><c:direction>O</c:direction></c:call>`,
  ],
  [
    'local and remote',
    `<r><Extension>201</Extension><RemoteParty>+49 30 123456</RemoteParty><Direction>Outgoing</Direction><StartTime>05.03.2024 14:30:15</StartTime></r>`,
  ],
])('other XML is understood by its names: %s', (_, xml) => {
  const told = read('call.xml', xml);
  expect(brief(told)).toBe('outbound, caller 201 extension, called +4930123456 external, owner 201');
  expect(told.facts.startedAtMs).toBe(Date.parse('2024-03-05T13:30:15Z'));
});

test('a mapping says what names do not', () => {
  const xml = '<x><a1>15550100</a1><b2>201</b2><when>20240305143015</when><kind>E</kind></x>';
  expect(read('call.xml', xml).problem?.kind).toBe('bad-sidecar');
  const told = read('call.xml', xml, [
    { path: 'x/a1', field: 'callerNumber' },
    { path: 'x/b2', field: 'calledNumber' },
    { path: 'x/when', field: 'startedAt' },
  ]);
  expect(brief(told)).toBe('inbound, caller 15550100 external, called 201 extension, owner 201');
  expect(told.facts.startedAtMs).toBe(Date.parse('2024-03-05T13:30:15Z'));
});

test('a mapping takes out what a name would say wrongly', () => {
  const told = read('call.xml', AVAYA, [{ path: 'Recording/Owner', field: 'ignore' }]);
  expect(told.facts.owner).toBe('201');
  expect(
    read('call.xml', AVAYA, [{ path: 'Recording/HuntGroup', field: 'ignore' }]).facts.group,
  ).toBeUndefined();
});

test.each([
  ['a document type', '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'],
  ['an entity of its own', '<r><from>&secret;</from></r>'],
  ['no end', '<r><a>'],
  ['a hundred levels', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
  ['ten thousand elements', `<r>${'<a/>'.repeat(10_000)}</r>`],
  ['nothing', ''],
])('XML with %s is a finding, not an error', (_, xml) => {
  expect(read('call.xml', xml)).toMatchObject({ facts: {}, problem: { kind: 'bad-sidecar' } });
});

test('JSON and CSV say the same by the same names', () => {
  const json = JSON.stringify({
    call: {
      start_time: '2024-03-05T14:30:15+0100',
      direction: 'inbound',
      from: '15550100',
      to: 'sip:201@pbx.example',
    },
    __proto__: { polluted: '1' },
  });
  const csv = 'Start Time,Direction,From,To\r\n"2024-03-05 14:30:15",Inbound,15550100,"Bob (201)"\r\n';
  expect(brief(read('call.json', json))).toBe(
    'inbound, caller 15550100 external, called 201 extension, owner 201',
  );
  expect(brief(read('call.csv', csv))).toBe(
    'inbound, caller 15550100 external, called 201 Bob extension, owner 201',
  );
  expect(brief(read('call.csv', 'Start Time;Direction;From;To\n2024-03-05 14:30:15;in;15550100;201\n'))).toBe(
    'inbound, caller 15550100 external, called 201 extension, owner 201',
  );
  expect(read('call.csv', 'a,b\n1,2\n3,4\n').problem?.kind).toBe('bad-sidecar');
});

test('a day whose order is open is read as it fits the time of the file, and is doubtful otherwise', () => {
  const at = (date: string) => read('c.xml', `<r><start>${date}</start><from>1</from></r>`).facts;
  expect(at('05/03/2024 14:30:15')).toMatchObject({
    startedAtMs: Date.parse('2024-03-05T13:30:15Z'),
    isTimeDoubtful: false,
  });
  expect(at('3/5/2024 2:30:15 PM')).toMatchObject({
    startedAtMs: Date.parse('2024-03-05T13:30:15Z'),
    isTimeDoubtful: false,
  });
  expect(at('04/06/2020 14:30:15')).toMatchObject({ isTimeDoubtful: true });
  expect(at('13/06/2020 14:30:15')).toMatchObject({ isTimeDoubtful: false });
});

test('radio calls of Trunk Recorder belong to their talk group', () => {
  const json = JSON.stringify({
    talkgroup: 1101,
    talkgroup_tag: 'Fire Dispatch',
    start_time: 1709645415,
    stop_time: 1709645425,
    short_name: 'county',
    srcList: [{ src: 700123, tag: 'Engine 5' }, { src: -1 }, { src: 700124, tag: '' }, { src: 700123 }],
  });
  const told = read('call.json', json);
  expect(told).toMatchObject({
    reader: 'trunk-recorder',
    facts: { group: '1101', startedAtMs: 1_709_645_415_000 },
  });
  expect(brief(told)).toBe(
    'internal, caller 700123 Engine 5 unknown, called 1101 Fire Dispatch group, other 700124 unknown, owner -',
  );
});

const SIPREC = `<recording xmlns="urn:ietf:params:xml:ns:recording:1"><datamode>complete</datamode>
 <group group_id="7+OTCyoxTmqmqyA/1weDAg=="/>
 <session session_id="hVpd7YQgRW2nD22h7q60JQ=="><group-ref>7+OTCyoxTmqmqyA/1weDAg==</group-ref><start-time>2024-03-05T16:30:15+0300</start-time></session>
 <participant participant_id="p1"><nameID aor="sip:15550100@gw.example"><name xml:lang="en">Ann</name></nameID></participant>
 <participant participant_id="p2"><nameID aor="sip:201@pbx.example"/></participant>
 <stream stream_id="s1" session_id="x"><label>97</label></stream><stream stream_id="s2" session_id="x"><label>96</label></stream>
 <participantstreamassoc participant_id="p1"><send>s1</send><recv>s2</recv></participantstreamassoc>
 <participantstreamassoc participant_id="p2"><send>s2</send></participantstreamassoc></recording>`;

test('SIPREC says who speaks on which channel', () => {
  const told = read('call.xml', SIPREC, [], 2);
  expect(told).toMatchObject({ reader: 'siprec', foundBy: 'SIPREC' });
  expect(brief(told)).toBe('unknown, caller 15550100 Ann ch1 external, called 201 ch0 extension, owner -');
  expect(told.facts).toMatchObject({
    startedAtMs: Date.parse('2024-03-05T13:30:15Z'),
    linkedReference: '7+OTCyoxTmqmqyA/1weDAg==',
  });
  const mono = read('call.xml', SIPREC, [], 1).facts.parties ?? [];
  expect(mono.map((party) => party.channel)).toEqual([null, null]);
});

test('the older form of SIPREC is understood too', () => {
  const old = `<rec:recording xmlns:rec="urn:ietf:params:xml:ns:recording"><dataMode>complete</dataMode><session id="s"><start-time>2024-03-05T14:30:15</start-time></session>
   <participant id="a" session="s"><nameID aor="sip:202@x"><name>Bob</name></nameID><send>1</send></participant>
   <participant id="b" session="s"><nameID aor="sip:201@x"/><send>2</send></participant>
   <stream id="1"><label>1</label></stream><stream id="2"><label>2</label></stream></rec:recording>`;
  const told = read('call.xml', old, [], 2);
  expect(brief(told)).toBe('internal, caller 202 Bob ch0 extension, called 201 ch1 extension, owner -');
  expect(told.facts.startedAtMs).toBe(Date.parse('2024-03-05T13:30:15Z'));
});

const VCON = {
  vcon: '0.3.0',
  uuid: 'c1',
  created_at: '2024-03-05T15:00:00Z',
  parties: [
    { tel: 'tel:+4930123456', name: 'Ann' },
    { tel: '201', name: 'Bob', role: 'agent' },
  ],
  dialog: [
    {
      type: 'recording',
      start: '2024-03-05T14:30:15+01:00',
      duration: 3,
      parties: [0, 1],
      originator: 0,
      filename: 'call.wav',
      mediatype: 'audio/x-wav',
    },
  ],
};
const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a vCon names who spoke, on which channel, and who began', () => {
  const told = read('call.json', JSON.stringify(VCON), [], 2);
  expect(brief(told)).toBe(
    'inbound, caller +4930123456 Ann ch0 external, called 201 Bob ch1 extension, owner 201',
  );
  expect(told).toMatchObject({
    reader: 'vcon',
    problem: null,
    facts: { startedAtMs: Date.parse('2024-03-05T13:30:15Z'), callReference: 'c1' },
  });
});

test('a signed vCon is read, and it is said that nobody checked it', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const header = b64({ alg: 'RS256' });
  const payload = b64(VCON);
  const signature = sign('sha256', Buffer.from(`${header}.${payload}`), privateKey).toString('base64url');
  const told = read('call.json', JSON.stringify({ payload, signatures: [{ protected: header, signature }] }));
  expect(told).toMatchObject({ reader: 'vcon', problem: { kind: 'unverified' }, facts: { owner: '201' } });
  expect(read('call.json', `${header}.${payload}.${signature}`).facts.owner).toBe('201');
});

test('an encrypted vCon, one that asks for more, and one of another file are findings', () => {
  const encrypted = { unprotected: {}, ciphertext: 'x', recipients: [{}], iv: 'y', tag: 'z' };
  expect(read('call.json', JSON.stringify(encrypted)).problem).toMatchObject({ kind: 'unsupported' });
  expect(read('call.json', JSON.stringify({ ...VCON, critical: ['future'] })).problem?.detail).toContain(
    'future',
  );
  const other = {
    ...VCON,
    dialog: [
      { ...VCON.dialog[0], filename: 'other.wav' },
      { ...VCON.dialog[0], filename: 'third.wav' },
    ],
  };
  expect(read('call.json', JSON.stringify(other)).problem).toMatchObject({ kind: 'bad-sidecar' });
});
