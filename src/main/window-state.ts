/** Where a window was: size, place, maximised and zoom, kept in the profile as `window.json`. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const whole = z.number().int().min(-100_000).max(100_000);

const windowStateSchema = z.strictObject({
  /** Null: where the system puts it. */
  place: z.strictObject({ x: whole, y: whole }).nullable(),
  width: whole,
  height: whole,
  isMaximised: z.boolean(),
  zoom: z.number(),
  /** What the person chose last, so that the window has its colour before anybody has signed in. */
  theme: z.enum(['system', 'light', 'dark']),
});
export type WindowState = Readonly<z.infer<typeof windowStateSchema>>;

export const MIN_WIDTH = 800;
export const MIN_HEIGHT = 560;
const MIN_ZOOM = 0.5;
const MAX_ZOOM = 3;
/** So much of the title bar must lie on a screen, or nobody could take hold of the window. */
const REACHABLE_WIDTH = 120;
const REACHABLE_HEIGHT = 40;

const DEFAULT_STATE: WindowState = {
  place: null,
  width: 1280,
  height: 820,
  isMaximised: false,
  zoom: 1,
  theme: 'system',
};

/** The state that was kept, or the default where there is none or it cannot be read: a lost window place harms nobody. */
export function readWindowState(profileDir: string, screens: readonly Rectangle[]): WindowState {
  const kept = windowStateSchema.safeParse(readJson(path.join(profileDir, 'window.json')));
  return fitToScreens(kept.success ? kept.data : DEFAULT_STATE, screens);
}

/** Written beside and renamed: a crash leaves the old one or the new one. */
export function writeWindowState(profileDir: string, state: WindowState): void {
  const filePath = path.join(profileDir, 'window.json');
  writeFileSync(`${filePath}.new`, JSON.stringify(state));
  renameSync(`${filePath}.new`, filePath);
}

/** The same state on the screens that there are now: never larger than the largest, never out of reach. */
export function fitToScreens(state: WindowState, screens: readonly Rectangle[]): WindowState {
  const largestWidth = Math.max(MIN_WIDTH, ...screens.map((screen) => screen.width));
  const largestHeight = Math.max(MIN_HEIGHT, ...screens.map((screen) => screen.height));
  const { place } = state;
  const isReachable = place !== null && screens.some((screen) => isTitleBarOn(screen, place, state.width));
  return {
    ...state,
    place: isReachable ? place : null,
    width: Math.min(Math.max(state.width, MIN_WIDTH), largestWidth),
    height: Math.min(Math.max(state.height, MIN_HEIGHT), largestHeight),
    zoom: toZoom(state.zoom),
  };
}

/** Between 50 and 300 %, in steps of 10 %. */
export function toZoom(zoom: number): number {
  return Number.isFinite(zoom) ? Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, Math.round(zoom * 10) / 10)) : 1;
}

function isTitleBarOn(
  screen: Rectangle,
  place: { readonly x: number; readonly y: number },
  width: number,
): boolean {
  const overlap = Math.min(place.x + width, screen.x + screen.width) - Math.max(place.x, screen.x);
  return (
    overlap >= REACHABLE_WIDTH &&
    place.y >= screen.y &&
    place.y + REACHABLE_HEIGHT <= screen.y + screen.height
  );
}

function readJson(filePath: string): unknown {
  try {
    return JSON.parse(readFileSync(filePath, 'utf8'));
  } catch {
    // Not there at the first start, or cut off by a crash of an older version: the default takes its place.
    return undefined;
  }
}
