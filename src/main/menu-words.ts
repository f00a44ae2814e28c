/** The words of the application's menu. The system names nothing in it by itself: what Electron would say is English everywhere. */
import type { Language } from '../shared/model';
import { LANGUAGES } from '../shared/model';

const en = {
  file: '&File',
  edit: '&Edit',
  view: '&View',
  playback: '&Playback',
  window: '&Window',
  help: '&Help',
  print: 'Print…',
  lock: 'Lock',
  signOut: 'Sign Out',
  quit: 'Quit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  find: 'Find',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  reload: 'Reload',
  developerTools: 'Developer Tools',
  playPause: 'Play or Pause',
  back: 'Back 10 Seconds',
  forward: 'Forward 10 Seconds',
  faster: 'Faster',
  slower: 'Slower',
  minimize: 'Minimise',
  zoom: 'Zoom',
  close: 'Close',
  front: 'Bring All to Front',
  keys: 'Keyboard Shortcuts',
  about: 'About Hearback',
  hide: 'Hide Hearback',
  hideOthers: 'Hide Others',
  unhide: 'Show All',
} as const;

export type MenuWords = Readonly<Record<keyof typeof en, string>>;

const de: MenuWords = {
  file: '&Datei',
  edit: '&Bearbeiten',
  view: '&Ansicht',
  playback: '&Wiedergabe',
  window: '&Fenster',
  help: '&Hilfe',
  print: 'Drucken…',
  lock: 'Sperren',
  signOut: 'Abmelden',
  quit: 'Beenden',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  cut: 'Ausschneiden',
  copy: 'Kopieren',
  paste: 'Einfügen',
  selectAll: 'Alles auswählen',
  find: 'Suchen',
  actualSize: 'Originalgröße',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  fullScreen: 'Vollbild',
  reload: 'Neu laden',
  developerTools: 'Entwicklerwerkzeuge',
  playPause: 'Abspielen oder anhalten',
  back: '10 Sekunden zurück',
  forward: '10 Sekunden vor',
  faster: 'Schneller',
  slower: 'Langsamer',
  minimize: 'Minimieren',
  zoom: 'Zoomen',
  close: 'Schließen',
  front: 'Alle nach vorne bringen',
  keys: 'Tastenkürzel',
  about: 'Über Hearback',
  hide: 'Hearback ausblenden',
  hideOthers: 'Andere ausblenden',
  unhide: 'Alle einblenden',
};

const WORDS: Readonly<Record<Language, MenuWords>> = { en, de };

/** The person's own language; where he has none, or nobody is there, the first of the computer's that is spoken here, else English. */
export function toMenuWords(own: Language | null, preferred: readonly string[]): MenuWords {
  if (own !== null) return WORDS[own];
  const tags = preferred.map((tag) => tag.toLowerCase().split('-')[0]);
  const language = tags.flatMap((tag) => LANGUAGES.find((one) => one === tag) ?? [])[0];
  return WORDS[language ?? 'en'];
}
