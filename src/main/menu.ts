/**
 * The application's menu, after the conventions of Windows and macOS. Nothing in it is bound to a single key: that would steal the letter
 * from whoever types; the page has such keys of its own.
 */
import type { MenuItemConstructorOptions } from 'electron';
import { Menu } from 'electron';
import type { MenuCommand } from '../shared/contract';

export interface MenuParts {
  readonly platform: NodeJS.Platform;
  readonly hasDevTools: boolean;
  choose(command: MenuCommand): void;
  zoomBy(steps: number): void;
  resetZoom(): void;
}

type Items = MenuItemConstructorOptions[];

export function showMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(toMenu(parts)));
}

function toMenu(parts: MenuParts): Items {
  const isMac = parts.platform === 'darwin';
  const command = (label: string, chosen: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: chosen,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => parts.choose(chosen),
  });
  const session: Items = [command('Lock', 'lock', 'CmdOrCtrl+L'), command('Sign Out', 'sign-out')];
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(isMac
      ? [macAppMenu(session)]
      : [{ label: '&File', submenu: [...session, separator, { role: 'quit' as const }] }]),
    {
      label: '&Edit',
      submenu: [
        ...roles('undo', 'redo'),
        separator,
        ...roles('cut', 'copy', 'paste', 'selectAll'),
        separator,
        command('Find', 'find', 'CmdOrCtrl+F'),
      ],
    },
    { label: '&View', submenu: viewMenu(parts) },
    {
      label: '&Playback',
      submenu: [
        command('Play or Pause', 'play-pause', 'CmdOrCtrl+P'),
        command('Back 10 Seconds', 'back', 'CmdOrCtrl+Alt+Left'),
        command('Forward 10 Seconds', 'forward', 'CmdOrCtrl+Alt+Right'),
        separator,
        command('Faster', 'faster', 'CmdOrCtrl+Shift+.'),
        command('Slower', 'slower', 'CmdOrCtrl+Shift+,'),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        command('Keyboard Shortcuts', 'keys', 'CmdOrCtrl+/'),
        ...(isMac ? [] : [separator, ...roles('about')]),
      ],
    },
  ];
}

function macAppMenu(session: Items): MenuItemConstructorOptions {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return {
    role: 'appMenu',
    submenu: [
      ...roles('about'),
      separator,
      ...session,
      separator,
      ...roles('hide', 'hideOthers', 'unhide'),
      separator,
      ...roles('quit'),
    ],
  };
}

/** Zoom by hand, for the roles would go beyond 50 and 300 % and forget the zoom at the end. */
function viewMenu(parts: MenuParts): Items {
  return [
    { label: 'Actual Size', accelerator: 'CmdOrCtrl+0', click: () => parts.resetZoom() },
    { label: 'Zoom In', accelerator: 'CmdOrCtrl+Plus', click: () => parts.zoomBy(1) },
    // The same key without Shift.
    {
      label: 'Zoom In',
      accelerator: 'CmdOrCtrl+=',
      visible: false,
      acceleratorWorksWhenHidden: true,
      click: () => parts.zoomBy(1),
    },
    { label: 'Zoom Out', accelerator: 'CmdOrCtrl+-', click: () => parts.zoomBy(-1) },
    { type: 'separator' },
    ...roles('togglefullscreen'),
    ...(parts.hasDevTools ? [{ type: 'separator' as const }, ...roles('reload', 'toggleDevTools')] : []),
  ];
}

function roles(...names: NonNullable<MenuItemConstructorOptions['role']>[]): Items {
  return names.map((role) => ({ role }));
}
