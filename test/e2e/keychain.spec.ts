import { type Keyring, startKeyring, withoutSessionBus } from '../support/keyring';
import { type Slapd, startSlapd } from '../support/slapd';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';

const folders = new Set<string>();
let slapd: Slapd;

/** The app on this keyring, with the files of an earlier one if `folder` is given. The display stays the test's. */
async function startOn(environment: NodeJS.ProcessEnv, folder?: string) {
  const { DBUS_SESSION_BUS_ADDRESS = '', HOME = '', XDG_RUNTIME_DIR = '' } = environment;
  const app = await startApp({
    ...(folder ? { folder } : {}),
    env: { DBUS_SESSION_BUS_ADDRESS, HOME, XDG_RUNTIME_DIR },
  });
  folders.add(app.folder);
  return { ...app, ui: new ConsolePage(app.page) };
}

test.beforeAll(async () => {
  slapd = await startSlapd();
});
test.afterAll(async () => {
  await slapd.stop();
  for (const folder of folders) removeTemporaryFolder(folder);
});

test.describe('with gnome-keyring', () => {
  let keyring: Keyring;
  test.beforeEach(async () => {
    keyring = await startKeyring();
  });
  test.afterEach(() => keyring.stop());

  test('a password typed once is there after a restart; locked, it is told and comes back', async () => {
    const first = await startOn(keyring.environment);
    await expect(first.page.getByText('Keychain open')).toBeVisible();
    await first.ui.addSlapd(slapd, { name: 'kept' });
    await closeApp(first);

    const second = await startOn(keyring.environment, first.folder);
    await second.ui.openServer('kept');
    await expect(second.page.getByText('kept can be read and changed.')).toBeVisible();
    await closeApp(second);

    await keyring.lock();
    const third = await startOn(keyring.environment, first.folder);
    await third.ui.openServer('kept');
    await expect(third.page.getByText('Keychain locked').first()).toBeVisible();
    await expect(third.page.getByText('kept was not reached.')).toBeVisible();
    await third.ui.button('Edit').first().click();
    await expect(
      third.page.getByText('The keychain is locked, so it is not known whether it is stored.').first(),
    ).toBeVisible();
    await third.page.keyboard.press('Escape');
    await keyring.unlock();
    await third.page.getByRole('contentinfo').getByRole('button', { name: 'Try again' }).click();
    await expect(third.page.getByText('Keychain open')).toBeVisible();
    await third.page.keyboard.press('F5');
    await expect(third.page.getByText('kept can be read and changed.')).toBeVisible();
    await closeApp(third);
  });
});

test('without a keychain a password lasts for this session, and the app says so', async () => {
  const environment = withoutSessionBus();
  const first = await startOn(environment);
  await expect(first.page.getByText('No keychain: this session only')).toBeVisible();
  await first.ui.addSlapd(slapd, { name: 'for-now' });
  await closeApp(first);

  const second = await startOn(environment, first.folder);
  await second.ui.openServer('for-now');
  await expect(second.page.getByText('for-now was not reached.')).toBeVisible();
  await expect(second.page.getByRole('region', { name: 'What went wrong' })).toContainText('password');
  await closeApp(second);
});
