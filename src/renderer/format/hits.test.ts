import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitHits, toSearchWords } from './hits';

const hitsOf = (text: string, search: string) =>
  splitHits(text, toSearchWords(search))
    .filter((part) => part.isHit)
    .map((part) => part.text);

describe('marked hits', () => {
  it('mark every word that was typed, wherever it stands and whatever its case', () => {
    expect(hitsOf('Ann Miller (Miller Ltd)', 'mill ann')).toEqual(['Ann', 'Mill', 'Mill']);
  });

  it('mark parts of a number', () => {
    expect(hitsOf('+49301234567', '1234')).toEqual(['1234']);
  });

  it('find an accented name by its plain letters, and mark the accented ones', () => {
    expect(hitsOf('Jürgen Şóć', 'jurg so')).toEqual(['Jürg', 'Şó']);
    expect(hitsOf('ﬁsh', 'fi')).toEqual(['ﬁ']);
  });

  it('join where words overlap', () => {
    expect(hitsOf('banana', 'ana nan')).toEqual(['anana']);
  });

  it('never change the text, whatever is in it and whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, search) => {
        const parts = splitHits(text, toSearchWords(search));
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });
});
