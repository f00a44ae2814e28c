// What a FreePBX server leaves beside its recordings: headers of which no sound followed, voicemail, greetings, faxes.
import { addLeg, toEnds } from './asterisk-call.mjs';
import { toSound } from './asterisk-sound.mjs';
import { toWall } from './wall-clock.mjs';

/** @typedef {import('./asterisk-call.mjs').Call} Call */

/** Nobody answered: a header, or not even that. @param {Call} call */
export function writeNothing(call) {
  const { from, called } = toEnds(call);
  addLeg(call, from, called, { seconds: 0 });
  const ending = ['wav', 'WAV', 'gsm'][call.index % 3] ?? 'wav';
  const bytes = toSound(ending, 0).bytes;
  const path = `${call.toPath('internal', called, from)}.${ending}`;
  call.folder.write(path, bytes);
  call.folder.findings.push({ path, kind: 'empty' });
}

/** One message in three formats with its text, and the greeting of the mailbox. @param {Call} call */
export function writeMessage(call) {
  const { index, ext, startMs } = call;
  const from = call.direction === 'internal' ? '0302345678' : call.other;
  const box = `${call.root}/voicemail/default/${ext}`;
  const place = ['INBOX', 'Old', 'Urgent', 'Work', 'Family', 'Friends'][index % 6] ?? 'INBOX';
  const base = `${box}/${place}/msg${String(index).padStart(4, '0')}`;
  const clid = `"${call.callerName.replaceAll(/(["\\])/g, '\\$1')}" <${from}>`;
  call.folder.write(
    `${base}.txt`,
    `;\n; Message Information file\n;\n[message]\norigmailbox=299\ncontext=ext-local\nexten=${ext}\nrdnis=unknown\npriority=2\ncallerchan=PJSIP/trunk-00000001\ncallerid=${clid}\norigdate=${toWall(startMs, 'UTC').text} UTC\norigtime=${startMs / 1000}\ncategory=\nmsg_id=${startMs / 1000}-0000000${index % 10}\nflag=\nduration=4\n`,
  );
  for (const ending of ['WAV', 'gsm'])
    call.folder.write(`${base}.${ending}`, toSound(ending, call.lengthMs).bytes);
  call.folder.write(`${base}.wav`, toSound('wav', call.lengthMs).bytes);
  call.folder.tell({
    ...{ path: `${base}.wav`, reader: 'freepbx', kind: 'voicemail', startMs, lengthMs: call.lengthMs },
    ...{ direction: 'inbound', caller: from, callerName: call.callerName, called: ext, owner: ext },
    sidecars: ['WAV', 'gsm', 'txt'].map((ending) => `${base}.${ending}`),
  });
  if (index % 2 === 0) writeGreeting(call, `${box}/${['unavail', 'busy', 'greet'][index % 3] ?? ''}`);
}

/** @param {Call} call @param {string} base */
function writeGreeting(call, base) {
  const path = `${base}.wav`;
  if (call.folder.findings.some((finding) => finding.path === path)) return;
  call.folder.write(path, toSound('wav', 400).bytes);
  call.folder.findings.push({ path, kind: 'greeting' });
}

/** One page in two directories of tags. @param {Call} call */
export function writeFax(call) {
  const tiff = Buffer.alloc(22);
  tiff.write('II*\0', 0, 'latin1');
  [8, 0].forEach((value, index) => tiff.writeUInt32LE(value, 4 + index * 10));
  const path = `${call.root}/fax/${call.uniqueId}.tif`;
  addLeg({ ...call, direction: 'inbound' }, '0302345678', call.ext, { application: 'ReceiveFAX' });
  call.folder.write(path, tiff);
  call.folder.tell({
    ...{ path, reader: 'freepbx', kind: 'fax', startMs: call.startMs, lengthMs: -1, direction: 'inbound' },
    ...{
      caller: '0302345678',
      callerName: call.callerName,
      called: call.ext,
      owner: call.ext,
      accountCode: call.account,
    },
  });
}
