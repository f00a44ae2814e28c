// Thousands of damaged texts: transcripts, details files, call history and message files as no phone system would write them.
// Each is read or refused, quickly and in little memory, and never throws. Seeds are fixed; a failure names the text.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DamageWatch, toTurns } from './damage-watch.test-support';
import { createRandom } from './media/sound.test-support';
import type { Read } from './stranger-texts.test-support';
import { AVAYA, details, listTexts } from './stranger-texts.test-support';

/** Of each text. */
const TURNS = toTurns(560);
/** For texts made to be large, each of which is read by every reader. */
const EXHAUSTING_BYTES = 512 * 1024 * 1024;

const folder = mkdtempSync(path.join(tmpdir(), 'hearback-texts-'));
const TEXTS = listTexts(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

function readInTime(name: string, read: Read, text: string, watch: DamageWatch): unknown {
  watch.begin();
  let told: unknown;
  try {
    told = read(text);
  } catch (error) {
    throw new Error(`${name}: ${JSON.stringify(text.slice(0, 600))}`, { cause: error });
  }
  watch.note();
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
      const watch = new DamageWatch(name);
      expect(readInTime(name, read, text, watch)).toBeTruthy();
      const random = createRandom([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
      for (let turn = 0; turn < TURNS; turn += 1) readInTime(name, read, damage(text, random), watch);
      watch.end();
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
      const watch = new DamageWatch(kind, EXHAUSTING_BYTES);
      for (const [name, [, read]] of Object.entries(TEXTS)) readInTime(`${kind}, ${name}`, read, text, watch);
      watch.end();
    },
    60_000,
  );

  it('with a document type is refused before anything of it is looked up', () => {
    const text = `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${AVAYA.slice(21)}`;
    expect(JSON.stringify(details('call.xml')(text))).toContain('bad-sidecar');
  });
});
