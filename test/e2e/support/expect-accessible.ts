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
