import os from 'node:os';
import { defineConfig } from '@playwright/test';

const MOST_WORKERS = 3;

export default defineConfig({
  testDir: 'test/e2e',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // A real screen has one focus and one clipboard; on machines without one each worker has a display of its own. An app under
  // test waits for servers and for Playwright as well as it computes, so there is one more than there are cores.
  workers: process.env.GLUU_VIRTUAL_DISPLAY ? Math.min(os.cpus().length + 1, MOST_WORKERS) : 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/e2e.json' }]],
});
