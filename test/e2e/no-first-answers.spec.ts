import { wire } from '../../src-shared/contract/wire';
import { closeApp, expect, startApp, test } from './support/app';
import { expectAccessible } from './support/expect-accessible';

test('a window that gets no answer to begin with says so, and begins once it can', async () => {
  const app = await startApp();
  try {
    const { page, electron } = app;
    // In place of main's own answer, the one that a page gets where no core can be joined.
    await electron.evaluate(({ ipcMain }, channel) => {
      const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
      const own = handlers.get(channel);
      const refused = { result: { ok: false, failure: { code: 'internal' } }, steps: [] };
      handlers.set(channel, async () => refused);
      Object.assign(globalThis, { letIn: () => handlers.set(channel, own) });
    }, wire.connect);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'The console could not start' })).toBeVisible();
    const again = page.getByRole('button', { name: 'Try again' });
    await expect(again).toBeFocused();
    await expectAccessible(page, 'a start without answers');
    await page.keyboard.press('Enter');
    await expect(page.getByText('The console could not start')).toBeVisible();
    await electron.evaluate(() => (globalThis as unknown as { letIn: () => void }).letIn());
    await again.click();
    await expect(page.getByRole('button', { name: 'Add a server', exact: true }).first()).toBeVisible();
  } finally {
    await closeApp(app);
  }
});
