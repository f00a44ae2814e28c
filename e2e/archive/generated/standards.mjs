// Recordings described by standards: SIPREC metadata of RFC 7865, also in its older form, and vCons of every make.
import { generateKeyPairSync, sign } from 'node:crypto';
import { toWav, toXmlText } from './archive-folder.mjs';
import { makeCalls } from './chance-calls.mjs';
import { toUuid } from './other-pbx.mjs';
import { toIsoWithOffset, toTold, toWall } from './wall-clock.mjs';

/**
 * @typedef {import('./archive-folder.mjs').ArchiveFolder} ArchiveFolder
 * @typedef {import('./chance-calls.mjs').ChanceCall} ChanceCall
 */

const id = (/** @type {string} */ text) =>
  Buffer.from(toUuid(text).replaceAll('-', ''), 'hex').toString('base64');

/** Two channels; who speaks on which is told by streams alone, and the first participant may be on the second. @param {ArchiveFolder} folder @param {number} count */
export function writeSiprec(folder, count) {
  for (const call of makeCalls('siprec', count)) {
    const { startMs, direction, ext, extName, other, otherName } = call;
    const base = `siprec/${toWall(startMs, 'UTC').day8}/${toUuid(`siprec ${call.index}`)}`;
    const isTurned = call.index % 2 === 1;
    folder.write(`${base}.wav`, toWav(call.lengthMs, 2));
    folder.write(
      `${base}.xml`,
      call.index % 3 === 0 ? toOlder(call, folder.zone, isTurned) : toRfc7865(call, folder.zone, isTurned),
    );
    const told = call.index % 3 === 0 ? toTold(startMs, folder.zone) : { ms: startMs, isDoubtful: false };
    folder.tell({
      path: `${base}.wav`,
      reader: 'siprec',
      startMs: told.ms,
      isTimeDoubtful: told.isDoubtful,
      lengthMs: call.lengthMs,
      direction: direction === 'internal' ? 'internal' : 'unknown',
      caller: other,
      callerName: otherName,
      called: ext,
      calledName: extName,
      channels: { [other]: isTurned ? 1 : 0, [ext]: isTurned ? 0 : 1 },
      sidecars: [`${base}.xml`],
    });
  }
}

/** @param {ChanceCall} call @param {string} zone @param {boolean} isTurned */
function toRfc7865(call, zone, isTurned) {
  const [session, one, two, first, second] = ['s', 'p1', 'p2', 'st1', 'st2'].map((part) =>
    id(`${part} ${call.index}`),
  );
  const offset = toIsoWithOffset(call.startMs, zone);
  const start =
    call.index % 2 === 0 ? new Date(call.startMs).toISOString() : offset.replace(/:(\d\d)$/, '$1');
  const [labelOne, labelTwo] = isTurned ? [97, 96] : [96, 97];
  return `<?xml version="1.0" encoding="UTF-8"?>
<recording xmlns='urn:ietf:params:xml:ns:recording:1'><datamode>complete</datamode>
<group group_id="${id(`g ${call.index}`)}"><associate-time>${start}</associate-time></group>
<session session_id="${session ?? ''}"><group-ref>${id(`g ${call.index}`)}</group-ref><start-time>${start}</start-time></session>
<participant participant_id="${one ?? ''}"><nameID aor="sip:${call.other}@carrier.example"><name xml:lang="en">${toXmlText(call.otherName)}</name></nameID></participant>
<participant participant_id="${two ?? ''}"><nameID aor="sip:${call.ext}@pbx.example;transport=tls"><name>${call.extName}</name></nameID></participant>
<stream stream_id="${first ?? ''}" session_id="${session ?? ''}"><label>${labelOne}</label></stream><stream stream_id="${second ?? ''}" session_id="${session ?? ''}"><label>${labelTwo}</label></stream>
<sessionrecordingassoc session_id="${session ?? ''}"><associate-time>${start}</associate-time></sessionrecordingassoc>
<participantsessionassoc participant_id="${one ?? ''}" session_id="${session ?? ''}"><associate-time>${start}</associate-time></participantsessionassoc>
<participantstreamassoc participant_id="${one ?? ''}"><send>${first ?? ''}</send><recv>${second ?? ''}</recv></participantstreamassoc>
<participantstreamassoc participant_id="${two ?? ''}"><send>${second ?? ''}</send><recv>${first ?? ''}</recv></participantstreamassoc></recording>`;
}

/** @param {ChanceCall} call @param {string} zone @param {boolean} isTurned */
function toOlder(call, zone, isTurned) {
  const [labelOne, labelTwo] = isTurned ? [2, 1] : [1, 2];
  const start = toWall(call.startMs, zone).text.replace(' ', 'T');
  return `<recording xmlns="urn:ietf:params:xml:ns:recording"><dataMode>complete</dataMode><session id="S${call.index}"><start-time>${start}</start-time></session>
<participant id="A" session="S${call.index}"><nameID aor="sip:${call.other}@carrier.example"><name>${toXmlText(call.otherName)}</name></nameID><send>x1</send></participant>
<participant id="B" session="S${call.index}"><nameID aor="sip:${call.ext}@pbx.example"><name>${call.extName}</name></nameID><send>x2</send></participant>
<stream id="x1" session="S${call.index}"><label>${labelOne}</label></stream><stream id="x2" session="S${call.index}"><label>${labelTwo}</label></stream></recording>`;
}

