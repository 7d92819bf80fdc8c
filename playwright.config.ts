import os from 'node:os';
import { defineConfig } from '@playwright/test';

const CORES = os.cpus().length;
const MOST_WORKERS = 3;

export default defineConfig({
  timeout: 90_000,
  expect: { timeout: 15_000 },
  projects: [
    // The part of the security plan that needs Electron stops and kills processes, and measures time: one file for each core.
    { name: 'intrusion', testDir: 'test/security', testMatch: '**/*.spec.ts', workers: CORES },
    { name: 'e2e', testDir: 'test/e2e' },
  ],
  // A real screen has one focus and one clipboard; on machines without one each worker has a display of its own. An app under
  // test waits for servers and for Playwright as well as it computes, so there is one more than there are cores.
  workers: process.env.GLUU_VIRTUAL_DISPLAY ? Math.min(CORES + 1, MOST_WORKERS) : 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/e2e.json' }]],
});
