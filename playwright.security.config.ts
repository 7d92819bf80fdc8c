import os from 'node:os';
import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** The part of the security plan that needs Electron. It stops and kills processes, and measures time: one file for each core. */
export default defineConfig({
  ...base,
  workers: Math.min(os.cpus().length, base.workers as number),
  testDir: 'test/security',
  testMatch: '**/*.spec.ts',
});
