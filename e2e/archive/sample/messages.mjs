// What else FreePBX keeps: voicemails with their message files, and faxes.
import { berlinToUtcMs, utcClock } from './berlin-time.mjs';
import { callerId } from './call-history.mjs';
import { VOICEMAIL } from './dialogues-other.mjs';

/** @typedef {import('./call-history.mjs').HistoryLine} HistoryLine */

const VOICEMAIL_DIR = 'freepbx/voicemail/default';

/**
 * Asterisk keeps each message in as many formats as it is told to, the same message each time. Here it is 16-bit WAV
 * with headerless GSM for two of them, and GSM in WAV for the others; never `.wav` beside `.WAV`, which would be one
 * file where case does not count.
 * @typedef {{ readonly mailbox: string, readonly startMs: number, readonly customer: number, readonly script: number,
 *   readonly isPlainWav: boolean }} VoicemailPlan `customer` and `script` are places in their lists.
 */

/** @type {readonly VoicemailPlan[]} */
export const VOICEMAILS = [
  { mailbox: '201', startMs: berlinToUtcMs(8, 19, 18, 42, 7), customer: 4, script: 0, isPlainWav: true },
  { mailbox: '205', startMs: berlinToUtcMs(9, 9, 7, 51, 30), customer: 10, script: 1, isPlainWav: true },
  { mailbox: '203', startMs: berlinToUtcMs(9, 28, 12, 15, 44), customer: 13, script: 2, isPlainWav: false },
  { mailbox: '209', startMs: berlinToUtcMs(10, 16, 19, 3, 2), customer: 15, script: 3, isPlainWav: false },
];

/** @param {VoicemailPlan} plan */
export const voicemailScript = (plan) => {
  const script = VOICEMAIL[plan.script];
  if (!script) throw new Error('No such voicemail');
  return script;
};

/** The message's path without ending: each mailbox holds one. @param {VoicemailPlan} plan */
export const voicemailBase = (plan) => `${VOICEMAIL_DIR}/${plan.mailbox}/INBOX/msg0000`;
export const GREETING_PATH = `${VOICEMAIL_DIR}/201/unavail.WAV`;

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Sun Nov 22 12:05:06 AM UTC 2026`, in UTC as Asterisk writes it. @param {number} ms */
function origDate(ms) {
  const date = new Date(ms);
  const { day, time } = utcClock(ms);
  const hour = date.getUTCHours();
  const clock = `${String(hour % 12 || 12).padStart(2, '0')}${time.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
  return [
    WEEKDAYS[date.getUTCDay()],
    MONTHS[date.getUTCMonth()],
    day,
    clock,
    'UTC',
    date.getUTCFullYear(),
  ].join(' ');
}

/**
 * msg0000.txt
 * @param {VoicemailPlan} plan @param {{ name: string, number: string }} caller @param {number} durationMs @param {string} channel
 */
export function toMessageFile(plan, caller, durationMs, channel) {
  const epoch = Math.floor(plan.startMs / 1000);
  const fields = [
    ...[
      `origmailbox=${plan.mailbox}`,
      'context=ext-local',
      `exten=${plan.mailbox}`,
      'rdnis=unknown',
      'priority=4',
    ],
    ...[`callerchan=${channel}`, `callerid=${callerId({ callerName: caller.name, src: caller.number })}`],
    ...[`origdate=${origDate(plan.startMs)}`, `origtime=${String(epoch)}`, 'category='],
    ...[`msg_id=${String(epoch)}-00000000`, 'flag=', `duration=${String(Math.round(durationMs / 1000))}`],
  ];
  return `;\n; Message Information file\n;\n[message]\n${fields.join('\n')}\n`;
}

/**
 * The call before the message: the telephone rang for 20 s, then the voicemail answered.
 * @param {VoicemailPlan} plan @param {{ name: string, number: string }} caller @param {number} durationMs @param {number} serial
 * @returns {HistoryLine[]}
 */
