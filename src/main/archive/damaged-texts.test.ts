// Thousands of damaged texts: transcripts, details files, call history and message files as no phone system would write them.
// Each is read or refused, quickly and in little memory, and never throws. Seeds are fixed; a failure names the text.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArchiveFs } from './archive-fs';
import { findHistoryFormat, readHistory } from './call-history/history-file';
import { createRandom } from './media/sound.test-support';
import type { MediaFile } from './readers/reader';
import { shareOut } from './readers/share-out';
import { listFields, readDetails } from './sidecars/details';
import { NoDetails } from './sidecars/field';
import { parseTranscript } from './transcripts/transcript';
import { ZoneClock } from './zone';

/** Longest that one text may keep the scanner, on a loaded machine. */
const LIMIT_MS = 2000;
const LIMIT_BYTES = 256 * 1024 * 1024;

/** Of each text; a long run asks for more: HEARBACK_DAMAGED_TURNS=56000 makes a million. */
const TURNS = Number(process.env['HEARBACK_DAMAGED_TURNS'] ?? 560);

const zone = new ZoneClock('Europe/Berlin');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hearback-texts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SRT =
  '1\n00:00:01,500 --> 00:00:04,000\nAnna Lee: <i>Good</i> morning\n\n2\n01:00:00.250 --> 01:00:01.000\n[Tom] Fine.\n';
const VTT =
  'WEBVTT - x\n\nNOTE\nno\n\nfirst\n00:01.000 --> 00:02.500 align:start\n<v.loud Anna Lee>Fish &amp; chips\n';
const WHISPER = {
  segments: [
    { start: 0.5, end: 2, text: ' Hello.', speaker: 'A', words: [{ word: 'Hello', start: 0.5, end: 1 }] },
    { start: 2.5, end: 4, text: 'Bye' },
  ],
};
const DEEPGRAM = {
  results: {
    channels: [
      { alternatives: [{ words: [{ word: 'a', punctuated_word: 'A.', start: 0, end: 1, speaker: 0 }] }] },
    ],
    utterances: [{ start: 2, end: 3, transcript: 'All.', channel: 1 }],
  },
};
const AWS = {
  Transcript: [
    {
      ParticipantRole: 'AGENT',
      BeginOffsetMillis: 10,
      EndOffsetMillis: 900,
      Content: 'Hello',
      Sentiment: 'x',
    },
  ],
  Categories: { MatchedCategories: ['billing'] },
};
const AVAYA =
  '<?xml version="1.0"?><Recording><UniqueReference>A7-1</UniqueReference><StartTime>2024-03-05 14:30:15</StartTime><Direction>Incoming</Direction><Parties><Party><Name>Ann &amp; Co</Name><Number>15550100</Number></Party></Parties><Owner>201</Owner></Recording>';
const SIPREC =
  '<recording xmlns="urn:ietf:params:xml:ns:recording:1"><session session_id="s"><start-time>2024-03-05T16:30:15+0300</start-time></session><participant participant_id="p1"><nameID aor="sip:15550100@gw"><name xml:lang="en">Ann</name></nameID></participant><stream stream_id="s1" session_id="s"><label>97</label></stream><participantstreamassoc participant_id="p1"><send>s1</send></participantstreamassoc></recording>';
const VCON = {
  vcon: '0.3.0',
  uuid: 'c1',
  parties: [{ tel: 'tel:+4930123456', name: 'Ann' }, { tel: '201' }],
  dialog: [
    { type: 'recording', start: '2024-03-05T14:30:15+01:00', duration: 3, parties: [0, 1], originator: 0 },
  ],
};
const SIGNED = {
  payload: Buffer.from(JSON.stringify(VCON)).toString('base64url'),
  signatures: [{ protected: Buffer.from('{"alg":"RS256"}').toString('base64url'), signature: 'AAAA' }],
};
const TRUNK = {
  talkgroup: 1101,
  talkgroup_tag: 'Fire',
  start_time: 1709645415,
  stop_time: 1709645425,
  short_name: 'county',
  srcList: [{ src: 700123, tag: 'Engine 5' }, { src: -1 }],
};
const GENERIC = {
  call: { start_time: '2024-03-05T14:30:15+0100', direction: 'in', from: '15550100', to: 'sip:201@x' },
};
const DETAILS_CSV = 'Start Time,Direction,From,To\r\n"2024-03-05 14:30:15",Inbound,15550100,"Bob (201)"\r\n';
const MASTER =
  '"","15550100","201","from-trunk","""Ann"" <15550100>","PJSIP/t-1","PJSIP/201-2","Dial","PJSIP/201","2024-03-05 14:30:15","2024-03-05 14:30:18","2024-03-05 14:31:00",45,42,"ANSWERED","DOCUMENTATION","1709645415.42",""\n';
