// The default app of the test runtime: does what Electron's own does with `electron [-r module] path`, so that
// electron-vite and Playwright find what they expect. Kept to syntax and modules of Electron 25.
'use strict';
const { app, dialog } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const options = readOptions(process.argv.slice(1));
if (options.wantsVersion) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (options.modules.length > 0) Module._preloadModules(options.modules);
if (options.appPath === undefined) fail('Give the folder of an app.');
else load(path.resolve(options.appPath));

function readOptions(args) {
  const found = { wantsVersion: false, modules: [], appPath: undefined };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === '--version' || arg === '-v') found.wantsVersion = true;
    else if (arg === '--require' || arg === '-r') found.modules.push(args[++i]);
    // All that follows the path belongs to the app; other flags belong to Chromium.
    else if (!arg.startsWith('-')) return { ...found, appPath: arg };
  }
  return found;
}

function load(packagePath) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  try {
    const manifestPath = path.join(packagePath, 'package.json');
    if (fs.existsSync(manifestPath)) {
      const manifest = JSON.parse(fs.readFileSync(manifestPath, 'utf8'));
      if (manifest.version) app.setVersion(manifest.version);
      app.name = manifest.productName ?? manifest.name ?? app.name;
      app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
    }
    const mainPath = Module._resolveFilename(packagePath, null, true);
    app.setAppPath(fs.statSync(packagePath).isDirectory() ? packagePath : path.dirname(mainPath));
    Module._load(mainPath, Module, true);
  } catch (error) {
    fail(`The app cannot be started: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

function fail(message) {
  console.error(message);
  dialog.showErrorBox('Electron', message);
  process.exit(1);
}