export function voicemailHistory(plan, caller, durationMs, serial) {
  const startMs = plan.startMs - 26_000;
  const uniqueId = `${String(startMs / 1000)}.${String(serial)}`;
  const channel = `PJSIP/trunk-munich-${serial.toString(16).padStart(8, '0')}`;
  const shared = {
    src: caller.number,
    dst: plan.mailbox,
    context: 'ext-local',
    callerName: caller.name,
    channel,
    uniqueId,
    linkedId: uniqueId,
  };
  const rangUntilMs = startMs + 20_000;
  const endMs = plan.startMs + Math.ceil(durationMs / 1000) * 1000;
  return [
    {
      ...shared,
      dstChannel: `PJSIP/${plan.mailbox}-${(serial + 1).toString(16).padStart(8, '0')}`,
      application: 'Dial',
      data: `PJSIP/${plan.mailbox},20,HhTtr`,
      startMs,
      answerMs: null,
      endMs: rangUntilMs,
      disposition: 'NO ANSWER',
    },
    {
      ...shared,
      dstChannel: '',
      application: 'VoiceMail',
      data: `${plan.mailbox}@default,su`,
      startMs: rangUntilMs,
      answerMs: rangUntilMs,
      endMs,
      disposition: 'ANSWERED',
    },
  ];
}

/**
 * `pages` are what the sender wrote; a TIFF may have several, the PDF has one.
 * @typedef {{ readonly extension: string, readonly startMs: number, readonly customer: number, readonly format: 'tif' | 'pdf',
 *   readonly pages: readonly (readonly string[])[] }} FaxPlan
 */

/** @type {readonly FaxPlan[]} */
export const FAXES = [
  {
    extension: '209',
    startMs: berlinToUtcMs(8, 26, 10, 4, 51),
    customer: 7,
    format: 'tif',
    pages: [
      [
        'ORDER',
        '',
        'Orme & Daughters, Fittings',
        'To: Marrowby Home Supplies',
        '',
        '12 x bathroom mirror',
        ' 4 x water heater',
        '',
        'Please confirm by return.',
      ],
    ],
  },
  {
    extension: '205',
    startMs: berlinToUtcMs(9, 17, 15, 37, 20),
    customer: 10,
    format: 'tif',
    pages: [
      [
        'COMPLAINT, page 1 of 3',
        '',
        'Philippa Dunmore',
        '',
        'Three times I have telephoned,',
        'three times I was promised a call.',
      ],
      ['page 2 of 3', '', 'The wardrobe has two left doors.', 'The handles are for a right one.'],
      ['page 3 of 3', '', 'I expect a whole wardrobe', 'by the end of the month.', '', 'P. Dunmore'],
    ],
  },
  {
    extension: '201',
    startMs: berlinToUtcMs(10, 8, 9, 12, 33),
    customer: 9,
    format: 'pdf',
    pages: [
      [
        'REQUEST FOR A QUOTE',
        '',
        'Conrad Bly, Office Fitters',
        '',
        '30 desk chairs, grey',
        '15 roller blinds, white',
        '',
        'Delivery in November, please.',
      ],
    ],
  },
];

/** @param {FaxPlan} plan @param {number} serial */
export const faxUniqueId = (plan, serial) => `${String(plan.startMs / 1000)}.${String(serial)}`;

/** @param {FaxPlan} plan @param {{ name: string, number: string }} sender @param {number} serial @returns {HistoryLine} */
export function faxHistory(plan, sender, serial) {
  const uniqueId = faxUniqueId(plan, serial);
  const endMs = plan.startMs + 18_000 * plan.pages.length + 9000;
  return {
    src: sender.number,
    dst: plan.extension,
    context: 'ext-fax',
    callerName: sender.name,
    dstChannel: '',
    channel: `PJSIP/trunk-munich-${serial.toString(16).padStart(8, '0')}`,
    application: 'ReceiveFAX',
    data: `/var/spool/asterisk/fax/${uniqueId}.tif,f`,
    startMs: plan.startMs,
    answerMs: plan.startMs,
    endMs,
    disposition: 'ANSWERED',
    uniqueId,
    linkedId: uniqueId,
  };
}
