// What is done in a window with many servers, by keys and clicks, while it is watched.
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { handsOn } from '../tour/window.mjs';

/** Between two keys, as somebody types who types quickly. */
export const KEY_MS = 40;
const SETTLED_MS = 300;
/** Between what shows a server and the click on the next one. */
const CLICK_MS = 100;
const CHECK_LIMIT_MS = 120_000;
const SWITCHES = 6;
const SOUGHT = 'server-01';

/**
 * The things to do on `page`, each `{ act }` with what comes `before` and `after` it and is not watched, and how many
 * `rounds` of it are enough, if there is a reason. A server's form is opened first.
 */
export async function actsOn(page) {
  const { keyboard } = page;
  const { openTab, field } = handsOn(page);
  // Not found by their roles: such a search runs in the window and holds it for 10 to 40 ms, in the middle of what is watched.
  /** Those in sight: of a long list no other may be there. */
  const inList = page.locator('nav li[data-row] button[data-roving]');
  const palette = page.locator('[data-palette] input[role]');
  const title = page.locator('main h1');
  const type = (text) => keyboard.type(text, { delay: KEY_MS });
  const takeBack = async (text) => {
    for (const _ of text) await keyboard.press('Backspace', { delay: KEY_MS });
  };
  const openPalette = async () => {
    await keyboard.press('Control+k');
    await expect(palette).toBeFocused();
  };
  const shutPalette = async () => {
    await keyboard.press('Escape');
    await expect(palette).toBeHidden();
    await pause(SETTLED_MS);
  };
  const find = async () => {
    await type(SOUGHT);
    await takeBack(SOUGHT);
  };
  await openTab('server-0001', 'SMTP Server Configuration');
  return {
    open: { act: openPalette, after: shutPalette },
    palette: { before: openPalette, act: () => type(SOUGHT), after: shutPalette },
    find: { before: () => keyboard.press('Control+l'), act: find },
    smtp: {
      before: () => field('SMTP Host').fill(''),
      act: () => type('smtp.example.org'),
    },
    switch: {
      async act() {
        for (let place = 0; place < SWITCHES; place += 1) {
          const [name] = /server-\d{4}/.exec(await inList.nth(place).textContent());
          const { x, y, width, height } = await inList.nth(place).boundingBox();
          await page.mouse.click(x + width / 2, y + height / 2);
          await expect(title).toHaveText(name);
          await pause(CLICK_MS);
        }
      },
    },
    check: {
      rounds: 2, // it takes long
      act: async () => {
        const isDone = await checkAll(page, { openPalette, type });
        await keyboard.press('Control+l');
        while (!(await isDone())) await find();
      },
    },
  };
}

/** Begins *Check all servers*, and gives what tells whether each of them has been checked since. */
async function checkAll(page, { openPalette, type }) {
  const began = Date.now();
  await openPalette();
  await type('check all servers');
  await page.keyboard.press('Enter');
  return async () => {
    if (Date.now() - began > CHECK_LIMIT_MS) throw new Error('the checks of all servers did not end');
    return page.evaluate(async (since) => {
      const { result } = await window.gluu.call('health.view', undefined, crypto.randomUUID());
      return Object.values(result.value.health).every(({ at }) => at !== undefined && Date.parse(at) >= since);
    }, began);
  };
}
