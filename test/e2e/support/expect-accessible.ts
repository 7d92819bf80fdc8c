import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface InPage {
  axe: typeof axe;
}

/** Fails, naming the screen, on anything that axe finds. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Its source is large, and stays until the page goes.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (standards) => {
    for (const each of document.getAnimations())
      if (each.effect?.getComputedTiming().endTime !== Infinity) each.finish();
    const { violations } = await (globalThis as unknown as InPage).axe.run(document, {
      runOnly: standards,
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, standards);
  expect(found, screen).toEqual([]);
}

/** The same in light and in dark colours, on the very same screen. */
export async function expectAccessibleInBothThemes(page: Page, screen: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await changeTheme(page, theme);
    await expectAccessible(page, `${screen}, ${theme}`);
  }
}

/** By the button of the title bar, from a script: it lies under what is open, which is to stay open and to keep the focus. */
async function changeTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  const shown = await page.evaluate(async (theme) => {
    const { dataset } = document.documentElement;
    const button = document.querySelector<HTMLElement>('header [aria-label*="Theme: "]');
    for (let clicks = 0; clicks < 3 && dataset.theme !== theme; clicks += 1) {
      button?.click();
      await new Promise(requestAnimationFrame);
    }
    return dataset.theme;
  }, theme);
  expect(shown).toBe(theme);
}
