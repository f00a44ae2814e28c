import { expect, it } from 'vitest';
import { toMenuWords } from './menu-words';

it('the menu speaks the language of the person, else the first of the computer’s that it knows, else English', () => {
  expect(toMenuWords('de', ['en-GB']).file).toBe('&Datei');
  expect(toMenuWords(null, ['fr-FR', 'de-AT', 'en-GB']).file).toBe('&Datei');
  expect(toMenuWords(null, ['EN-us', 'de']).file).toBe('&File');
  expect(toMenuWords(null, ['fr']).file).toBe('&File');
  expect(toMenuWords(null, []).file).toBe('&File');
});

it('no two entries of a menu have the same word', () => {
  for (const language of ['en', 'de'] as const) {
    const words = Object.values(toMenuWords(language, []));
    expect(new Set(words).size).toBe(words.length);
  }
});
