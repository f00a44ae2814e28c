/** The wave: click or drag to seek, wheel to zoom, arrow keys to step. For a screen reader it is a slider. */
import type { KeyboardEvent, PointerEvent } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toShortDuration } from '../format/duration';
import type { PlayerState } from './player-state';
import type { PlayerStore } from './player-store';
import type { Span } from './silence';
import type { WaveColours } from './wave-drawing';
import { drawWave } from './wave-drawing';
import { usePosition } from './use-player';
import styles from './player.module.css';

/** Closer than this the picture shows less than a word. */
const MIN_VIEW_MS = 2000;
/** The cursor moves by such a part of the picture, about a pixel: drawn more often it would look the same. */
const CURSOR_STEPS = 1500;
const MIN_STEP_MS = 20;

interface Props {
  readonly store: PlayerStore;
  readonly state: PlayerState;
  /** In whole seconds, to be said. */
  readonly spokenMs: number;
}

export function WaveView({ store, state, spokenMs }: Props) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { durationMs, current } = state;
  const [zoom, setZoom] = useZoom(current?.id ?? '', durationMs);
  const positionMs = usePosition(Math.max(MIN_STEP_MS, (zoom.untilMs - zoom.fromMs) / CURSOR_STEPS));
  const view = toVisible(zoom, positionMs, state.status === 'playing');
  const draw = useCallback(() => {
    if (canvas.current) drawWave(canvas.current, { ...state, view, positionMs }, readColours(canvas.current));
  }, [state, view, positionMs]);
  const latestDraw = useRef(draw);
  useEffect(() => {
    latestDraw.current = draw;
    // With the next picture: measured in between, the whole page would be laid out for it, and the sound waits meanwhile.
    const frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [draw]);
  useEffect(() => redrawWithWindow(canvas.current, () => latestDraw.current()), []);
  useWheel(canvas, (event) =>
    setZoom(zoomed(view, event.deltaY, toShare(event, canvas.current), durationMs)),
  );

  const seekTo = (event: PointerEvent) => {
    store.seek(view.fromMs + toShare(event, canvas.current) * (view.untilMs - view.fromMs));
  };
  const words = t('player.positionOf', {
    position: toShortDuration(spokenMs),
    duration: toShortDuration(durationMs),
  });
  return (
    <canvas
      ref={canvas}
      className={styles.wave}
      role="slider"
      tabIndex={0}
      aria-label={t('player.position')}
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-valuenow={Math.round(spokenMs / 1000)}
      aria-valuetext={words}
      title={t('player.zoomHint')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && seekTo(event)}
      onKeyDown={(event) => stepWithKeys(event, store)}
    />
  );
}

/** Back to the whole call with every new recording. */
function useZoom(id: string, durationMs: number): [Span, (view: Span) => void] {
  const whole = { fromMs: 0, untilMs: Math.max(1, durationMs) };
  const [zoom, setZoom] = useState({ id, view: whole });
  const isFresh = zoom.id !== id || zoom.view.untilMs > whole.untilMs || zoom.view.untilMs <= 1;
  return [isFresh ? whole : zoom.view, (view) => setZoom({ id, view })];
}

/** While playing, a zoomed picture turns its page when the cursor leaves it. */
function toVisible(view: Span, positionMs: number, isPlaying: boolean): Span {
  const length = view.untilMs - view.fromMs;
  if (!isPlaying || (positionMs >= view.fromMs && positionMs < view.untilMs)) return view;
  const fromMs = Math.max(0, positionMs - length * 0.1);
  return { fromMs, untilMs: fromMs + length };
}

/** The point under the pointer stays where it is. */
function zoomed(view: Span, deltaY: number, share: number, durationMs: number): Span {
  const length = view.untilMs - view.fromMs;
  const wanted = Math.min(durationMs, Math.max(MIN_VIEW_MS, length * (deltaY > 0 ? 1.25 : 0.8)));
  const fixed = view.fromMs + share * length;
  const fromMs = Math.min(Math.max(0, fixed - share * wanted), Math.max(0, durationMs - wanted));
  return { fromMs, untilMs: fromMs + wanted };
}

function toShare(event: { readonly clientX: number }, canvas: HTMLCanvasElement | null): number {
  const box = canvas?.getBoundingClientRect();
  return box && box.width > 0 ? Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) : 0;
}

function useWheel(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  onWheel: (event: WheelEvent) => void,
): void {
  const latest = useRef(onWheel);
  useEffect(() => {
    latest.current = onWheel;
  });
  useEffect(() => {
    const element = canvas.current;
    // React listens passively; the page would scroll along.
    const listen = (event: WheelEvent) => {
      event.preventDefault();
      latest.current(event);
    };
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, [canvas]);
}

function redrawWithWindow(canvas: HTMLCanvasElement | null, draw: () => void): (() => void) | undefined {
  if (!canvas) return undefined;
  const observer = new ResizeObserver(draw);
  observer.observe(canvas);
  const theme = new MutationObserver(draw);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    observer.disconnect();
    theme.disconnect();
  };
}

function readColours(canvas: HTMLCanvasElement): WaveColours {
  const style = getComputedStyle(canvas);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    heard: read('--accent'),
    ahead: read('--line-strong'),
    axis: read('--line'),
    fold: read('--hover'),
    loop: read('--info-ground'),
    cursor: read('--text'),
  };
}

function stepWithKeys(event: KeyboardEvent, store: PlayerStore): void {
  const step = { ArrowLeft: -5000, ArrowRight: 5000, PageDown: -30_000, PageUp: 30_000 }[event.key];
  if (step !== undefined) store.skip(event.shiftKey ? step * 6 : step);
  else if (event.key === 'Home') store.seek(0);
  else if (event.key === 'End') store.seek(store.getState().durationMs);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