const TABLE =
  'calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,disposition,amaflags,accountcode,uniqueid,userfield,linkedid\n2024-03-05 14:30:15,"Ann <155>",155,201,c,PJSIP/t-1,PJSIP/201-2,Dial,x,45,42,ANSWERED,3,,1709645415.42,,1709645415.42\n';
const SWITCH =
  '"Ann","15550100","201","default","2024-03-05 14:30:15","2024-03-05 14:30:18","2024-03-05 14:31:00","45","42","NORMAL_CLEARING","a2d1c9b6-0f5e-4d2c-9a53-1f2b3c4d5e6f","b2d1c9b6-0f5e-4d2c-9a53-1f2b3c4d5e6f","acc"\n';
const TAPE_LIST =
  '2024-03-05 14:30:15 INFO tapelist - timestamp=2024-03-05_14:30:15 localparty=201 remoteparty=15550100 direction=in duration=45 filename=2024/03/05/14/20240305_143015_1.wav\n';
const MESSAGE =
  '; message\n[message]\norigmailbox=200\ncontext=from-internal\nexten=s-NOANSWER\ncallerid="Ann" <15550100>\norigdate=Tue Mar  5 01:30:15 PM UTC 2024\norigtime=1709645415\nduration=7\n';

type Read = (text: string) => unknown;

function transcript(extension: string): Read {
  return (text) => parseTranscript(extension, text);
}

function details(name: string): Read {
  return (text) => {
    const header = { channels: 2 } as MediaFile['header'];
    const context = { zone, mapping: [], mediaName: 'call.wav', modifiedAtMs: 1_709_645_415_000, header };
    const told = readDetails(name, text, context);
    try {
      return [told, listFields(name, text)];
    } catch (error) {
      if (error instanceof NoDetails) return told;
      throw error;
    }
  };
}

function history(name: string): Read {
  return (text) => {
    const filePath = path.join(folder, name);
    writeFileSync(filePath, text);
    const fs = new ArchiveFs();
    const format = findHistoryFormat(fs, filePath);
    return format && [...readHistory(fs, filePath, 0, format, zone)];
  };
}

const voicemail: Read = (text) => {
  const names = ['msg0000.wav', 'msg0000.txt'];
  const [claim] = shareOut('voicemail/default/200/INBOX', names, 'auto', zone).media;
  return claim?.read({ modifiedAtMs: 1_709_645_415_000, header: null, readText: () => text });
};

const TEXTS: Readonly<Record<string, readonly [string, Read]>> = {
  SubRip: [SRT, transcript('srt')],
  WebVTT: [VTT, transcript('vtt')],
  'plain transcript': ['Agent: Hello\nCaller: Good day\nAgent: Bye\n', transcript('txt')],
  Whisper: [JSON.stringify(WHISPER), transcript('json')],
  Deepgram: [JSON.stringify(DEEPGRAM), transcript('json')],
  'call analytics': [JSON.stringify(AWS), transcript('json')],
  Avaya: [AVAYA, details('call.xml')],
  SIPREC: [SIPREC, details('call.xml')],
  vCon: [JSON.stringify(VCON), details('call.json')],
  'signed vCon': [JSON.stringify(SIGNED), details('call.vcon')],
  'Trunk Recorder': [JSON.stringify(TRUNK), details('call.json')],
  'JSON details': [JSON.stringify(GENERIC), details('call.json')],
  'CSV details': [DETAILS_CSV, details('call.csv')],
  'Master.csv': [MASTER, history('Master.csv')],
  'CSV export': [TABLE, history('cdr.csv')],
  'FreeSWITCH CSV': [SWITCH, history('master.csv')],
  'tapelist.log': [TAPE_LIST, history('tapelist.log')],
  'message file': [MESSAGE, voicemail],
};

/** What misleads readers: keys of prototypes, halves of characters, entities, quotes, numbers beyond all measure. */
const NASTY = [
  '__proto__',
  '"__proto__":{"polluted":1},',
  '"constructor":{"prototype":{"polluted":1}},',
  '\ud800',
  '\udfff\ud83d',
  '\u0000',
  '\u202e',
  '\ufeff',
  '&#x110000;&#0;&#xd800;',
  '<!DOCTYPE r [<!ENTITY a "&b;&b;"><!ENTITY b SYSTEM "file:///etc/passwd">]>',
  '<![CDATA[',
  '<!--',
  '"""',
  '1e309',
  '-1',
  '99999999999999999999:99:99,999',
  '9007199254740993',
  '\r',
  '\n\n',
  '[[[[[[[[[[[[[[[[',
  '{"a":{"a":{"a":{"a":',
];

