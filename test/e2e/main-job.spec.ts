import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { german as inGerman } from '../../src-shared/texts/de/german';
import { english } from '../../src-shared/texts/en/english';
import { french as inFrench } from '../../src-shared/texts/fr/french';
import { russian } from '../../src-shared/texts/ru/russian';
import { textsIn } from '../../src-shared/texts/texts';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, type StartedApp, startApp, test } from './support/app';
import { mainJob, startMainJob } from './support/main-job';

/** One who knows the values presses no more than this, the mouse alone used for what is not typed. */
const MOST_CLICKS = 13;
const CYRILLIC = /[\u0400-\u04ff]/;

// Playwright loads no module in the midst of a test.
const catalogues = { en: english, de: inGerman, fr: inFrench, ru: russian };
type Language = keyof typeof catalogues;
const textsOf = (language: Language) =>
  textsIn(language, catalogues[language], { clock: 'language', days: 'language' });

test('from a fresh start to a rehearsed reset mail in few clicks', async ({ app: { page } }) => {
  test.setTimeout(240_000);
  const servers = await startMainJob();
  await page.evaluate(() => {
    const counted = window as unknown as { clicks: string[] };
    counted.clicks = [];
    // Those that a label or Enter makes have no detail.
    document.addEventListener(
      'click',
      ({ detail, target }) => {
        if (detail > 0) counted.clicks.push((target as Element).textContent?.trim().slice(0, 40) ?? '');
      },
      true,
    );
  });
  try {
    await mainJob(page, textsOf('en'), servers);
    const clicks = await page.evaluate(() => (window as unknown as { clicks: string[] }).clicks);
    expect(clicks.length, clicks.join(' | ')).toBeLessThanOrEqual(MOST_CLICKS);
  } finally {
    await servers.stop();
  }
});

/** The main job in a language, and `after` it what another test wants to know of the app that did it. */
async function inLanguage(language: Language, after: (app: StartedApp) => Promise<void>): Promise<void> {
  const servers = await startMainJob();
  const app = await startApp({ args: [`--language=${language}`] });
  try {
    await mainJob(app.page, textsOf(language), servers);
    expect(app.complaints).toEqual([]);
    await after(app);
  } finally {
    await closeApp(app).catch(() => {}); // the test may have closed it
    await servers.stop();
    removeTemporaryFolder(app.folder);
  }
}

test('the same in German; what was written then is read in French', async () => {
  test.setTimeout(240_000);
  const [german, french] = [textsOf('de'), textsOf('fr')];
  const summary = { text: new RegExp(`${german.say('label.smtpHost')}|${french.say('label.smtpHost')}`) };
  await inLanguage('de', async (app) => {
    await app.page.getByRole('tab', { name: german.say('app.tab.history') }).click();
    const entry = app.page.getByRole('button', { name: summary.text }).first();
    await expect(entry).toContainText(german.say('history.outcome.saved'));
    await closeApp(app);
    const again = await startApp({ folder: app.folder, args: ['--language=fr'] });
    try {
      await again.page.keyboard.press('Control+k');
      await again.page
        .getByRole('combobox', { name: french.say('command.palette.label') })
        .fill(french.say('command.history.label'));
      await again.page.keyboard.press('Enter');
      const line = again.page.getByRole('button', { name: summary.text }).first();
      await expect(line).toContainText(french.say('label.smtpHost'));
      await expect(line).toContainText(french.say('history.outcome.saved'));
      await line.click();
      await expect(line).not.toContainText(german.say('history.outcome.saved'));
    } finally {
      await closeApp(again);
    }
  });
});

test('the same in Russian; no file keeps a word of it', async () => {
  test.setTimeout(240_000);
  await inLanguage('ru', async (app) => {
    await closeApp(app);
    const files = readdirSync(app.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    const own = files.filter((file) => /\.(?:json|jsonl|log)$/.test(file));
    expect(own.map((file) => path.basename(file))).toContain('history.jsonl');
    expect(own.filter((file) => CYRILLIC.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
