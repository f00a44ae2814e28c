import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WindowState } from './window-state';
import { fitToScreens, readWindowState, toZoom, writeWindowState } from './window-state';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const left = { x: -2560, y: 0, width: 2560, height: 1440 };
const state: WindowState = {
  place: { x: 100, y: 100 },
  width: 1200,
  height: 800,
  isMaximised: true,
  zoom: 1.2,
  theme: 'dark',
};

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hearback-window-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('comes back where it was', () => {
  writeWindowState(dir, state);
  expect(readWindowState(dir, [screen])).toEqual(state);
});

it('comes back on the screen to the left while that is there, and on another when it is gone', () => {
  const onTheLeft = { ...state, place: { x: -2000, y: 50 } };
  expect(fitToScreens(onTheLeft, [screen, left]).place).toEqual({ x: -2000, y: 50 });
  expect(fitToScreens(onTheLeft, [screen]).place).toBeNull();
});

it('never opens with its title bar out of reach', () => {
  for (const place of [
    { x: 100, y: -30 },
    { x: 1900, y: 0 },
    { x: 100, y: 1070 },
    { x: -1150, y: 0 },
  ])
    expect(fitToScreens({ ...state, place }, [screen]).place).toBeNull();
});

it('is never smaller than the console can be used, nor larger than the screen', () => {
  expect(fitToScreens({ ...state, width: 10, height: -5 }, [screen])).toMatchObject({
    width: 800,
    height: 560,
  });
  expect(fitToScreens({ ...state, width: 9000, height: 9000 }, [screen])).toMatchObject({
    width: 1920,
    height: 1080,
  });
});

it.each(['', '{', '[]', 'null', '{"width":"a"}', '{"__proto__":{}}'])(
  'starts afresh from the spoilt file %j',
  (text) => {
    writeFileSync(path.join(dir, 'window.json'), text);
    expect(readWindowState(dir, [screen])).toMatchObject({ width: 1280, height: 820, zoom: 1, place: null });
  },
);

it('zooms from 50 to 300 %', () => {
  expect([0.1, 0.5, 1.1500001, 3, 9, Number.NaN].map(toZoom)).toEqual([0.5, 0.5, 1.2, 3, 3, 1]);
});
