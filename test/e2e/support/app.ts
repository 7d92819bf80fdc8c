import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test';

export interface StartedApp {
  electron: ElectronApplication;
  page: Page;
  /** Where this app keeps its files. */
  folder: string;
  /** What the page complained about: errors, refused resources, CSP violations. */
  complaints: string[];
}

interface StartOptions {
  folder?: string;
  args?: string[];
  env?: Record<string, string>;
}

/** Starts the real app with a folder of its own. A packaged copy is used if GLUU_APP names its program. */
export async function startApp({ folder, args = [], env = {} }: StartOptions = {}): Promise<StartedApp> {
  const home = folder ?? (await mkdtemp(path.join(os.tmpdir(), 'gluu-console-e2e-')));
  const program = process.env.GLUU_APP;
  const app = await electron.launch({
    ...(program ? { executablePath: program } : {}),
    args: [...(program ? [] : ['.']), `--user-data-dir=${home}`, ...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await expect(page.getByRole('main')).toBeVisible();
  return { electron: app, page, folder: home, complaints };
}

/** Closes the window as a user does who means it: the question about unsaved changes is answered with "close". */
export async function closeApp(app: StartedApp): Promise<void> {
  await app.electron.evaluate(({ dialog }) => {
    dialog.showMessageBoxSync = () => 1;
  });
  await app.electron.close();
}

/** A test with an app of its own, closed and cleaned up afterwards; it fails on anything the page complained about. */
export const test = base.extend<{ app: StartedApp }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants this form of a fixture without others
  app: async ({}, use) => {
    const app = await startApp();
    await use(app);
    await closeApp(app);
    await rm(app.folder, { recursive: true, force: true });
    expect(app.complaints).toEqual([]);
  },
});

export { expect };