const MAKES = [
  'beside',
  'inline',
  'signed',
  'encrypted',
  'older',
  'redacted',
  'amended',
  'critical',
  'by channel',
  'one party',
];

/** With its sound beside it, in itself, signed, encrypted, changed after the call, and asking for more than anybody knows. @param {ArchiveFolder} folder @param {number} count */
export function writeVcon(folder, count) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  for (const call of makeCalls('vcon', count)) {
    const name = toUuid(`vcon ${call.index}`);
    const dir = `vcon/${call.index % 25}`;
    const make = MAKES[call.index % MAKES.length] ?? 'beside';
    const sound = toWav(call.lengthMs, 2);
    const fileName = `audio ${call.index}.wav`;
    const isBeside = !['inline', 'signed', 'critical'].includes(make);
    const place = isBeside
      ? { filename: fileName, url: `https://store.example/x/${encodeURIComponent(fileName)}` }
      : { encoding: 'base64url', body: sound.toString('base64url') };
    const vcon = { ...toVconJson(call, folder.zone, name, place, make), ...toChange(make) };
    const vconPath = `${dir}/${name}.vcon${make === 'inline' ? '' : '.json'}`;
    if (make === 'encrypted') {
      folder.write(
        vconPath,
        JSON.stringify({
          unprotected: { cty: 'application/vcon+json' },
          ciphertext: 'b1BOQ',
          iv: 'a',
          tag: 'b',
          recipients: [{}],
        }),
      );
      folder.findings.push({ path: vconPath, kind: 'unsupported' });
      continue;
    }
    folder.write(vconPath, make === 'signed' ? toSigned(vcon, privateKey) : JSON.stringify(vcon));
    if (make === 'critical') {
      folder.findings.push({ path: vconPath, kind: 'bad-sidecar' });
      continue;
    }
    if (make === 'signed') folder.findings.push({ path: vconPath, kind: 'unverified' });
    if (isBeside) folder.write(`${dir}/${fileName}`, sound);
    const path = isBeside ? `${dir}/${fileName}` : vconPath;
    tellVcon(folder, call, path, isBeside ? [vconPath] : [], make === 'one party');
  }
}

/** What a vCon says of itself beyond the call. @param {string} make */
function toChange(make) {
  if (make === 'redacted') return { redacted: { uuid: toUuid('before'), type: 'PII' } };
  if (make === 'amended') return { amended: { uuid: toUuid('before') } };
  return make === 'critical' ? { critical: ['example-extension'] } : {};
}

/** @param {ArchiveFolder} folder @param {ChanceCall} call @param {string} path @param {readonly string[]} sidecars @param {boolean} hasOneParty */
function tellVcon(folder, call, path, sidecars, hasOneParty) {
  const { direction, ext, extName, other, otherName } = call;
  const isIn = direction === 'inbound';
  if (hasOneParty) {
    const owner = direction === 'internal' ? other : null;
    const told = { caller: other, callerName: otherName, owner, sidecars };
    folder.tell({ path, reader: 'vcon', startMs: call.startMs, lengthMs: call.lengthMs, ...told });
    return;
  }
  folder.tell({
    path,
    reader: 'vcon',
    startMs: call.startMs,
    direction,
    lengthMs: call.lengthMs,
    caller: isIn ? other : ext,
    callerName: isIn ? otherName : extName,
    called: isIn ? ext : other,
    calledName: isIn ? extName : otherName,
    owner: direction === 'internal' ? null : ext,
    channels: { [other]: 0, [ext]: 1 },
    sidecars,
  });
}

/** The outside is always party 0 and channel 0; who began is told by `originator`. @param {ChanceCall} call @param {string} zone @param {string} uuid @param {object} place @param {string} make */
function toVconJson(call, zone, uuid, place, make) {
  const { direction, ext, extName, other, otherName, startMs } = call;
  const isOlder = make === 'older';
  const parties = { 'one party': 0, 'by channel': [[0], [1]] }[make] ?? [0, 1];
  const type = isOlder ? { mimetype: 'audio/x-wav' } : { mediatype: 'audio/x-wav' };
  return {
    vcon: isOlder ? '0.0.1' : '0.3.0',
    uuid,
    created_at: new Date(startMs + 9e5).toISOString(),
    ...(isOlder ? { appended: {}, must_support: [] } : {}),
    parties: [
      { tel: `tel:${other}`, name: otherName, role: direction === 'internal' ? 'agent' : 'customer' },
      { tel: ext, name: extName, role: 'agent' },
    ],
    dialog: [
      { type: 'text', start: new Date(startMs).toISOString(), parties: [0], body: 'hello', encoding: 'none' },
      {
        type: 'recording',
        start: toIsoWithOffset(startMs, zone),
        duration: call.lengthMs / 1000,
        parties,
        ...(make === 'one party' ? {} : { originator: direction === 'inbound' ? 0 : 1 }),
        ...type,
        ...place,
      },
    ],
    analysis: [],
    attachments: [],
  };
}

/** @param {object} vcon @param {import('node:crypto').KeyObject} key */
function toSigned(vcon, key) {
  const part = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = part({ alg: 'RS256' });
  const payload = part(vcon);
  const signature = sign('sha256', Buffer.from(`${header}.${payload}`), key).toString('base64url');
  return JSON.stringify({
    payload,
    signatures: [{ header: { x5u: 'https://ca.example/c.pem' }, protected: header, signature }],
  });
}
