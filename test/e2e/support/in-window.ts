import { type ElectronApplication, expect } from '@playwright/test';
import type { StartedApp } from './app';
import { plainIn } from './bare-texts';

/**
 * Runs a script in the window by way of main, for a window whose process was ended: Playwright does not follow it to the next
 * one. Rejects where the page goes while it is asked.
 */
export const inWindow = async <T>(electron: ElectronApplication, script: string): Promise<T> =>
  plainIn(
    await electron.evaluate(async ({ BrowserWindow }, script) => {
      const asked = BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script, true) as Promise<T>;
      // A page that goes while it is asked never answers.
      const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), 3000));
      return Promise.race([asked, late]);
    }, script),
  );

/** The words the window shows; none while a new page is being made. */
export const shown = ({ electron }: StartedApp): Promise<string> =>
  inWindow<string>(electron, 'document.body.innerText').catch(() => '');

/** The values of its text fields. */
export const typedIn = ({ electron }: StartedApp): Promise<string[]> =>
  inWindow<string[]>(electron, `[...document.querySelectorAll('input')].map(({ value }) => value)`).catch(() => []);

export const rendererOf = ({ electron }: StartedApp): Promise<number | undefined> =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());

/** Waits for the page of the lock screen. The one before it, of the process `before`, shows the lock as well, and answers no more. */
export async function lockScreen(app: StartedApp, before: number | undefined): Promise<void> {
  await expect.poll(() => rendererOf(app)).not.toBe(before);
  await expect.poll(() => shown(app)).toContain('Locked');
}
