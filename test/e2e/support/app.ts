import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test';
import type { MessageBoxOptions } from 'electron';
import { startVirtualDisplay } from '../../../scripts/virtual-display.mjs';
import { removeTemporaryFolder } from '../../support/temporary-folder';
import { collectBareTexts, hearFinds, inMarks, MARKS, plain, plainIn, SHOWN, takeFinds } from './bare-texts';

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
  /** Before the app itself: for Electron, not for the app. */
  programArgs?: string[];
  env?: Record<string, string>;
  /** Its core does not begin (hold-core.cjs), so it is not waited for. */
  heldCore?: boolean;
}

/** A machine that starts several apps at once has taken longer than 15 s to draw one; seen twice, and no more is known of it. */
const START_MS = 45_000;

/**
 * Starts the real app with a folder of its own. A packaged copy is used if GLUU_APP names its program. Its texts carry marks
 * that nobody sees, unless `args` ask for a language.
 */
export async function startApp({
  folder,
  args = [],
  programArgs = [],
  env = {},
  heldCore = false,
}: StartOptions = {}): Promise<StartedApp> {
  const inLanguage = args.some((arg) => arg.startsWith('--language='));
  const home = folder ?? (await mkdtemp(path.join(os.tmpdir(), 'gluu-console-e2e-')));
  const program = process.env.GLUU_APP;
  const app = await electron.launch({
    ...(program ? { executablePath: program } : {}),
    args: [
      ...(program ? [] : [...programArgs, '.']),
      `--user-data-dir=${home}`,
      ...(inLanguage ? [] : [inMarks]),
      ...args,
    ],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await expect(page.getByRole('main')).toBeVisible({ timeout: START_MS });
  if (!heldCore) await menuIsThere(app);
  await answerBoxes(app, 'yes');
  if (!inLanguage) await collectBareTexts(app);
  return { electron: app, page, folder: home, complaints };
}

/** A question that main asked in a dialog of the system. */
export type AskedBox = Pick<
  MessageBoxOptions,
  'message' | 'detail' | 'buttons' | 'defaultId' | 'cancelId' | 'checkboxLabel'
>;
interface InMain {
  askedBoxes?: AskedBox[];
}

/**
 * Answers the dialogs of the system from now on, as a test cannot click them: with the button that confirms, with Cancel, or,
 * for `never`, not at all until the question is withdrawn. Earlier questions stay in `askedBoxes`.
 */
export async function answerBoxes(
  app: ElectronApplication,
  says: 'yes' | 'no' | 'never',
  boxTicked = false,
): Promise<void> {
  const answer = () => answersFrom(app, says, boxTicked);
  // The inspector may let go of the answer before it is told (“Resulting promise was garbage collected”).
  await answer().catch((error) => (/garbage collected/.test(String(error)) ? answer() : Promise.reject(error)));
}

const answersFrom = (app: ElectronApplication, says: 'yes' | 'no' | 'never', boxTicked: boolean): Promise<void> =>
  app.evaluate(
    ({ dialog }, [says, boxTicked, shown]) => {
      const main = globalThis as InMain;
      main.askedBoxes ??= [];
      const { askedBoxes } = main;
      const answer = async (_window: unknown, options: MessageBoxOptions) => {
        const { message, detail, buttons, defaultId, cancelId, checkboxLabel, signal } = options;
        const lines = detail?.split('\n') ?? [];
        // biome-ignore lint/suspicious/noConsole: the way from main to the test
        console.debug(shown + JSON.stringify([message, ...lines, ...(buttons ?? []), checkboxLabel ?? '']));
        askedBoxes.push({
          message,
          ...(detail === undefined ? {} : { detail }),
          ...(buttons ? { buttons } : {}),
          ...(defaultId === undefined ? {} : { defaultId }),
          ...(cancelId === undefined ? {} : { cancelId }),
          ...(checkboxLabel === undefined ? {} : { checkboxLabel }),
        });
        if (says === 'never') await new Promise((resolve) => signal?.addEventListener('abort', resolve));
        return { response: says === 'yes' ? 1 : 0, checkboxChecked: boxTicked };
      };
      dialog.showMessageBox = answer as typeof dialog.showMessageBox;
    },
    [says, boxTicked, SHOWN] as const,
  );

/** Chooses an entry of the application's menu by its words. */
export const chooseInMenu = (app: ElectronApplication, words: string): Promise<void> =>
  app.evaluate(
    ({ Menu }, { words, marks }) => {
      const entries = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
      entries.find(({ label }) => label.replace(new RegExp(marks, 'g'), '') === words)?.click();
    },
    { words, marks: MARKS },
  );

/**
 * The menu comes last, once the window is shown and the core has begun. Until then main reads so much that what it answers
 * to a script of Playwright's may be lost.
 */
const menuIsThere = (app: ElectronApplication): Promise<void> =>
  expect.poll(() => app.evaluate(({ Menu }) => Menu.getApplicationMenu() !== null).catch(() => false)).toBe(true);

/** The text in the clipboard. */
export const copiedText = async (app: ElectronApplication): Promise<string> =>
  plain(await app.evaluate(({ clipboard }) => clipboard.readText()));

/** Has main's clock go on by a minute: who was said no to too often is asked again. */
export const passMinute = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 60_000;
  });

/** What main asked in dialogs of the system so far. */
export async function askedBoxes(app: ElectronApplication): Promise<AskedBox[]> {
  const asked = await app.evaluate(() => (globalThis as InMain).askedBoxes ?? []);
  return plainIn(asked);
}

/** Closes the window as a user does who means it: the question about unsaved changes is answered with "close". */
export async function closeApp(app: StartedApp): Promise<void> {
  await answerBoxes(app.electron, 'yes');
  await hearFinds(app.electron);
  await app.electron.close();
}

/**
 * A test with an app of its own, closed and cleaned up afterwards; it fails on anything the page complained about, and on any
 * text that comes from nowhere (CONTRIBUTING, "Add a sentence"). Where several workers run, each has its own display: focus and
 * clipboard belong to a display.
 */
export const test = base.extend<{ app: StartedApp; noBareTexts: undefined }, { display: string | undefined }>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants this form of a fixture without others
    async ({}, use, { config }) => {
      const display = config.workers > 1 ? await startVirtualDisplay() : undefined;
      for (const [name, value] of Object.entries(display?.env ?? {})) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      await use(process.env.DISPLAY);
      await display?.stop();
    },
    { scope: 'worker', auto: true },
  ],
  noBareTexts: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants this form of a fixture without others
    async ({}, use) => {
      await use(undefined);
      expect(await takeFinds(), 'neither of the catalogue nor marked translate="no"').toEqual([]);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants this form of a fixture without others
  app: async ({}, use) => {
    const app = await startApp();
    await use(app);
    await closeApp(app);
    removeTemporaryFolder(app.folder);
    expect(app.complaints).toEqual([]);
  },
});

export { expect };
