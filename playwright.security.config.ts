import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** The part of the security plan that needs Electron. */
export default defineConfig({ ...base, testDir: 'test/security', testMatch: '**/*.spec.ts' });
