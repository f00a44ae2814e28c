/** The player's keys, wherever the focus is, as long as nobody is typing and no control wants the key for itself. */
import { useEffect } from 'react';
import type { MenuCommand } from '../../shared/contract';
import { on } from '../client';
import type { PlayerStore } from './player-store';

const STEP_MS = 10_000;
const SHORT_STEP_MS = 5000;
const LONG_STEP_MS = 30_000;

export function usePlayerKeys(store: PlayerStore): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      if (actOnKey(event, store)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    const off = on('menu.chosen', ({ command }) => actOnMenu(command, store));
    return () => {
      window.removeEventListener('keydown', listen);
      off();
    };
  }, [store]);
}

/** True where the key was the player's. */
function actOnKey(event: KeyboardEvent, store: PlayerStore): boolean {
  if (!store.getState().current) return false;
  const isInList =
    event.target instanceof Element &&
    event.target.closest('[role=grid],[role=menu],[role=listbox],[role=tablist]');
  switch (event.key) {
    case ' ':
      // A focused button is pressed by the space bar, a box is ticked.
      if (event.target instanceof Element && event.target.closest('button,a,summary,input,[role=button]'))
        return false;
      store.toggle();
      return true;
    case 'k':
    case 'K':
      store.toggle();
      return true;
    case 'j':
    case 'J':
      store.skip(-STEP_MS);
      return true;
    case 'l':
    case 'L':
      store.skip(STEP_MS);
      return true;
    case 'ArrowLeft':
    case 'ArrowRight': {
      // Within a choice of few, and on a slider, the arrows are its own.
      if (isInList || (event.target instanceof Element && event.target.closest('input,[role=separator]')))
        return false;
      const step = event.shiftKey ? LONG_STEP_MS : SHORT_STEP_MS;
      store.skip(event.key === 'ArrowLeft' ? -step : step);
      return true;
    }
    case '[':
      store.markLoopStart();
      return true;
    case ']':
      store.markLoopEnd();
      return true;
    case '+':
    case '=':
      store.stepRate(1);
      return true;
    case '-':
      store.stepRate(-1);
      return true;
    default:
      return false;
  }
}

function actOnMenu(command: MenuCommand, store: PlayerStore): void {
  if (command === 'play-pause') store.toggle();
  if (command === 'back') store.skip(-STEP_MS);
  if (command === 'forward') store.skip(STEP_MS);
  if (command === 'faster') store.stepRate(1);
  if (command === 'slower') store.stepRate(-1);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('input:not([type=range], [type=checkbox], [type=radio]), textarea, select')
  );
}
