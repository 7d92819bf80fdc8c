import { keychainServiceFor } from '../../src-main/secrets/keychain-service';
import { closeApp, expect, test } from '../e2e/support/app';
import { bundleKeychainProcess, keychainIn } from '../support/keychain-worker';
import { type Keyring, type KeyringOptions, startKeyring, withoutSessionBus } from '../support/keyring';
import { securityCase, titled } from './case';
import { addServer, makeAppFolder, removeAppFolder, startOn } from './support/keychain-app';
import { filesHolding } from './support/keychain-scene';

const SECRET = 'Tr0ub4dor & 3 horses';

let folder: string;
let keyring: Keyring | undefined;
test.beforeEach(() => {
  folder = makeAppFolder();
});
test.afterEach(async () => {
  await keyring?.stop();
  keyring = undefined;
  removeAppFolder(folder);
});

const startOwn = async (start: KeyringOptions['start']) => {
  keyring = await startKeyring(start ? { start } : {});
  return keyring.environment;
};
const absent: [name: string, prepare: () => Promise<NodeJS.ProcessEnv>][] = [
  ['no session bus', async () => withoutSessionBus()],
  ['a bus without a secret service', () => startOwn('noService')],
  ['a service without a collection', () => startOwn('noKeyring')],
];
for (const [name, prepare] of absent) {
  test(titled('T35', `with ${name} the app starts, says that secrets last for this session, and writes none`), () =>
    securityCase('T35', name, async () => {
      const environment = await prepare();
      const app = await startOn(environment, { folder });
      await expect(app.page.getByText('No keychain: this session only')).toBeVisible();
      await addServer(app, 'for now', SECRET);
      await app.ui.button('Edit').first().click();
      await expect(app.ui.dialog().getByText('Stored.', { exact: true }).first()).toBeVisible();
      await app.page.keyboard.press('Escape');
      await closeApp(app);
      expect(filesHolding(folder, SECRET)).toEqual([]);
      expect(filesHolding(String(environment.HOME), SECRET)).toEqual([]);
    }),
  );
}

test.describe('with gnome-keyring', () => {
  let processFile: string;
  test.beforeAll(async () => {
    processFile = await bundleKeychainProcess();
  });

  const hints: [name: string, start: { args?: string[]; env?: Record<string, string> }][] = [
    ['--password-store=basic', { args: ['--password-store=basic'] }],
    ['another desktop', { env: { XDG_CURRENT_DESKTOP: 'KDE', KDE_SESSION_VERSION: '6', DESKTOP_SESSION: 'plasma' } }],
  ];
  for (const [name, start] of hints) {
    test(titled('T42', `${name} does not take the secrets anywhere else`), () =>
      securityCase('T42', name, async () => {
        keyring = await startKeyring();
        const app = await startOn(keyring.environment, { folder, ...start });
        await expect(app.page.getByText('Keychain open')).toBeVisible();
        await addServer(app, 'kept', SECRET);
        await closeApp(app);
        expect(filesHolding(folder, SECRET)).toEqual([]);
        expect(filesHolding(String(keyring.environment.HOME), SECRET)).toEqual([]);
        const again = await startOn(keyring.environment, { folder });
        await again.ui.openServer('kept');
        await again.ui.button('Edit').first().click();
        await expect(again.ui.dialog().getByText('Stored.', { exact: true }).first()).toBeVisible();
        await closeApp(again);
      }),
    );
  }

  test(titled('T42', 'a keychain that is gone since the last run is reported; nothing weaker takes its place'), () =>
    securityCase('T42', 'backend changed', async () => {
      keyring = await startKeyring();
      const first = await startOn(keyring.environment, { folder });
      await addServer(first, 'kept', SECRET);
      await closeApp(first);

      const without = withoutSessionBus();
      const second = await startOn(without, { folder });
      await expect(second.page.getByText('No keychain: this session only')).toBeVisible();
      await second.ui.openServer('kept');
      await second.page.keyboard.press('F5');
      await expect(second.page.getByText('kept was not reached.')).toBeVisible();
      await closeApp(second);
      expect(filesHolding(folder, SECRET)).toEqual([]);
      expect(filesHolding(String(without.HOME), SECRET)).toEqual([]);

      const { keychain, canaries } = keychainIn(processFile, keyring.environment, {
        knownCanary: true,
        service: keychainServiceFor(folder, '/nowhere/Gluu Console'),
      });
      expect(await keychain.accounts()).toHaveLength(1);
      expect(keychain.status()).toEqual({ kind: 'open' });
      expect(canaries()).toBe(0);
      keychain.dispose();
    }),
  );
});
