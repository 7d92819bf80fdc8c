import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';
import { expectWhole } from './support/expect-whole';
import { writeFortyServers } from './support/forty-servers';
import { visitFortyServers } from './support/visits/forty-servers';
import { visitSshQuestions } from './support/visits/ssh-questions';

test('what lies over forty servers is whole in both themes', async () => {
  test.setTimeout(300_000);
  const folder = makeTemporaryFolder('forty');
  await writeFortyServers(folder);
  const app = await startApp({ folder });
  try {
    await visitFortyServers(app, (screen) => expectWhole(app, screen));
    expect(app.complaints).toEqual([]);
  } finally {
    await closeApp(app);
    removeTemporaryFolder(folder);
  }
});

test('what SSH asks is whole in both themes', async () => {
  test.skip(process.getuid?.() !== 0, 'sshd separates privileges: only root can start one');
  test.setTimeout(180_000);
  await visitSshQuestions(expectWhole);
});

test('forced colours mark what is chosen, and leave its words readable', async () => {
  const app = await startApp({ args: ['--demo'] });
  const { page } = app;
  const ui = new ConsolePage(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await ui.openServer('meadow-312');
  const line = (tab: string) => ui.tab(tab).evaluate((each) => getComputedStyle(each).borderBottomColor);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect([await line('History'), await line('Users')]).toEqual([paper, paper]);
  expect(await line('Overview')).not.toBe(paper);
  const framed = (name: string) =>
    page
      .getByRole('navigation', { name: 'Servers' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .evaluate((each) => getComputedStyle(each).borderTopWidth);
  expect([await framed('meadow-312'), await framed('mill-312')]).toEqual(['1px', '0px']);
  await page.keyboard.press('Control+k');
  const colours = await page
    .getByRole('option', { selected: true })
    .evaluate((row) => [row, ...row.querySelectorAll('span')].map((each) => getComputedStyle(each).color));
  expect(new Set(colours).size).toBe(1);
  await page.keyboard.press('Escape');
  await closeApp(app);
  removeTemporaryFolder(app.folder);
});
