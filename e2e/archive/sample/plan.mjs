// Which calls the sample archive holds: how many of each sort, at whose telephone, in which format, and when.
import { berlinToUtcMs } from './berlin-time.mjs';
import { COLLEAGUES, CUSTOMERS, GERMAN_CUSTOMERS } from './cast.mjs';
import { LONG_COMPLAINT } from './dialogue-long.mjs';
import { INBOUND, SHORT_INBOUND } from './dialogues-inbound.mjs';
import * as other from './dialogues-other.mjs';
import { between, pick, seededRandom } from './random.mjs';

/**
 * @typedef {import('./script.mjs').Script} Script
 * @typedef {import('./audio-files.mjs').AudioFormat} AudioFormat
 * @typedef {'freepbx' | 'three-cx' | 'oreka'} System
 * @typedef {'external' | 'in' | 'out' | 'internal' | 'q' | 'rg' | 'ondemand' | 'unknown'} Form
 * @typedef {'srt' | 'whisper' | 'whisperx'} TranscriptFormat
 * @typedef {'cut-off' | 'not-media' | 'unsafe-name'} Trouble
 * @typedef {{ readonly system: System, readonly form: Form, readonly extension: string, readonly format: AudioFormat,
 *   readonly script?: Script, readonly line?: string, readonly second?: string, readonly trouble?: Trouble,
 *   readonly startMs?: number, readonly screen?: true, readonly transcript?: TranscriptFormat }} Wish
 * @typedef {Wish & { readonly key: string, readonly startMs: number, readonly script: Script,
 *   readonly customer: import('./cast.mjs').Customer, readonly callingExtension?: string }} Plan
 */

const SALES = ['201', '202', '203', '204'];
const SUPPORT = ['205', '206', '207', '208'];
const LINE_SALES = '4989200320';
const LINE_MAIN = '4989200300';
const LINE_ACCOUNTS = '4989200301';

/**
 * One wish for each extension, the formats in turn.
 * @param {System} system @param {Form} form @param {readonly string[]} extensions @param {readonly AudioFormat[]} formats
 * @param {Partial<Wish>} [more]
 * @returns {Wish[]}
 */
function each(system, form, extensions, formats, more = {}) {
  return extensions.map((extension, i) => ({
    system,
    form,
    extension,
    format: formats[i % formats.length] ?? 'wav',
    ...more,
  }));
}

/** @param {readonly Script[]} scripts @param {number} [at] @returns {{ script: Script }} */
function only(scripts, at = 0) {
  const script = scripts[at];
  if (!script) throw new Error('No such script');
  return { script };
}

/** @returns {Wish[]} */
function wishesForFreepbx() {
  /** @type {readonly AudioFormat[]} */
  const gsm = ['gsm-wav'];
  /** @type {readonly AudioFormat[]} */
  const someWav = ['gsm-wav', 'gsm-wav', 'wav', 'gsm-wav'];
  const make = each.bind(null, 'freepbx');
  return [
    ...make('external', [...SALES, ...SUPPORT, '209', '210', '211', '212'], someWav),
    ...make('external', ['201'], ['stereo-wav']),
    ...make('external', ['206'], gsm, { ...only(other.GERMAN_INBOUND, 0), transcript: 'whisper' }),
    ...make('external', ['203'], gsm, { ...only(other.GERMAN_INBOUND, 1), transcript: 'srt' }),
    ...make('in', ['209', '210', '211', '209', '212'], gsm, { line: LINE_ACCOUNTS }),
    ...make('in', ['212', '201', '205'], gsm, { line: LINE_MAIN }),
    ...make(
      'out',
      [...SALES, ...SUPPORT, '209', '210', '203', '201'],
      ['gsm-wav', 'gsm-wav', 'gsm-wav', 'gsm-wav', 'wav'],
    ),
    ...make('out', ['208'], gsm, { ...only(other.GERMAN_OUTBOUND), transcript: 'whisperx' }),
    ...make('internal', ['202', '205', '209', '210', '212', '201'], ['gsm-wav', 'gsm-wav', 'gsm-wav', 'wav']),
    ...make('q', [...SALES, '203', '202'], gsm),
    ...make('q', ['204'], ['stereo-wav']),
    ...make('q', ['202'], gsm, { ...only(INBOUND, 10), screen: true, transcript: 'srt' }),
    ...make('rg', [...SUPPORT, '207', '206'], gsm),
    ...make('rg', ['208'], ['stereo-wav']),
    ...make('rg', ['205'], gsm, { ...only(LONG_COMPLAINT), screen: true, transcript: 'whisperx' }),
    ...make('ondemand', ['207'], gsm, only(other.INTERNAL, 0)),
    ...make('external', ['202'], gsm, {
      ...only(other.TRANSFERRED, 0),
      second: '206',
      transcript: 'whisperx',
    }),
    ...make('external', ['205'], gsm, { ...only(other.TRANSFERRED, 1), second: '209', transcript: 'srt' }),
    // Both at a time that the clock showed twice, half an hour apart: only the unique id tells which is which.
    ...make('external', ['211'], gsm, { ...only(other.NIGHT, 0), startMs: Date.UTC(2026, 9, 25, 0, 20, 15) }),
    ...make('external', ['211'], gsm, { ...only(other.NIGHT, 1), startMs: Date.UTC(2026, 9, 25, 1, 41, 33) }),
    ...make('external', ['211'], ['wav'], { trouble: 'cut-off' }),
    ...make('external', ['211'], ['wav'], { trouble: 'not-media' }),
    ...make('external', ['201'], gsm, { ...only(INBOUND, 5), trouble: 'unsafe-name' }),
  ];
}

