/** How large a page is shown: as wide as the room, or at a part of its size on paper. */

/** A share of the size on paper, 1 being as on paper; or as wide as there is room. */
export type Zoom = number | 'width';

export interface PaperSize {
  readonly widthIn: number;
  readonly heightIn: number;
}

/** CSS fixes the inch at 96 of its pixels. */
export const CSS_PX_PER_INCH = 96;
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;
export const ZOOM_LIMITS = { min: STEPS[0], max: 4 } as const;

/** Quarter turns to the right. */
export type Turns = 0 | 1 | 2 | 3;

export function turnRight(turns: Turns): Turns {
  return TURNED[turns];
}

const TURNED: Readonly<Record<Turns, Turns>> = { 0: 1, 1: 2, 2: 3, 3: 0 };

/** As it lies: a quarter turn swaps width and height. */
export function toTurned({ widthIn, heightIn }: PaperSize, turns: Turns): PaperSize {
  return turns % 2 === 0 ? { widthIn, heightIn } : { widthIn: heightIn, heightIn: widthIn };
}

/** The share of the size on paper, for a page that lies as given in so much room. */
export function toShare(zoom: Zoom, lying: PaperSize, roomWidthPx: number): number {
  if (zoom !== 'width') return zoom;
  const share = roomWidthPx / (lying.widthIn * CSS_PX_PER_INCH);
  return Math.min(Math.max(share, ZOOM_LIMITS.min), ZOOM_LIMITS.max);
}

/** The next step up or down from whatever is shown; the last one stays. */
export function toNextZoom(share: number, direction: 1 | -1): number {
  // A hair off a step, as a fitted width may be, counts as that step.
  const next =
    direction === 1
      ? STEPS.find((step) => step > share * 1.01)
      : STEPS.findLast((step) => step < share * 0.99);
  return next ?? (direction === 1 ? ZOOM_LIMITS.max : ZOOM_LIMITS.min);
}
