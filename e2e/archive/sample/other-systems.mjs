// 3CX, which says all it knows in the name of the file, and Oreka, which says it in tapelist.log.
import { berlinStamp } from './berlin-time.mjs';
import { colleagueAt } from './cast.mjs';
import { between, pick, seededRandom } from './random.mjs';

/** @typedef {import('./plan.mjs').Plan} Plan */

/** 'Ann Lee' as 3CX's phone book shows her. @param {string} name */
function toLastFirst(name) {
  const [first = '', ...rest] = name.split(' ');
  return `${rest.join(' ')}, ${first}`;
}

/**
 * The path of a 3CX recording, under the extension that recorded. In brackets stands the other party's name, or its
 * number where the phone book has no name, or nothing.
 * @param {Plan} plan
 * @param {number} callId
 */
export function toThreeCxCall(plan, callId) {
  const calling = plan.callingExtension;
  const outside = calling ?? plan.customer.number;
  const fullName = calling === undefined ? plan.customer.name : colleagueAt(calling).name;
  const chance = seededRandom(`bracket ${plan.key}`)();
  const isNamed = calling !== undefined || chance < 0.7;
  const unnamed = plan.form === 'out' ? '' : outside;
  const [from, to] = plan.form === 'out' ? [plan.extension, outside] : [outside, plan.extension];
  const { day8, time6 } = berlinStamp(plan.startMs);
  const bracket = isNamed ? toLastFirst(fullName) : unnamed;
  const name = `[${bracket}]_${from}-${to}_${day8}${time6}(${String(callId)}).${plan.format === 'mp3' ? 'mp3' : 'wav'}`;
  return {
    path: `3cx/recordings/${plan.extension}/${name}`,
    remoteName: isNamed ? toLastFirst(fullName) : null,
  };
}

/** The serializer's escapes: blank, percent, equals. @param {string} text */
const escaped = (text) => text.replaceAll('%', '%p').replaceAll(' ', '%s').replaceAll('=', '%e');

/**
 * The path of an Oreka recording and its line in tapelist.log.
 * @param {Plan} plan
 * @param {number} durationMs
 */
export function toOrekaCall(plan, durationMs) {
  const random = seededRandom(`port ${plan.key}`);
  const port = Array.from({ length: 4 }, () => pick(random, [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'])).join('');
  const { year, month, day, hour, minute, second, day8, time6 } = berlinStamp(plan.startMs);
  const fileName = `${year}/${month}/${day}/${hour}/${day8}_${time6}_${port}.wav`;
  const isOut = plan.form === 'out';
  const fields = {
    date: `${year}-${month}-${day}_${hour}-${minute}-${second}`,
    duration: String(Math.floor(durationMs / 1000)),
    direction: isOut ? 'out' : plan.form === 'unknown' ? 'unkn' : 'in',
    localside: 'unknown',
    audiokeepdirection: 'both',
    capturePort: port,
    localParty: plan.extension,
    remoteParty: plan.customer.number,
    localEntryPoint: plan.line ?? '',
    localIp: `192.0.2.${String(Number(plan.extension) - 150)}`,
    remoteIp: `198.51.100.${String(between(random, 2, 60))}`,
    filename: fileName,
    nativeCallId: `${String(between(random, 100000, 999999))} leg=1@pbx.marrowby.example`,
    ondemand: 'false',
  };
  // The serializer ends each value with a blank, the last one too.
  const line = Object.entries(fields)
    .map(([key, value]) => `${key}=${escaped(value)} `)
    .join('');
  return { path: `oreka/${fileName}`, line };
}