/** @returns {Wish[]} */
function wishesForThreeCx() {
  /** @type {readonly AudioFormat[]} */
  const formats = ['wav', 'mp3', 'wav'];
  const make = each.bind(null, 'three-cx');
  return [
    ...make('external', ['201', '203', '205', '206', '202', '208', '204', '209', '210', '207'], formats),
    ...make('external', ['202'], ['mp3'], { ...only(other.GERMAN_INBOUND, 0), transcript: 'srt' }),
    ...make('out', ['203', '205', '204', '209', '201', '207', '206', '202', '212'], ['mp3', 'wav']),
    ...make('internal', ['206', '204', '209', '212'], ['wav', 'mp3', 'wav']),
  ];
}

/** @returns {Wish[]} */
function wishesForOreka() {
  const make = each.bind(null, 'oreka');
  return [
    ...make('external', ['201', '202', '204', '203', '202'], ['gsm-wav'], { line: LINE_SALES }),
    ...make('external', ['209', '210', '211', '210'], ['gsm-wav'], { line: LINE_ACCOUNTS }),
    ...make('external', ['205', '206', '207', '208'], ['gsm-wav'], { line: LINE_MAIN }),
    ...make('out', ['203', '201', '205', '206', '209', '204', '208', '211', '202'], ['gsm-wav']),
    ...make('unknown', ['203', '207'], ['gsm-wav']),
  ];
}

const FIRST_DAY = Date.UTC(2026, 7, 3);
const DAYS = 89;

/** A moment of office hours, later for a higher share. @param {() => number} random @param {number} share 0…1 */
function officeTime(random, share) {
  const date = new Date(FIRST_DAY + Math.floor(share * DAYS) * 86_400_000);
  const weekday = date.getUTCDay();
  if (weekday === 0) date.setUTCDate(date.getUTCDate() + 1);
  if (weekday === 6) date.setUTCDate(date.getUTCDate() - 1);
  return berlinToUtcMs(
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    between(random, 8, 17),
    between(random, 0, 59),
    between(random, 0, 59),
  );
}

/** @type {Map<readonly Script[], number>} */
const turns = new Map();

/** The scripts of a pool one after the other, so that each is heard. @param {readonly Script[]} pool */
function nextOf(pool) {
  const turn = turns.get(pool) ?? 0;
  turns.set(pool, turn + 1);
  return only(pool, turn % pool.length).script;
}

/** @param {Wish} wish */
function chooseScript(wish) {
  if (wish.script) return wish.script;
  // 16-bit files are ten times as large as GSM: they get the short talks.
  const isShort = wish.format === 'wav' || wish.format === 'stereo-wav';
  if (wish.form === 'out') return nextOf(isShort ? other.SHORT_OUTBOUND : other.OUTBOUND);
  if (wish.form === 'internal') return nextOf(isShort ? other.SHORT_INTERNAL : other.INTERNAL);
  return nextOf(isShort ? SHORT_INBOUND : INBOUND);
}

/** Every fifth call that has none yet gets a transcript, the three formats in turn. @param {readonly Plan[]} plans */
function addTranscripts(plans) {
  /** @type {readonly TranscriptFormat[]} */
  const formats = ['srt', 'whisper', 'whisperx'];
  return plans.map((plan, i) => {
    if (plan.transcript || plan.trouble || i % 6 !== 1) return plan;
    return { ...plan, transcript: formats[Math.floor(i / 6) % formats.length] ?? 'srt' };
  });
}

/** All calls that were recorded, oldest first. @returns {Plan[]} */
export function planCalls() {
  turns.clear();
  const wishes = [wishesForFreepbx(), wishesForThreeCx(), wishesForOreka()];
  const plans = wishes.flatMap((ofSystem) => {
    const random = seededRandom(`times of ${ofSystem[0]?.system ?? ''}`);
    const order = ofSystem.map((wish) => ({ wish, place: random() })).sort((a, b) => a.place - b.place);
    return order.map(({ wish }, i) => toPlan(wish, (i + random()) / order.length));
  });
  plans.sort((a, b) => a.startMs - b.startMs);
  if (new Set(plans.map((plan) => plan.startMs)).size < plans.length)
    throw new Error('Two calls at one second');
  return addTranscripts(plans);
}

/** @param {Wish} wish @param {number} share 0…1, where in the three months @returns {Plan} */
function toPlan(wish, share) {
  const script = chooseScript(wish);
  const key = [wish.system, wish.form, wish.extension, script.id, share.toFixed(4)].join(' ');
  const random = seededRandom(key);
  const startMs = wish.startMs ?? officeTime(random, share);
  const customer = pick(random, script.language === 'de' ? GERMAN_CUSTOMERS : CUSTOMERS);
  const plan = { ...wish, key, script, startMs, customer };
  if (wish.form !== 'internal' && wish.form !== 'ondemand') return plan;
  const others = COLLEAGUES.map((one) => one.extension).filter(
    (one) => one !== null && one !== wish.extension,
  );
  return { ...plan, callingExtension: pick(random, others) ?? '202' };
}
