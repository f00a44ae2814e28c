// Recordings of FreePBX by the types of their names, each with the truth about it.
import { addLeg, addRecording, toEnds, toPhone } from './asterisk-call.mjs';
import { ENDINGS, toSound, toTwoSides } from './asterisk-sound.mjs';

/**
 * @typedef {import('./archive-folder.mjs').Told} Told
 * @typedef {import('./asterisk-call.mjs').Call} Call
 */

const NO_NAME = ['unknown', 'anonymous', 'restricted'];

/** From one number to another, under a type of name. @param {Call} call @param {string} type @param {{ startMs?: number, ending?: string, from?: string, called?: string, hasOwner?: boolean }} [more] */
export function writeTyped(call, type, more = {}) {
  const ends = toEnds(call);
  const { from = ends.from, called = ends.called, startMs = call.startMs } = more;
  const ending = more.ending ?? ENDINGS[(call.index * 5) % ENDINGS.length] ?? 'wav';
  addLeg(call, from, called, {
    dstChannel: call.direction === 'outbound' ? 'PJSIP/trunk-0000000b' : toPhone(called),
  });
  addRecording(call, call.toPath(type, called, from, { startMs }), ending, {
    ...{ caller: from, called, startMs, owner: more.hasOwner === false ? null : ends.owner },
  });
}

/** By the type that FreePBX gives for the direction. @param {Call} call */
export const writePlain = (call) =>
  writeTyped(call, { inbound: 'external', outbound: 'out', internal: 'internal' }[call.direction]);

/** Eight digits and six: elsewhere in the name these are a date and a time. @param {Call} call */
export const writeLikeDate = (call) =>
  writeTyped({ ...call, direction: 'outbound', ...{ ext: '201001' } }, 'out', {
    called: `9${call.other.slice(-7)}`,
  });

/** @param {Call} call */
export const writeHyphens = (call) => {
  const number = `+49-30-${call.other.slice(-6)}`;
  writeTyped({ ...call, direction: 'outbound' }, 'out', { called: number });
};

/** @param {Call} call */
export function writeWithheld(call) {
  const word = NO_NAME[call.index % NO_NAME.length] ?? '';
  addLeg(call, word, call.ext, { srcName: word, dstChannel: toPhone(call.ext) });
  const truth = {
    direction: /** @type {const} */ ('inbound'),
    caller: '',
    called: call.ext,
    owner: call.ext,
  };
  addRecording({ ...call, direction: 'inbound' }, call.toPath('external', call.ext, word), 'wav', {
    ...truth,
    callerName: null,
  });
}

/** To a queue or a ring group of many: who answered took part, and it is his. @param {Call} call @param {'q' | 'rg'} type */
export function writeGroup(call, type) {
  const inbound = { ...call, direction: /** @type {const} */ ('inbound') };
  const from = call.direction === 'internal' ? '0302345678' : call.other;
  const group = type === 'q' ? '700' : '600';
  const application = type === 'q' ? 'Queue' : 'Dial';
  addLeg(inbound, from, group, { application, dstChannel: toPhone(call.ext), context: 'ext-group' });
  const truth = { caller: from, called: group, group, owner: call.ext, others: [call.ext] };
  addRecording(inbound, call.toPath(type, group, from), ENDINGS[call.index % 6] ?? 'wav', truth);
}

/** By the number that was dialled from outside. @param {Call} call */
export function writeLine(call) {
  const inbound = { ...call, direction: /** @type {const} */ ('inbound') };
  const from = call.direction === 'internal' ? '0302345678' : call.other;
  addLeg(inbound, from, call.line, { dstChannel: toPhone(call.ext), did: call.line });
  const truth = { caller: from, called: call.line, line: call.line, owner: call.ext, others: [call.ext] };
  addRecording(inbound, call.toPath('in', call.line, from), 'wav', truth);
}

/** Begun ten seconds into the call on the channel that was called, whose unique id is in no history. @param {Call} call */
export function writeOnDemand(call) {
  const { from, called } = toEnds(call);
  addLeg(call, from, called, {
    dstChannel: call.direction === 'outbound' ? 'PJSIP/trunk-0000000b' : toPhone(called),
  });
  const startMs = call.startMs + 10_000;
  const uniqueId = `${call.uniqueId.replace(/\d+\.\d+$/, '')}${call.startMs / 1000 + 1}.${call.index * 11 + 2}`;
  const path = call.toPath('ondemand', called, from, { startMs, uniqueId });
  addRecording(call, path, 'wav', { caller: from, called, startMs });
}

