import { expect, onTestFinished, test, vi } from 'vitest';
import { composeConsole } from '../../../../src-main/console/compose-console';
import type { Host } from '../../../../src-main/console/host';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';
import { watchedWork } from '../../../support/test-console';

/** A console that is not closed yet, and how often it wanted the keychain. */
async function composed(whenQuiet: Promise<void>) {
  const folder = makeTemporaryFolder('compose-console');
  onTestFinished(() => removeTemporaryFolder(folder));
  const spawnKeychain = vi.fn(() => ({ post() {}, onMessage() {}, onExit() {}, kill() {} }));
  const console = await composeConsole({
    kind: 'app',
    folder,
    language: { preferred: ['en-US'], locale: 'en-US' },
    applyTheme() {},
    applySpeech() {},
    applyAutoLock() {},
    show() {},
    tell() {},
    spawnKeychain,
    whenQuiet,
  } as unknown as Host);
  await console.start(false);
  return { console, spawnKeychain };
}

test('the first calls are answered before anything is looked at, and the end waits for nothing', async () => {
  const { console, spawnKeychain } = await composed(new Promise(() => {}));
  const { calls } = console;
  expect(await calls['app.state'](undefined, watchedWork())).toMatchObject({ demoRunning: false });
  expect(await calls['health.view'](undefined, watchedWork())).toMatchObject({ health: {} });
  expect(await calls['server.list'](undefined, watchedWork())).toEqual([]);
  expect(spawnKeychain).not.toHaveBeenCalled();
  console.close();
  await console.dispose();
});

test('once the page has what it begins with, the keychain is looked at', async () => {
  const { console, spawnKeychain } = await composed(Promise.resolve());
  await vi.waitFor(() => expect(spawnKeychain).toHaveBeenCalled(), 20_000);
  console.close();
  await console.dispose();
});

test('what was being loaded at the end is ended as well', async () => {
  const { console } = await composed(new Promise(() => {}));
  const asked = console.calls['history.find']({ filter: {} } as never, watchedWork()).catch(() => {});
  console.close();
  await console.dispose();
  await asked;
});
