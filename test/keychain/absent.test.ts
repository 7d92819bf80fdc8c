import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { bundleKeychainProcess, keychainIn, type TestKeychain } from '../support/keychain-worker';
import { type Keyring, startKeyring, withoutSessionBus } from '../support/keyring';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let processFile: string;
let keyring: Keyring | undefined;
let held: TestKeychain;

beforeAll(async () => {
  processFile = await bundleKeychainProcess();
});
afterEach(async () => {
  held.keychain.dispose();
  await keyring?.stop();
  keyring = undefined;
});

const environments: [string, string | RegExp, () => Promise<NodeJS.ProcessEnv>][] = [
  // The second where /etc/machine-id is not set up, as in a fresh container.
  [
    'no session bus',
    /^Cannot autolaunch D-Bus without X11|^Cannot spawn a message bus without a machine-id/,
    async () => withoutSessionBus(),
  ],
  [
    'a session bus that is gone',
    'Could not connect: No such file or directory',
    async () => ({ ...withoutSessionBus(), DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }),
  ],
  [
    'a disabled session bus',
    'Unknown or unsupported transport “disabled” for address “disabled:”',
    async () => ({ ...withoutSessionBus(), DBUS_SESSION_BUS_ADDRESS: 'disabled:' }),
  ],
  [
    'no secret service on the bus',
    'The name org.freedesktop.secrets was not provided by any .service files',
    async () => {
      keyring = await startKeyring({ start: 'noService' });
      return keyring.environment;
    },
  ],
  [
    'no keyring and no way to make one',
    'Object does not exist at path “/org/freedesktop/secrets/collection/login”',
    async () => {
      keyring = await startKeyring({ start: 'noKeyring' });
      return keyring.environment;
    },
  ],
];

test.each(environments)('keeps secrets for the session with %s, and writes no file', async (_name, detail, prepare) => {
  const environment = await prepare();
  const home = String(environment.HOME);
  held = keychainIn(processFile, environment);
  const absent = { kind: 'absent', detail: typeof detail === 'string' ? detail : expect.stringMatching(detail) };
  await held.keychain.set('account', 'session secret');
  expect(held.keychain.status()).toEqual(absent);
  expect(await held.keychain.get('account')).toBe('session secret');
  expect(await held.keychain.accounts()).toEqual(['account']);
  const files = filesBelow(home);
  expect(files.filter((file) => holdsSecret(file, 'session secret'))).toEqual([]);
  await held.keychain.remove('account');
  expect(await held.keychain.get('account')).toBeNull();
  expect(held.canaries()).toBe(0);
  expect(held.told).toEqual([absent]);
});

test('uses the keychain once its service appears, and still knows what it kept for the session', async () => {
  keyring = await startKeyring({ start: 'noService' });
  held = keychainIn(processFile, keyring.environment);
  await held.keychain.set('before', 'session secret');
  await keyring.startService();
  expect(await held.keychain.retry()).toEqual({ kind: 'open' });
  await held.keychain.set('after', 'kept');
  expect(await held.keychain.get('before')).toBe('session secret');
  expect((await held.keychain.accounts()).sort()).toEqual(['after', 'before']);

  const restarted = keychainIn(processFile, keyring.environment, { knownCanary: true });
  expect(await restarted.keychain.accounts()).toEqual(['after']);
  restarted.keychain.dispose();
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

function holdsSecret(file: string, secret: string): boolean {
  const content = readFileSync(file);
  return [secret, Buffer.from(secret).toString('base64')].some((form) => content.includes(form));
}