/** Begun by a key: whoever pressed it stands first, and may have called or been called. @param {Call} call */
export function writeAuto(call) {
  const { from, called } = toEnds(call);
  addLeg(call, from, called, {
    dstChannel: call.direction === 'outbound' ? 'PJSIP/trunk-0000000b' : toPhone(called),
  });
  const startMs = call.startMs + 7000;
  const pair = call.index % 2 === 0 ? `${from}-${called}` : `${called}-${from}`;
  const path = `${call.root}/monitor/auto-${startMs / 1000}-${pair}`;
  addRecording(call, path, 'wav', { caller: from, called, startMs });
}

/** `ROOM-ROOM-ACTION`; a second person called into the room by himself. @param {Call} call */
export function writeConference(call) {
  const room = `80${call.index % 10}`;
  const second = String(270 + (call.index % 9));
  const conference = { application: 'ConfBridge', context: 'ext-meetme' };
  addLeg(call, call.ext, room, { ...conference, outboundNumber: '' });
  const startMs = call.startMs + 1000;
  const uniqueId = `${startMs / 1000}.${call.index * 11 + 3}`;
  const other = { uniqueId, linkedId: uniqueId, startMs, srcName: '', outboundNumber: '' };
  addLeg(call, second, room, { ...conference, ...other });
  const action = ['always', 'yes', 'force'][call.index % 3] ?? 'yes';
  const type = call.index % 4 === 0 ? 'room' : room;
  addRecording({ ...call, direction: 'internal' }, call.toPath(type, room, action), 'wav', {
    ...{ caller: call.ext, called: room, others: [second] },
  });
}

/** The same recording as linear PCM and as GSM, of one base name but for capitals in its ending. @param {Call} call */
export function writeTwice(call) {
  const { from, called, owner } = toEnds(call);
  const path = call.toPath(
    { inbound: 'external', outbound: 'out', internal: 'internal' }[call.direction],
    called,
    from,
  );
  addLeg(call, from, called);
  call.folder.write(`${path}.WAV`, toSound('WAV', call.lengthMs).bytes);
  addRecording(call, path, 'wav', { caller: from, called, owner, sidecars: [`${path}.WAV`] });
}

/** What the caller said and what he heard, in two files. @param {Call} call */
export function writeSides(call) {
  const { from, called, owner } = toEnds(call);
  addLeg(call, from, called);
  const type = { inbound: 'external', outbound: 'out', internal: 'internal' }[call.direction];
  for (const [end, speaker] of [
    ['-in', from],
    ['-out', called],
  ]) {
    const channels = { [speaker ?? '']: 0 };
    addRecording(call, call.toPath(type, called, from, { end: end ?? '' }), 'wav', {
      caller: from,
      called,
      owner,
      channels,
    });
  }
}

/** Option D: both sides in one file without a header. @param {Call} call */
export function writeInterleaved(call) {
  const { from, called, owner } = toEnds(call);
  const type = { inbound: 'external', outbound: 'out', internal: 'internal' }[call.direction];
  const path = `${call.toPath(type, called, from)}.raw`;
  const { bytes, lengthMs } = toTwoSides(1500);
  addLeg(call, from, called);
  call.folder.write(path, bytes);
  call.folder.tell({
    ...{
      path,
      reader: 'freepbx',
      startMs: call.startMs,
      lengthMs,
      direction: call.direction,
      caller: from,
      called,
      owner,
    },
    ...{ callerName: call.callerName, accountCode: call.account, channels: { [from]: 0, [called]: 1 } },
    line: call.direction === 'outbound' && call.layout === 'table' ? call.line : null,
  });
}

/** From outside to one, who asks another and puts the caller through: two channels, one call. @param {Call} call */
export function writeTransfer(call) {
  const inbound = { ...call, direction: /** @type {const} */ ('inbound') };
  const from = call.direction === 'internal' ? '0302345678' : call.other;
  const asked = String(280 + (call.index % 9));
  const startMs = call.startMs + 20_000;
  const uniqueId = `${call.uniqueId.replace(/\d+\.\d+$/, '')}${startMs / 1000}.${call.index * 11 + 4}`;
  addLeg(inbound, from, call.ext, { dstChannel: toPhone(call.ext) });
  addLeg(inbound, call.ext, asked, {
    uniqueId,
    startMs,
    srcName: '',
    dstChannel: toPhone(asked),
    seconds: 12,
  });
  // Afterwards the caller and the one who was asked: Asterisk writes such a line without saying who called.
  addLeg(inbound, '', asked, {
    startMs: startMs + 12_000,
    srcName: '',
    dstChannel: toPhone(asked),
    seconds: 9,
  });
  addRecording(inbound, call.toPath('external', call.ext, from), 'wav', {
    ...{ caller: from, called: call.ext, owner: call.ext, others: [asked] },
  });
  addRecording(
    { ...call, direction: 'internal' },
    call.toPath('internal', asked, call.ext, { startMs, uniqueId }),
    'wav',
    {
      ...{ startMs, caller: call.ext, callerName: null, called: asked, others: [from] },
    },
  );
}
