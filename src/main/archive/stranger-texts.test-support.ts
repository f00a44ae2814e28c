// A small text of each kind that strangers' programs leave beside recordings, with the reader that takes it.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ArchiveFs } from './archive-fs';
import { findHistoryFormat, readHistory } from './call-history/history-file';
import type { MediaFile } from './readers/reader';
import { shareOut } from './readers/share-out';
import { listFields, readDetails } from './sidecars/details';
import { NoDetails } from './sidecars/field';
import { parseTranscript } from './transcripts/transcript';
import { ZoneClock } from './zone';

const zone = new ZoneClock('Europe/Berlin');

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
export const AVAYA =
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
/** A tenth of a second of linear PCM. */
function toVconWithSound(): string {
  const wav = Buffer.alloc(1644);
  wav.write(
    'RIFF\x64\x06\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\x40\x06\0\0',
    'latin1',
  );
  const [dialog] = VCON.dialog;
  return JSON.stringify({
    ...VCON,
    dialog: [{ ...dialog, encoding: 'base64url', body: wav.toString('base64url') }],
  });
}
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

export type Read = (text: string) => unknown;

function transcript(extension: string): Read {
  return (text) => parseTranscript(extension, text);
}

export function details(name: string): Read {
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

function history(folder: string, name: string): Read {
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

const soundInVcon: Read = (text) => {
  const [claim] = shareOut('', ['call.vcon'], 'auto', zone, { peek: () => Buffer.from(text) }).media;
  const header = claim?.readHeader?.();
  const file = { modifiedAtMs: 1_709_645_415_000, header: header?.ok ? header.header : null };
  return claim && [header, claim.read({ ...file, readText: () => text })];
};

/** A text of each kind with what reads it; `folder` is where call history lies while it is read. */
export function listTexts(folder: string): Readonly<Record<string, readonly [string, Read]>> {
  return {
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
    'Master.csv': [MASTER, history(folder, 'Master.csv')],
    'CSV export': [TABLE, history(folder, 'cdr.csv')],
    'FreeSWITCH CSV': [SWITCH, history(folder, 'master.csv')],
    'tapelist.log': [TAPE_LIST, history(folder, 'tapelist.log')],
    'message file': [MESSAGE, voicemail],
    'vCon with its sound': [toVconWithSound(), soundInVcon],
  };
}
