// FreePBX: names of recordings, and the lines that Asterisk writes into its call history for each call.
import { berlinStamp } from './berlin-time.mjs';
import { colleagueAt, GROUPS } from './cast.mjs';
import { between, seededRandom } from './random.mjs';

/**
 * @typedef {import('./plan.mjs').Plan} Plan
 * @typedef {import('./call-history.mjs').HistoryLine} HistoryLine
 * @typedef {{ readonly path: string, readonly uniqueId: string, readonly linkedId: string,
 *   readonly callerName: string, readonly accountCode: string | null, readonly history: readonly HistoryLine[] }} FreepbxCall
 */

export const MONITOR_DIR = 'freepbx/monitor';
const TRUNK = 'PJSIP/trunk-munich';
/** Of outbound calls made for the refitting project. */
const ACCOUNT_CODE = '7010';

/**
 * A caller's number as a hostile device may send it: nothing here is forbidden in a Windows file name, all of it is
 * unkind to a program that shows, joins or queries names without care. It begins with a right-to-left override.
 */
export const HOSTILE_NUMBER =
  "\u202Egpj.llac\u202C' OR 1=1 #%2e%2e%2f&lt;script&gt;alert(1)&lt;script&gt;${7}☎" +
  '\u{1F4DE}\u{1F480}\u{1F469}\u200D\u{1F4BB}'.repeat(2) +
  '電話録音通話記録顧客苦情返金請求保証期間修理依頼';
const HOSTILE_NAME = `Bobby'); DROP TABLE calls; "<img src=x onerror=alert(1)>"`;

/** @param {number} n */
const hex8 = (n) => n.toString(16).padStart(8, '0');

/** @param {string} peer @param {number} serial */
const channelOf = (peer, serial) => `${peer}-${hex8(serial)}`;

/** @param {number} startMs @param {number} serial */
const uniqueIdOf = (startMs, serial) => `${String(Math.floor(startMs / 1000))}.${String(serial)}`;

/** @param {Plan} plan */
function callerOf(plan) {
  if (plan.trouble === 'unsafe-name') return { number: HOSTILE_NUMBER, name: HOSTILE_NAME };
  if (plan.form === 'internal' || plan.form === 'ondemand') {
    const number = plan.callingExtension ?? '';
    return { number, name: colleagueAt(number).name };
  }
  if (plan.form === 'out') return { number: plan.extension, name: colleagueAt(plan.extension).name };
  // One trunk in four sends no name.
  const isNamed = seededRandom(`name ${plan.key}`)() < 0.75;
  return { number: plan.customer.number, name: isNamed ? plan.customer.name : '' };
}

/** The part of the name that says who was called. @param {Plan} plan */
function calledInName(plan) {
  if (plan.form === 'out') return plan.customer.number;
  if (plan.form === 'in') return plan.line ?? '';
  if (plan.form === 'q') return '700';
  return plan.form === 'rg' ? '600' : plan.extension;
}

/**
 * The id in the recording's name. A one-touch recording bears that of the called leg, which the history never names.
 * @param {Plan} plan @param {number} serial
 */
const recordingIdOf = (plan, serial) =>
  uniqueIdOf(plan.startMs, plan.form === 'ondemand' ? serial + 2 : serial);

/** @param {Plan} plan @param {number} serial */
function pathOf(plan, serial) {
  // A one-touch recording begins in mid-call.
  const namedMs = plan.form === 'ondemand' ? plan.startMs + 14_000 : plan.startMs;
  const { year, month, day, day8, time6 } = berlinStamp(namedMs);
  const name = [
    plan.form,
    calledInName(plan),
    callerOf(plan).number,
    day8,
    time6,
    recordingIdOf(plan, serial),
  ].join('-');
  return `${MONITOR_DIR}/${year}/${month}/${day}/${name}.${plan.format === 'gsm-wav' ? 'WAV' : 'wav'}`;
}

