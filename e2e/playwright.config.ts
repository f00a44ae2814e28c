import path from 'node:path';
import { defineConfig } from '@playwright/test';

// Journeys in real Electron. `npm run e2e` builds first and gives them a display; the tests add `--no-sandbox` where they
// run as root.
const resultsDir = process.env['HEARBACK_E2E_RESULTS'] ?? path.resolve('test-results', 'e2e');

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: path.join(resultsDir, 'files'),
  // Each test has its own profile; windows are heavy, and two cores are common.
  workers: process.env['CI'] ? 1 : 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: path.join(resultsDir, 'report.json') }]],
});
