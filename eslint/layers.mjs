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
    files: /^src\/main\/(index|cli|program|profile)([-.][^/]*)?\.ts$/,
    mayImport: [
      ...[
        'window',
        'setup',
        'session',
        'archive',
        'draft',
        'scanner',
        'catalog',
        'ledger',
        'peaks',
        'deletion',
        'policy',
        'viewer',
      ],
      ...['door to windows', 'door', 'thread', 'sqlite', 'log', 'shared'],
    ],
    instead: 'it may import everything in main, but nothing of the renderer or the preload',
  },
  {
    name: 'window',
    files: /^src\/main\/(window|menu)([-.][^/]*)?\.ts$/,
    mayImport: ['log', 'shared'],
    instead: 'hand it what it needs from src/main/index.ts',
  },
  {
    name: 'log',
    files: /^src\/main\/log([-.][^/]*)?\.ts$/,
    mayImport: ['shared'],
    instead: 'everything logs, so the log stands on nothing',
  },
  {
    name: 'setup',
    files: /^src\/main\/setup\//,
    mayImport: ['archive', 'draft', 'session', 'ledger', 'sqlite', 'log', 'shared'],
    instead:
      'the first run looks at the archive and writes the ledger; hand the rest in from src/main/index.ts',
  },
  {
    name: 'session',
    files: /^src\/main\/session\//,
    mayImport: ['ledger', 'viewer', 'thread', 'sqlite', 'log', 'shared'],
    instead: 'a session knows people and their rights only; hand the rest in from src/main/index.ts',
  },
  {
    name: 'draft',
    files: /^src\/main\/archive\/draft\.ts$/,
    mayImport: ['archive', 'shared'],
    instead: 'it is the seam between archive and catalog: types that both may know',
  },
  {
    name: 'archive',
    files: /^src\/main\/archive\//,
    mayImport: ['draft', 'shared'],
    instead: 'the archive is only read, and knows neither database nor viewer; join them in src/main/scanner',
  },
  {
    name: 'scanner',
    files: /^src\/main\/scanner\//,
    mayImport: ['archive', 'draft', 'catalog', 'sqlite', 'log', 'shared'],
    instead: 'the scanner goes from src/main/archive to src/main/catalog; hand the rest in as data',
  },
  {
    name: 'catalog',
    files: /^src\/main\/catalog\//,
    mayImport: ['draft', 'thread', 'sqlite', 'shared'],
    instead: 'the catalog knows its tables only; join it with others in src/main/policy or src/main/scanner',
  },
  {
    name: 'viewer',
    files: /^src\/main\/policy\/(viewer|directory)\.ts$/,
    mayImport: ['shared'],
    instead: 'the words that ledger and policy share are plain types',
  },
  {
    name: 'ledger',
    files: /^src\/main\/ledger\//,
    mayImport: ['viewer', 'sqlite', 'shared'],
    instead:
      'the ledger knows its tables only; what joins it with others is in src/main/door/handlers or src/main/session',
  },
  {
    name: 'exchange',
    files: /^src\/main\/exchange\//,
    mayImport: ['ledger', 'thread', 'sqlite', 'shared'],
    instead:
      'an import goes through the ledger’s own functions; what joins it with the rest is in src/main/door/handlers',
  },
  {
    name: 'peaks',
    files: /^src\/main\/peaks\//,
    mayImport: ['archive', 'thread', 'sqlite', 'log', 'shared'],
    instead: 'a wave is made of the bytes of a file; hand the rest in from src/main/index.ts',
  },
  {
    name: 'deletion',
    files: /^src\/main\/deletion\//,
    mayImport: ['archive', 'ledger', 'sqlite', 'log', 'shared'],
    instead:
      'it knows files and their journal; who may delete, and the catalog, are handed in from src/main/program-deletions.ts',
  },
  {
    name: 'thread',
    files: /^src\/main\/thread\//,
    mayImport: [],
    instead: 'it asks and answers, and knows nothing of what',
  },
  {
    name: 'sqlite',
    files: /^src\/main\/sqlite\//,
    mayImport: ['shared'],
    instead: 'it opens databases and knows none of their tables',
  },
  {
    name: 'policy',
    files: /^src\/main\/policy\//,
    mayImport: ['viewer', 'catalog', 'thread', 'sqlite', 'shared'],
    instead:
      'the policy stands on src/main/catalog; what it needs of the ledger comes in as a Viewer and a Directory',
  },
  {
    name: 'door to windows',
    files: /^src\/main\/door\/(media|window-client)([-.][^/]*)?\.ts$/,
    mayImport: ['door', 'archive', 'policy', 'viewer', 'session', 'log', 'shared'],
    instead: 'ask the Library of src/main/policy for the recording and src/main/archive for its bytes',
  },
  {
    name: 'door',
    files: /^src\/main\/door\//,
    mayImport: [
      ...[
        'door to windows',
        'policy',
        'viewer',
        'session',
        'setup',
        'ledger',
        'exchange',
        'scanner',
        'peaks',
        'deletion',
      ],
      ...['thread', 'sqlite', 'log', 'shared'],
    ],
    instead:
      'a handler is given a Library of src/main/policy that is already bound to a viewer, so that it cannot go round the policy; all else is handed in from src/main/index.ts',
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
      'only main/index, window, menu, log, door/window-client, door/media and the preload know Electron, so that all the rest runs under plain Node',
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
