import { describe, expect, it } from 'vitest';
import { findMove } from './grid-keys';

const where = { activeIndex: 50, rowCount: 100, lastIndex: 99, rowsInView: 20, isRightToLeft: false };

describe('keys in the list', () => {
  it('move by a row, by a screen, to the first', () => {
    expect(findMove('ArrowDown', where)).toEqual({ to: 'row', index: 51 });
    expect(findMove('ArrowUp', where)).toEqual({ to: 'row', index: 49 });
    expect(findMove('PageDown', where)).toEqual({ to: 'row', index: 70 });
    expect(findMove('PageUp', where)).toEqual({ to: 'row', index: 30 });
    expect(findMove('Home', where)).toEqual({ to: 'row', index: 0 });
  });

  it('lead to the last row, or to the other end of a list whose length nobody knows', () => {
    expect(findMove('End', where)).toEqual({ to: 'row', index: 99 });
    expect(findMove('End', { ...where, lastIndex: null })).toEqual({ to: 'other-end' });
  });

  it('stop at the first and the last row', () => {
    expect(findMove('ArrowUp', { ...where, activeIndex: 0 })).toEqual({ to: 'row', index: 0 });
    expect(findMove('PageDown', { ...where, activeIndex: 95 })).toEqual({ to: 'row', index: 99 });
  });

  it('play, and open details towards the side where they are', () => {
    expect(findMove('Enter', where)).toEqual({ to: 'play' });
    expect(findMove(' ', where)).toEqual({ to: 'play' });
    expect(findMove('ArrowRight', where)).toEqual({ to: 'open-details' });
    expect(findMove('ArrowRight', { ...where, isRightToLeft: true })).toEqual({ to: 'close-details' });
  });

  it('leave other keys to others', () => {
    expect(findMove('a', where)).toBeUndefined();
    expect(findMove('Tab', where)).toBeUndefined();
  });
});
