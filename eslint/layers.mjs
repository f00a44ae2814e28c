// Who may import what: archive files → scanner → catalog → policy → door → view, in one direction only.
// One table, so that ARCHITECTURE.md, the rule and its tests speak of the same thing.

/**
 * @typedef {object} Layer
 * @property {string} name How messages call it.
 * @property {RegExp} files Paths that belong to it, from the root of the project, with forward slashes.
 * @property {readonly string[]} mayImport Names of the other layers that it may import; its own files always.
 * @property {string} instead What to do where an import is refused.
 */

/**
 * The first layer whose `files` match a path is the layer of that path.
 * @type {readonly Layer[]}
 */
export const LAYERS = [
  {
    name: 'composition root',
    files: /^src\/main\/(index|cli)([-.][^/]*)?\.ts$/,
    mayImport: [
      'window',
      'profile',
      'session',
      'setup',
      'archive',
      'drafts',
      'scanner',
      'peaks',
      'sqlite',
      'catalog',
      'ledger',
      'policy',
      'viewer',
      'media',
      'door',
      'shared',
    ],
    instead: 'it may import everything in main, but nothing of the renderer or the preload',
  },
  {
    name: 'window',
    files: /^src\/main\/(window|menu)([-.][^/]*)?\.ts$/,
    mayImport: ['shared'],
    instead: 'hand it what it needs from src/main/index.ts',
  },
  {
    name: 'profile',
    files: /^src\/main\/(profile|log)([-.][^/]*)?\.ts$/,
    mayImport: ['sqlite', 'shared'],
    instead: 'a profile is a folder with files; hand the rest in from src/main/index.ts',
  },
  {
    name: 'sqlite',
    files: /^src\/main\/sqlite\//,
    mayImport: [],
    instead: 'it opens databases and knows no table',
  },
  {
    name: 'drafts',
    files: /^src\/main\/archive\/(draft|media\/header)\.ts$/,
    mayImport: ['archive', 'shared'],
    instead: 'a draft is what reading an archive gives, before any database knows it',
  },
  {
    name: 'viewer',
    files: /^src\/main\/policy\/(viewer|directory)\.ts$/,
    mayImport: ['shared'],
    instead: 'the words that ledger and policy share are plain types',
  },
  {
    name: 'setup',
    files: /^src\/main\/setup\//,
    mayImport: ['ledger', 'session', 'sqlite', 'shared'],
    instead: 'setting up writes the ledger; hand the rest in from src/main/index.ts',
  },
  {
    name: 'peaks',
    files: /^src\/main\/peaks\//,
    mayImport: ['archive', 'drafts', 'sqlite', 'shared'],
    instead: 'peaks are drawn from files that the policy has already let through',
  },
  {
    name: 'session',
    files: /^src\/main\/session(\.ts|-[^/]*\.ts|\/.*)$/,
    mayImport: ['ledger', 'sqlite', 'viewer', 'shared'],
    instead: 'a session knows viewers and the ledger only; hand the rest in from src/main/index.ts',
  },
  {
    name: 'archive',
    files: /^src\/main\/archive\//,
    mayImport: ['drafts', 'shared'],
    instead:
      'the archive is only read: it knows neither database nor viewer; put the joining code in src/main/scanner',
  },
  {
    name: 'scanner',
    files: /^src\/main\/scanner\//,
    mayImport: ['archive', 'drafts', 'catalog', 'sqlite', 'shared'],
    instead: 'the scanner goes from src/main/archive to src/main/catalog; hand the rest in as data',
  },
  {
    name: 'catalog',
    files: /^src\/main\/catalog\//,
    mayImport: ['drafts', 'sqlite', 'shared'],
    instead: 'the catalog knows its tables only; join it with others in src/main/policy or src/main/scanner',
  },
  {
    name: 'ledger',
    files: /^src\/main\/ledger\//,
    mayImport: ['sqlite', 'viewer', 'shared'],
    instead: 'the ledger knows its tables only; join it with others in src/main/policy',
  },
  {
    name: 'policy',
    files: /^src\/main\/policy\//,
    mayImport: ['catalog', 'drafts', 'sqlite', 'viewer', 'shared'],
    instead:
      'the policy stands on src/main/catalog; what it needs of the ledger comes in as Viewer and Directory',
  },
  {
    name: 'media',
    files: /^src\/main\/door\/media([-.][^/]*)?\.ts$/,
    mayImport: ['archive', 'drafts', 'policy', 'session', 'door', 'shared'],
    instead: 'ask the Library of src/main/policy for the recording and src/main/archive for its bytes',
  },
  {
    name: 'door',
    files: /^src\/main\/door\//,
    mayImport: [
      'policy',
      'viewer',
      'ledger',
      'session',
      'setup',
      'scanner',
      'peaks',
      'profile',
      'drafts',
      'sqlite',
      'media',
      'shared',
    ],
    instead:
      'a handler is given a Library of src/main/policy that is already bound to a viewer, so that it cannot go round the policy',
  },
  {
    name: 'preload',
    files: /^src\/preload\//,
    mayImport: ['shared'],
    instead: 'the preload exposes call and on, and imports types of src/shared only',
  },
  {
    name: 'renderer/ui',
    files: /^src\/renderer\/ui\//,
    mayImport: [],
    instead:
      'a control gets props and gives events; put what knows the client or the model in src/renderer/views',
  },
  {
    name: 'renderer',
    files: /^src\/renderer\//,
    mayImport: ['renderer/ui', 'shared'],
    instead: 'ask for it through src/renderer/client.ts; what both sides must agree on is in src/shared',
  },
  {
    name: 'shared',
    files: /^src\/shared\//,
    mayImport: [],
    instead: 'src/shared is pure and stands on nothing of ours',
  },
];

/**
 * Packages that only some files may import.
 * @typedef {object} PackageRule
 * @property {RegExp} packages Import specifiers that it is about.
 * @property {RegExp} allowedIn Files that may import them.
 * @property {string} instead What to do where an import is refused.
 */

/** @type {readonly PackageRule[]} */
export const PACKAGE_RULES = [
  {
    packages: /^(electron($|\/)|electron-log\/(main|renderer|preload)|electron-log$)/,
    allowedIn:
      /^src\/(main\/(index|window|menu|log)([-.][^/]*)?\.ts|main\/door\/(window-client|media)([-.][^/]*)?\.ts|preload\/.*)$/,
    instead:
      'only main/index, main/window, door/window-client, door/media and the preload know Electron, so that all the rest runs under plain Node',
  },
  {
    packages: /^better-sqlite3($|\/)/,
    allowedIn: /^src\/main\/sqlite\/database\.ts$/,
    instead: 'open a database through src/main/sqlite/database.ts',
  },
  {
    packages: /^node:sqlite$/,
    allowedIn: /^$/,
    instead: 'the bundles must run on Node 18: use src/main/sqlite/database.ts',
  },
  {
    packages: /^node:/,
    allowedIn: /^src\/main\//,
    instead: 'only src/main has Node; ask for it through the door',
  },
  {
    packages: /^(react|react-dom|react-aria-components|howler|@tanstack\/.*|react-i18next)($|\/)/,
    allowedIn: /^src\/renderer\//,
    instead: 'only src/renderer draws and plays',
  },
];