/** Where a call was sent and by which application, without its times. @param {Plan} plan @param {number} serial */
function route(plan, serial) {
  const trunk = channelOf(TRUNK, serial);
  const phone = (/** @type {string} */ extension) => channelOf(`PJSIP/${extension}`, serial + 1);
  const own = phone(plan.extension);
  const dial = { application: 'Dial', data: `PJSIP/${plan.extension},20,HhTtr` };
  if (plan.form === 'out') {
    const data = `${TRUNK.replace('PJSIP/', `PJSIP/${plan.customer.number}@`)},300,Tb(func-apply-sipheaders^s^1)`;
    return {
      dst: plan.customer.number,
      context: 'from-internal',
      channel: channelOf(`PJSIP/${plan.extension}`, serial),
      dstChannel: channelOf(TRUNK, serial + 1),
      application: 'Dial',
      data,
    };
  }
  if (plan.form === 'internal' || plan.form === 'ondemand') {
    return {
      dst: plan.extension,
      context: 'ext-local',
      channel: channelOf(`PJSIP/${plan.callingExtension ?? ''}`, serial),
      dstChannel: own,
      ...dial,
    };
  }
  if (plan.form === 'q')
    return {
      dst: '700',
      context: 'ext-queues',
      channel: trunk,
      dstChannel: own,
      application: 'Queue',
      data: '700,tTxX,,,20',
    };
  if (plan.form === 'rg')
    return {
      dst: '600',
      context: 'ext-group',
      channel: trunk,
      dstChannel: own,
      application: 'Dial',
      data: `${ringAll('600')},20,tT`,
    };
  return {
    dst: plan.extension,
    context: plan.form === 'in' ? 'from-did-direct' : 'ext-local',
    channel: trunk,
    dstChannel: own,
    ...dial,
  };
}

/** @param {string} groupExtension */
const membersOf = (groupExtension) => {
  const group = GROUPS.find((one) => one.extension === groupExtension);
  return ['201', '202', '203', '204', '205', '206', '207', '208'].filter((extension) =>
    group?.members.includes(colleagueAt(extension).signInName),
  );
};

/** @param {string} groupExtension */
const ringAll = (groupExtension) =>
  membersOf(groupExtension)
    .map((one) => `PJSIP/${one}`)
    .join('&');

/** Legs to members of the group whose telephones rang in vain. @param {Plan} plan @param {HistoryLine} answered */
function unansweredLegs(plan, answered) {
  if (plan.form !== 'q' && plan.form !== 'rg') return [];
  const others = membersOf(answered.dst).filter((one) => one !== plan.extension);
  return others.slice(0, 2).map((extension, i) => ({
    ...answered,
    dstChannel: channelOf(`PJSIP/${extension}`, Number(answered.uniqueId.split('.')[1]) + 2 + i),
    answerMs: null,
    endMs: answered.answerMs ?? answered.endMs,
    disposition: /** @type {const} */ ('NO ANSWER'),
  }));
}

/**
 * The path, ids and history of one recorded call.
 * @param {Plan} plan
 * @param {number} serial the PBX's running number of the call's first channel
 * @param {number} durationMs of the recording
 * @param {number} transferAtMs for a transferred call: when, from the beginning of the recording
 * @returns {FreepbxCall}
 */
export function toFreepbxCall(plan, serial, durationMs, transferAtMs) {
  const random = seededRandom(`ring ${plan.key}`);
  const uniqueId = uniqueIdOf(plan.startMs, serial);
  const caller = callerOf(plan);
  const path = pathOf(plan, serial);
  const answerMs = plan.startMs + between(random, 2, 11) * 1000;
  const accountCode = plan.form === 'out' && ['209', '210'].includes(plan.extension) ? ACCOUNT_CODE : null;
  // What an on-demand call said before the button was pressed belongs to the call, but not to the recording.
  const unrecordedMs = plan.form === 'ondemand' ? 14_000 : 0;
  const answered = {
    src: caller.number,
    callerName: caller.name,
    ...route(plan, serial),
    startMs: plan.startMs,
    answerMs,
    endMs: answerMs + unrecordedMs + Math.ceil(durationMs / 1000) * 1000,
    disposition: /** @type {const} */ ('ANSWERED'),
    uniqueId,
    linkedId: uniqueId,
    ...(accountCode === null ? {} : { accountCode }),
    recordingFile: path.slice(path.lastIndexOf('/') + 1),
  };
  const history =
    plan.second === undefined ? [answered] : splitAtTransfer(answered, plan.second, transferAtMs);
  const first = history[0] ?? answered;
  return {
    path,
    uniqueId: recordingIdOf(plan, serial),
    linkedId: uniqueId,
    callerName: caller.name,
    accountCode,
    history: [...unansweredLegs(plan, first), ...history],
  };
}

/** @param {HistoryLine} whole @param {string} second @param {number} transferAtMs @returns {HistoryLine[]} */
function splitAtTransfer(whole, second, transferAtMs) {
  const cutMs = (whole.answerMs ?? whole.startMs) + Math.floor(transferAtMs / 1000) * 1000;
  const serial = Number(whole.uniqueId.split('.')[1]) + 6;
  const after = {
    dst: second,
    context: 'from-internal-xfer',
    dstChannel: channelOf(`PJSIP/${second}`, serial),
    data: `PJSIP/${second},25,tT`,
  };
  return [
    { ...whole, endMs: cutMs },
    { ...whole, ...after, startMs: cutMs, answerMs: cutMs },
  ];
}
