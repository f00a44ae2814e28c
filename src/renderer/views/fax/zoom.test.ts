import { expect, it } from 'vitest';
import { findFaxCommand } from './fax-keys';
import { toNextZoom, toShare, toTurned, turnRight } from './zoom';

const A4 = { widthIn: 8.27, heightIn: 11.69 };
const key = (name: string, held = {}) =>
  findFaxCommand({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

it('fits the width of a page as it lies', () => {
  expect(toShare('width', A4, 8.27 * 96)).toBeCloseTo(1);
  expect(toShare('width', toTurned(A4, 1), 11.69 * 96)).toBeCloseTo(1);
  expect(toShare(2, A4, 100)).toBe(2);
});

it('keeps a fitted page within what can be drawn', () => {
  expect(toShare('width', A4, 1)).toBe(0.25);
  expect(toShare('width', { widthIn: 0.1, heightIn: 1 }, 2000)).toBe(4);
});

it('goes to the next step from any size, and stops at the ends', () => {
  expect([toNextZoom(1, 1), toNextZoom(1, -1), toNextZoom(1.1, 1), toNextZoom(1.1, -1)]).toEqual([
    1.25, 0.75, 1.25, 1,
  ]);
  expect([toNextZoom(4, 1), toNextZoom(0.25, -1)]).toEqual([4, 0.25]);
});

it('comes round after four turns', () => {
  expect([0, 1, 2, 3].map((turns) => turnRight(turns as 0))).toEqual([1, 2, 3, 0]);
});

it('takes its own keys and leaves all others alone', () => {
  expect([key('PageDown'), key('PageUp'), key('Home'), key('End'), key('r')]).toEqual([
    'next',
    'previous',
    'first',
    'last',
    'turnRight',
  ]);
  expect([key('+', { ctrlKey: true }), key('-', { metaKey: true }), key('0', { ctrlKey: true })]).toEqual([
    'zoomIn',
    'zoomOut',
    'fitWidth',
  ]);
  expect([key('+'), key('r', { ctrlKey: true }), key('ArrowDown'), key('toString')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
