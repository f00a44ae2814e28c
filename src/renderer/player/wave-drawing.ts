/** Puts a wave on a canvas: one lane a channel, what was heard in the accent colour, folds of silence, the loop. */
import type { Loop } from './player-state';
import type { Span } from './silence';
import type { Wave } from './wave';
import { findPeak } from './wave';

export interface WavePicture {
  readonly wave: Wave | null;
  readonly durationMs: number;
  /** The part that is in view: the whole call, or less after zooming. */
  readonly view: Span;
  readonly positionMs: number;
  readonly loop: Loop | null;
  readonly silences: readonly Span[];
}

export interface WaveColours {
  readonly heard: string;
  readonly ahead: string;
  readonly axis: string;
  readonly fold: string;
  readonly loop: string;
  readonly cursor: string;
}

/** Width and height in CSS pixels; the canvas is as fine as the screen. */
export function drawWave(canvas: HTMLCanvasElement, picture: WavePicture, colours: WaveColours): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { clientWidth: width, clientHeight: height } = canvas;
  const scale = window.devicePixelRatio;
  if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
  }
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  const toX = (atMs: number) =>
    ((atMs - picture.view.fromMs) / (picture.view.untilMs - picture.view.fromMs)) * width;
  drawSpans(context, picture.silences, toX, height, colours.fold);
  if (picture.loop) {
    const { fromMs, untilMs } = picture.loop;
    drawSpans(context, [{ fromMs, untilMs: untilMs ?? picture.durationMs }], toX, height, colours.loop);
  }
  drawLanes(context, picture, colours, width, height);
  context.fillStyle = colours.cursor;
  context.fillRect(toX(picture.positionMs) - 1, 0, 2, height);
}

function drawSpans(
  context: CanvasRenderingContext2D,
  spans: readonly Span[],
  toX: (atMs: number) => number,
  height: number,
  colour: string,
): void {
  context.fillStyle = colour;
  for (const span of spans)
    context.fillRect(toX(span.fromMs), 0, toX(span.untilMs) - toX(span.fromMs), height);
}

function drawLanes(
  context: CanvasRenderingContext2D,
  picture: WavePicture,
  colours: WaveColours,
  width: number,
  height: number,
): void {
  const { wave, view } = picture;
  const lanes = wave?.channels ?? [new Uint8Array(0)];
  const laneHeight = height / lanes.length;
  const msPerPixel = (view.untilMs - view.fromMs) / Math.max(1, width);
  lanes.forEach((peaks, lane) => {
    const middle = laneHeight * (lane + 0.5);
    context.fillStyle = colours.axis;
    context.fillRect(0, middle, width, 1);
    if (!wave) return;
    for (let x = 0; x < width; x += 2) {
      const fromMs = view.fromMs + x * msPerPixel;
      const peak = findPeak(peaks, wave, fromMs, fromMs + 2 * msPerPixel);
      // Square root: a soft voice stays visible beside a loud one.
      const half = Math.sqrt(peak / 127) * (laneHeight / 2 - 1);
      if (half < 0.5) continue;
      context.fillStyle = fromMs < picture.positionMs ? colours.heard : colours.ahead;
      context.fillRect(x, middle - half, 1.5, half * 2);
    }
  });
}
