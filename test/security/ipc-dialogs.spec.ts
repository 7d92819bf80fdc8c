import { answerBoxes, askedBoxes, copiedText, expect } from '../e2e/support/app';
import { compromised, type OurWindow, test } from '../e2e/support/compromised';

const inside = compromised();
const boxes = async () => (await askedBoxes(inside.app.electron)).map(({ message }) => message);
const clipboard = () => copiedText(inside.app.electron);

test('of 150 file dialogs that a script asks for at once the user meets one', async () => {
  const shown = await inside.app.electron.evaluateHandle(({ dialog }) => {
    const seen = { opened: 0, close: () => {} };
    dialog.showSaveDialog = (async () => {
      seen.opened += 1;
      await new Promise<void>((resolve) => {
        seen.close = resolve;
      });
      return { canceled: true, filePath: '' };
    }) as typeof dialog.showSaveDialog;
    return seen;
  });
  const asked = inside.app.page.evaluate(async () => {
    const { gluu } = window as unknown as OurWindow;
    const input = { name: 'report.md', text: 'x' };
    const calls = Array.from({ length: 150 }, () => gluu.call('app.saveText', input, crypto.randomUUID()));
    const ends = (await Promise.all(calls)) as { result: { ok: boolean; failure?: { code: string } } }[];
    return ends.map(({ result }) => (result.ok ? 'asked' : result.failure?.code));
  });
  await expect.poll(async () => (await shown.jsonValue()).opened).toBe(1);
  await shown.evaluate((seen) => seen.close());
  const ends = await asked;
  expect(ends.filter((end) => end === 'asked')).toHaveLength(1);
  expect(ends.filter((end) => end === 'dialog.open')).toHaveLength(149);
  expect((await shown.jsonValue()).opened).toBe(1);
});

test('a text comes to the clipboard by a press of the user’s, one for each, or by a yes', async () => {
  const { page, electron } = inside.app;
  await electron.evaluate(({ clipboard }) => clipboard.writeText('theirs'));
  await answerBoxes(electron, 'no');
  const copied = (text: string) => inside.ask('app.copy', { text });
  const refused = { ok: false, failure: { code: 'write.notConfirmed' } };

  expect(await copied('by nobody')).toMatchObject(refused);
  expect((await askedBoxes(electron)).at(-1)).toMatchObject({
    message: 'Copy text to the clipboard?',
    detail: expect.stringContaining('by nobody'),
  });
  await page.mouse.move(20, 20);
  await page.evaluate(() => {
    for (const type of ['mousedown', 'click', 'keydown'])
      document.body.dispatchEvent(new Event(type, { bubbles: true }));
    document.querySelector('button')?.focus();
    document.querySelector('main')?.click();
  });
  expect(await copied('by a script')).toMatchObject(refused);
  expect(await clipboard()).toBe('theirs');

  const asked = (await boxes()).length;
  await page.keyboard.press('Shift');
  expect(await copied('by a key')).toMatchObject({ ok: true });
  expect(await clipboard()).toBe('by a key');
  expect(await boxes()).toHaveLength(asked);
  expect(await copied('by the same key')).toMatchObject(refused);
  await page.mouse.click(2, 2);
  expect(await copied('by a button')).toMatchObject({ ok: true });
  expect(await clipboard()).toBe('by a button');
});
