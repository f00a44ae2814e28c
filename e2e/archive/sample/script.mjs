// Turns a script into the turns of one call: fills in names, things and numbers, and keeps apart what is written in a
// transcript and what the voice is told to say.
import { berlinClock } from './berlin-time.mjs';
import { COMPANY } from './cast.mjs';
import { between, pick } from './random.mjs';

/**
 * @typedef {{ readonly id: string, readonly language?: 'de', readonly lines: readonly string[] }} Script
 * @typedef {'A' | 'B' | 'C'} Speaker
 * @typedef {{ readonly pauseMs: number }} Pause
 * @typedef {{ readonly speaker: Speaker, readonly written: string, readonly spoken: string }} Sentence
 * @typedef {{ readonly startMs: number, readonly agent: string, readonly extension: string, readonly customer: string,
 *   readonly second?: string }} Facts
 */

const ITEMS = [
  'floor lamp',
  'bathroom mirror',
  'garden bench',
  'wardrobe',
  'coffee table',
  'desk chair',
  'water heater',
  'bookcase',
  'kitchen tap',
  'roller blind',
  'dining table',
  'paper shredder',
];
const DEVICES = ['floor lamp', 'water heater', 'paper shredder', 'bathroom fan'];
const COLOURS = ['Green', 'White', 'Walnut', 'Dark blue', 'Grey', 'Oak'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const STREETS = [
  '#12 Orchard Lane',
  '#7 Mill Road',
  '#41 Station Street',
  '#3 Harbour View',
  '#29 Chapel Row',
];
const TIMES = ['nine', 'half past ten', 'eleven', 'two', 'quarter past three', 'four'];
const COUNTS = ['four', 'six', 'twelve', 'twenty', 'thirty'];

/** @param {() => number} random @param {Facts} facts */
function fillings(random, facts) {
  const hour = Number(berlinClock(facts.startMs).hour);
  const greeting = hour < 12 ? 'Good morning' : 'Good afternoon';
  const [first = facts.agent] = facts.agent.split(' ');
  return {
    hello: pick(random, [
      `${greeting}, ${COMPANY}, ${first} speaking.`,
      `${COMPANY}, ${facts.agent}, ${greeting.toLowerCase()}.`,
      `Marrowby, this is ${first}. How may I help?`,
    ]),
    briefly: pick(random, [`Marrowby, ${first}.`, `${first}, hello.`, `Hello, ${first} here.`]),
    agent: facts.agent,
    second: facts.second ?? '',
    customer: facts.customer,
    colleague: facts.customer.split(' ')[0] ?? facts.customer,
    surname: facts.customer.split(' ').at(-1) ?? facts.customer,
    extension: facts.extension,
    order: String(between(random, 1200, 9899)),
    second4: String(between(random, 1200, 9899)),
    item: pick(random, ITEMS),
    device: pick(random, DEVICES),
    colour: pick(random, COLOURS),
    day: pick(random, DAYS),
    street: pick(random, STREETS),
    time: pick(random, TIMES),
    count: pick(random, COUNTS),
    amount: String(between(random, 3, 48) * 5),
  };
}

/** '#4417' is written 4417 and spoken one digit after the other. @param {string} text */
const toWritten = (text) => text.replaceAll('#', '');

/** @param {string} text */
const toSpoken = (text) =>
  text.replace(/#(\d+)/g, (_, digits) =>
    String(digits).length < 3 ? String(digits) : [...String(digits)].join(' '),
  );

/**
 * The sentences of a call in order, with the silences between them.
 * @param {Script} script
 * @param {() => number} random
 * @param {Facts} facts
 * @returns {(Sentence | Pause)[]}
 */
export function performScript(script, random, facts) {
  /** @type {Readonly<Record<string, string>>} */
  const values = fillings(random, facts);
  return script.lines.flatMap((line) => performLine(line, values, script.id));
}

/** @param {string} line @param {Readonly<Record<string, string>>} values @param {string} scriptId @returns {(Sentence | Pause)[]} */
function performLine(line, values, scriptId) {
  if (line.startsWith('~')) return [{ pauseMs: Number(line.slice(1)) }];
  const speaker = /** @type {Speaker} */ (line.slice(0, 1));
  const text = line.slice(2).replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[String(name)];
    if (value === undefined) throw new Error(`${scriptId}: nothing to put for {${String(name)}}`);
    return value;
  });
  return toSentences(text).map((one) => ({ speaker, written: toWritten(one), spoken: toSpoken(one) }));
}

/** Cut after a full stop, question or exclamation mark that a blank follows. @param {string} text */
const toSentences = (text) => text.split(/(?<=[.!?])\s+/).filter((one) => one !== '');
