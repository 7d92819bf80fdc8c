import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundleKeychainProcess, keychainIn } from '../support/keychain-worker';
import { type Keyring, startKeyring } from '../support/keyring';
import { securityCase, titled } from './case';

let keyring: Keyring;
beforeEach(async () => {
  keyring = await startKeyring();
});
afterEach(() => keyring.stop());

test(titled('T62', 'the keychain’s process killed in the middle of a call fails this call and no other'), () =>
  securityCase('T62', 'the keychain alone', async () => {
    const { keychain, workers, told } = keychainIn(await bundleKeychainProcess(), keyring.environment);
    await keychain.set('account', 'value');
    const [first] = workers;
    // Stopped first, so that the request is certainly inside when it dies.
    first?.child.kill('SIGSTOP');
    const hit = keychain.get('account');
    const next = keychain.get('account');
    first?.child.kill('SIGKILL');
    await expect(hit).rejects.toMatchObject({ code: 'keychain.failed' });
    expect(await next).toBe('value');
    expect(workers).toHaveLength(2);
    expect(told).toEqual([{ kind: 'open' }]); // by the first call, and nothing since
    keychain.dispose();
  }),
);