function damage(text: string, random: () => number): string {
  const pick = (limit: number): number => Math.floor(random() * limit);
  let damaged = text;
  for (let times = 1 + pick(4); times > 0; times -= 1) {
    const at = pick(damaged.length);
    const nasty = NASTY[pick(NASTY.length)] ?? '';
    const until = at + pick(24);
    switch (pick(7)) {
      case 0:
        damaged = damaged.slice(0, at) + String.fromCharCode(pick(65_536)) + damaged.slice(at + 1);
        break;
      case 1:
        damaged = damaged.slice(0, at);
        break;
      case 2:
        damaged = damaged.slice(0, at) + nasty + damaged.slice(at);
        break;
      case 3:
        damaged = damaged.slice(0, at) + nasty + damaged.slice(until);
        break;
      case 4:
        damaged = damaged.slice(0, until) + damaged.slice(at);
        break;
      case 5:
        damaged = damaged.slice(0, at) + damaged.slice(until);
        break;
      default:
        damaged = damaged.replace(/[0-9]+/, nasty) + damaged.slice(at);
    }
  }
  return damaged;
}

function readInTime(name: string, read: Read, text: string): unknown {
  const startedAtMs = performance.now();
  let told: unknown;
  try {
    told = read(text);
  } catch (error) {
    throw new Error(`${name}: ${JSON.stringify(text.slice(0, 600))}`, { cause: error });
  }
  expect(performance.now() - startedAtMs, name).toBeLessThan(LIMIT_MS);
  checkNumbers(name, told);
  return told;
}

/** No number that a database or a page would choke on, and nothing that changed how all objects are. */
function checkNumbers(name: string, told: unknown): void {
  if (typeof told === 'number' && !Number.isFinite(told)) throw new Error(`${name}: ${String(told)}`);
  if (typeof told !== 'object' || told === null) return;
  for (const value of Object.values(told)) checkNumbers(name, value);
}

describe('a damaged text', () => {
  it.each(Object.keys(TEXTS))(
    'is read or refused in time and in little memory: %s',
    (name) => {
      const [text, read] = TEXTS[name]!;
      expect(readInTime(name, read, text)).toBeTruthy();
      const random = createRandom([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
      const memoryBefore = process.memoryUsage().rss;
      for (let turn = 0; turn < TURNS; turn += 1) readInTime(name, read, damage(text, random));
      expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(LIMIT_BYTES);
      expect('polluted' in {}).toBe(false);
    },
    Math.max(60_000, TURNS * 20),
  );

  it('was understood before it was damaged', () => {
    for (const [name, [text, read]] of Object.entries(TEXTS)) {
      const told = JSON.stringify(read(text)) ?? '';
      expect(told.length, name).toBeGreaterThan(60);
      expect(told, name).not.toContain('bad-sidecar');
    }
  });
});

const MANY = 100_000;

describe('a text made to exhaust', () => {
  it.each([
    ['levels of JSON', `${'['.repeat(MANY)}${']'.repeat(MANY)}`],
    ['levels of objects', `${'{"a":'.repeat(MANY)}1${'}'.repeat(MANY)}`],
    ['levels of XML', `${'<a>'.repeat(MANY)}${'</a>'.repeat(MANY)}`],
    ['elements that never end', '<a'.repeat(MANY)],
    ['attributes', `<r ${'a="1" '.repeat(MANY)}/>`],
    [
      'entities that multiply',
      `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(1000)}">]><r>${'&a;'.repeat(MANY)}</r>`,
    ],
    ['ampersands', `<r>${'&'.repeat(MANY)}</r>`],
    ['comments', `<r>${'<!--'.repeat(MANY)}</r>`],
    ['quotes', '"'.repeat(MANY * 5 + 1)],
    ['commas', ','.repeat(MANY * 5)],
    ['line feeds', '\n'.repeat(MANY * 5)],
    ['blanks', `${' '.repeat(MANY * 5)}x`],
    ['arrows of SubRip', '00:00:01,000 --> '.repeat(MANY)],
    ['marks of a voice', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v '.repeat(MANY)}`],
    ['digits', '9'.repeat(MANY * 5)],
    [
      'keys of one object',
      `{${Array.from({ length: MANY }, (_, index) => `"k${String(index)}":1`).join(',')}}`,
    ],
    ['equal signs', '='.repeat(MANY * 5)],
    ['segments', `{"segments":[${'{"start":0,"end":1,"text":"a"},'.repeat(MANY)}{}]}`],
  ])(
    'with %s is read or refused in time by every reader',
    (kind, text) => {
      const memoryBefore = process.memoryUsage().rss;
      for (const [name, [, read]] of Object.entries(TEXTS)) readInTime(`${kind}, ${name}`, read, text);
      expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(2 * LIMIT_BYTES);
    },
    60_000,
  );

  it('with a document type is refused before anything of it is looked up', () => {
    const text = `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${AVAYA.slice(21)}`;
    expect(JSON.stringify(details('call.xml')(text))).toContain('bad-sidecar');
  });
});
