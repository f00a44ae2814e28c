// The matcher of administrators' patterns: right against a slow and obvious one, and linear whatever it is given.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchName } from './name-matcher';
import type { PatternChars, PatternPart } from './source-reading';

const text = (value: string): PatternPart => ({ kind: 'text', text: value, chars: 'any', min: 0, max: 255 });
const run = (chars: PatternChars, min = 1, max = 255): PatternPart => ({
  kind: 'any',
  text: '',
  chars,
  min,
  max,
});

test.each([
  [
    'call_201_20240305',
    [text('call_'), run('digits'), text('_'), run('digits', 8, 8)],
    ['call_', '201', '_', '20240305'],
  ],
  ['20120240305143015', [run('digits'), run('digits', 14, 14)], ['201', '20240305143015']],
  ['a_b_c', [run('any'), text('_'), run('any')], ['a_b', '_', 'c']],
  ['_x', [run('any', 0), text('_'), run('any')], ['', '_', 'x']],
  ['+49*#', [run('number')], ['+49*#']],
  ['Müller', [run('word')], ['Müller']],
])('%s', (name, parts, taken) => {
  expect(matchName(parts, name)).toEqual(taken);
});

test.each([
  ['call', [text('call_')]],
  ['call_2x', [text('call_'), run('digits')]],
  ['1234567', [run('digits', 8, 8)]],
  ['', [run('digits')]],
  ['a b', [run('word')]],
])('%s is another name', (name, parts) => {
  expect(matchName(parts, name)).toBeNull();
});

/** Tries every end of every part. */
function matchesSlowly(parts: readonly PatternPart[], name: string): boolean {
  const [part, ...rest] = parts;
  if (!part) return name === '';
  if (part.kind === 'text')
    return name.startsWith(part.text) && matchesSlowly(rest, name.slice(part.text.length));
  const forms = {
    digits: /^\d*$/,
    number: /^[\d+*#]*$/,
    letters: /^[a-zA-Z\u0080-\uffff]*$/,
    word: /^[\da-zA-Z+*#\u0080-\uffff]*$/,
    any: /^[^]*$/,
  };
  for (let length = part.min; length <= Math.min(part.max, name.length); length += 1) {
    if (forms[part.chars].test(name.slice(0, length)) && matchesSlowly(rest, name.slice(length))) return true;
  }
  return false;
}

test('says of every name and pattern what trying all ways says', () => {
  const part = fc.oneof(
    fc.constantFrom('_', 'a', '1', '').map(text),
    fc
      .record({
        chars: fc.constantFrom('digits', 'number', 'letters', 'word', 'any'),
        min: fc.nat(3),
        more: fc.nat(4),
      })
      .map(({ chars, min, more }) => run(chars, min, Math.max(1, min + more))),
  );
  const name = fc
    .array(fc.constantFrom('1', '2', 'a', '_', '+', 'ü'), { maxLength: 9 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), name, (parts, one) => {
      const taken = matchName(parts, one);
      expect(taken !== null).toBe(matchesSlowly(parts, one));
      if (taken) expect(taken.join('')).toBe(one);
    }),
    { numRuns: 3000 },
  );
});

test('sixty parts that all overlap cost no time on a name made to mislead them', () => {
  const parts = Array.from({ length: 60 }, () => run('any', 0));
  const hostile = [...parts.slice(0, 59), text('!')];
  const before = performance.now();
  for (let count = 0; count < 200; count += 1) {
    expect(matchName(hostile, 'a'.repeat(255))).toBeNull();
    expect(matchName(parts, 'a'.repeat(255))).not.toBeNull();
  }
  expect(performance.now() - before).toBeLessThan(2_000);
});
