import { describe, expect, it } from 'vitest';
import { toDisplayText } from './display-text';

describe('text from an archive', () => {
  it('loses what would turn or break the words around it', () => {
    expect(toDisplayText('Ann\u202Egpj.exe\u2066\nBob\u0000')).toBe('Ann gpj.exe Bob');
  });

  it('keeps the joiners that names in other scripts need', () => {
    expect(toDisplayText('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  it('is cut where a page would drown in it', () => {
    expect(toDisplayText('x'.repeat(5000))).toHaveLength(301);
  });
});
