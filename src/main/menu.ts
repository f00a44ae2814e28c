/**
 * The application's menu, after the conventions of Windows and macOS. Nothing in it is bound to a single key: that would steal the letter
 * from whoever types; the page has such keys of its own.
 */
import type { MenuItemConstructorOptions } from 'electron';
import { Menu } from 'electron';
import type { MenuCommand } from '../shared/contract';
import type { MenuWords } from './menu-words';

export interface MenuParts {
  readonly platform: NodeJS.Platform;
  readonly hasDevTools: boolean;
  /** What the window shows can be printed. Ctrl or Cmd + P is then for that, and for the player otherwise. */
  readonly offersPrint: boolean;
  choose(command: MenuCommand): void;
  zoomBy(steps: number): void;
  resetZoom(): void;
}

type Items = MenuItemConstructorOptions[];
type Role = NonNullable<MenuItemConstructorOptions['role']>;

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

export function showMenu(parts: MenuParts, words: MenuWords): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(toMenu(parts, words)));
}

function toMenu(parts: MenuParts, words: MenuWords): Items {
  const isMac = parts.platform === 'darwin';
  const command = (label: string, chosen: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: chosen,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => parts.choose(chosen),
  });
  const session: Items = [command(words.lock, 'lock', 'CmdOrCtrl+L'), command(words.signOut, 'sign-out')];
  const print: MenuItemConstructorOptions = {
    ...command(words.print, 'print', parts.offersPrint ? 'CmdOrCtrl+P' : undefined),
    enabled: parts.offersPrint,
  };
  const find = command(words.find, 'find', 'CmdOrCtrl+F');
  const keys = command(words.keys, 'keys', 'CmdOrCtrl+/');
  return [
    ...(isMac
      ? [macAppMenu(words, session), { label: words.file, submenu: [print] }]
      : [
          { label: words.file, submenu: [print, SEPARATOR, ...session, SEPARATOR, role('quit', words.quit)] },
        ]),
    { label: words.edit, submenu: [...editItems(words), SEPARATOR, find] },
    { label: words.view, submenu: viewItems(parts, words) },
    {
      label: words.playback,
      submenu: [
        command(words.playPause, 'play-pause', parts.offersPrint ? undefined : 'CmdOrCtrl+P'),
        command(words.back, 'back', 'CmdOrCtrl+Alt+Left'),
        command(words.forward, 'forward', 'CmdOrCtrl+Alt+Right'),
        SEPARATOR,
        command(words.faster, 'faster', 'CmdOrCtrl+Shift+.'),
        command(words.slower, 'slower', 'CmdOrCtrl+Shift+,'),
      ],
    },
    { label: words.window, role: 'window', submenu: windowItems(words, isMac) },
    {
      label: words.help,
      role: 'help',
      submenu: isMac ? [keys] : [keys, SEPARATOR, role('about', words.about)],
    },
  ];
}

function macAppMenu(words: MenuWords, session: Items): MenuItemConstructorOptions {
  return {
    label: 'Hearback',
    submenu: [
      role('about', words.about),
      SEPARATOR,
      ...session,
      SEPARATOR,
      role('hide', words.hide),
      role('hideOthers', words.hideOthers),
      role('unhide', words.unhide),
      SEPARATOR,
      role('quit', words.quit),
    ],
  };
}

function editItems(words: MenuWords): Items {
  return [
    role('undo', words.undo),
    role('redo', words.redo),
    SEPARATOR,
    role('cut', words.cut),
    role('copy', words.copy),
    role('paste', words.paste),
    role('selectAll', words.selectAll),
  ];
}

function windowItems(words: MenuWords, isMac: boolean): Items {
  const minimize = role('minimize', words.minimize);
  return isMac
    ? [minimize, role('zoom', words.zoom), SEPARATOR, role('front', words.front)]
    : [minimize, role('close', words.close)];
}

/** Zoom by hand, for the roles would go beyond 50 and 300 % and forget the zoom at the end. */
function viewItems(parts: MenuParts, words: MenuWords): Items {
  return [
    { label: words.actualSize, accelerator: 'CmdOrCtrl+0', click: () => parts.resetZoom() },
    { label: words.zoomIn, accelerator: 'CmdOrCtrl+Plus', click: () => parts.zoomBy(1) },
    // The same key without Shift.
    {
      label: words.zoomIn,
      accelerator: 'CmdOrCtrl+=',
      visible: false,
      acceleratorWorksWhenHidden: true,
      click: () => parts.zoomBy(1),
    },
    { label: words.zoomOut, accelerator: 'CmdOrCtrl+-', click: () => parts.zoomBy(-1) },
    SEPARATOR,
    role('togglefullscreen', words.fullScreen),
    ...(parts.hasDevTools
      ? [SEPARATOR, role('reload', words.reload), role('toggleDevTools', words.developerTools)]
      : []),
  ];
}

function role(name: Role, label: string): MenuItemConstructorOptions {
  return { role: name, label };
}
