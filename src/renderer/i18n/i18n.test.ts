import { describe, expect, it } from 'vitest';
import { STEP_REASONS } from '../../shared/step-reasons';
import { de } from './de';
import { en } from './en';
import { findLanguage, toLocale } from './i18n';

/** Every message by its path. */
function flatten(messages: object, path = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, unknown]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[at, value]] : flatten(value as object, at);
  });
}
const placeholders = (message: string) =>
  [...message.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

describe('the words on screen', () => {
  const english = new Map(flatten(en));
  const german = new Map(flatten(de));

  it('exist in every language, and fill in the same values', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, message] of english) {
      expect([key, new Set(placeholders(german.get(key) ?? ''))]).toEqual([
        key,
        new Set(placeholders(message)),
      ]);
    }
  });

  it('are never empty', () => {
    for (const [key, message] of [...english, ...german])
      expect([key, message.trim()]).not.toEqual([key, '']);
  });

  it('fill in what a step of a decision brings along', () => {
    for (const [reason, sentence] of Object.entries(STEP_REASONS)) {
      const brought = [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      expect([reason, placeholders(english.get(`policy.step.${reason}`) ?? '')]).toEqual([reason, brought]);
    }
  });
});

describe('the language', () => {
  it('is the one chosen here, else the first of the system that is spoken here, else English', () => {
    expect(findLanguage('de', ['en-GB'])).toBe('de');
    expect(findLanguage(null, ['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(findLanguage(null, ['ja'])).toBe('en');
    expect(findLanguage('xx', [])).toBe('en');
  });

  it('writes dates as the system does where it is a variant of the same language', () => {
    expect(toLocale('en', ['de-DE', 'en-GB', 'en-US'])).toBe('en-GB');
    expect(toLocale('de', ['en-GB'])).toBe('de');
  });
});
