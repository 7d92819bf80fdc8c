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
  const ends = await inside.app.page.evaluateHandle(() => {
    const { gluu } = window as unknown as OurWindow;
    const input = { name: 'report.md', text: 'x' };
    const ended: (string | undefined)[] = [];
    for (let count = 0; count < 150; count += 1) {
      void gluu.call('app.saveText', input, crypto.randomUUID()).then((answered) => {
        const { result } = answered as { result: { ok: boolean; failure?: { code: string } } };
        ended.push(result.ok ? 'asked' : result.failure?.code);
      });
    }
    return ended;
  });
  // All others are refused while it is open.
  await expect.poll(async () => (await ends.jsonValue()).length).toBe(149);
  expect(new Set(await ends.jsonValue())).toEqual(new Set(['dialog.open']));
  await shown.evaluate((seen) => seen.close());
  await expect.poll(async () => (await ends.jsonValue()).at(-1)).toBe('asked');
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
