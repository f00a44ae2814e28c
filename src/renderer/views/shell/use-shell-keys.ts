/** Keys and menu commands that work wherever one is: search, the list of keys. */
import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../../../shared/contract';
import { on } from '../../client';

interface Commands {
  readonly find: () => void;
  readonly showKeys: () => void;
  readonly lock: () => void;
  readonly signOut: () => void;
}

export function useShellKeys(commands: Commands): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = findCommand(event);
      if (!command) return;
      event.preventDefault();
      latest.current[command]();
    };
    window.addEventListener('keydown', press);
    const stop = on('menu.chosen', ({ command }) => {
      const own = MENU_COMMANDS[command];
      if (own) latest.current[own]();
    });
    return () => {
      window.removeEventListener('keydown', press);
      stop();
    };
  }, []);
}

/** The player hears the others. */
const MENU_COMMANDS: Readonly<Partial<Record<MenuCommand, keyof Commands>>> = {
  find: 'find',
  keys: 'showKeys',
  lock: 'lock',
  'sign-out': 'signOut',
};

function findCommand(event: KeyboardEvent): 'find' | 'showKeys' | undefined {
  if (event.defaultPrevented || event.altKey || isInDialog(event.target)) return undefined;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand) return event.key.toLowerCase() === 'f' && !event.shiftKey ? 'find' : undefined;
  if (isTyping(event.target)) return undefined;
  if (event.key.toLowerCase() === 'f') return 'find';
  return event.key === '?' ? 'showKeys' : undefined;
}

/** Letters belong to whoever is typing. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role=listbox], [role=menu]') !== null
  );
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role=dialog], [role=alertdialog]') !== null;
}
