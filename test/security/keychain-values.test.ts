import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../../src-main/base/app-error';
import { serverSecrets } from '../../src-main/secrets/server-secrets';
import { saying } from '../support/english';
import { bundleKeychainProcess, keychainIn } from '../support/keychain-worker';
import { type Keyring, startKeyring } from '../support/keyring';
import { securityCase, titled } from './case';
import { serverId, target } from './support/keychain-scene';

let processFile: string;
let keyring: Keyring;
beforeAll(async () => {
  [processFile, keyring] = await Promise.all([bundleKeychainProcess(), startKeyring()]);
});
afterAll(() => keyring.stop());

const kept: [name: string, secret: string][] = [
  ['a NUL', 'a\0b'],
  ['an emoji', 'pä$$ "wörd" \u{1F511}'],
  ['a trailing newline', 'secret\n'],
  ['4 KB', 'x'.repeat(4096)],
  ['right-to-left', '\u202Eסיסמה عربي'],
  ['a byte order mark', '\uFEFFsecret'],
  ['64 KB less what binds it', 'x'.repeat(65_000)],
];
const refused: [name: string, secret: string, why: string][] = [
  ['nothing', '', 'It is empty.'],
  ['1 MB', 'x'.repeat(2 ** 20), 'It is too long to store (at most 65,536 bytes).'],
  ['a lone high surrogate', 'a\uD83D', 'It contains half a character (a lone surrogate).'],
  ['a lone low surrogate', '\uDD11b', 'It contains half a character (a lone surrogate).'],
];

test.each(kept)(titled('T40', 'a password with %s comes back to the byte after a restart'), (name, secret) =>
  securityCase('T40', name, async () => {
    const first = keychainIn(processFile, keyring.environment);
    await serverSecrets(first.keychain).put(serverId, 'bindPassword', secret, target);
    await first.keychain.set('by itself', secret);
    first.keychain.dispose();
    const second = keychainIn(processFile, keyring.environment, { knownCanary: true });
    const found = await serverSecrets(second.keychain).read(serverId, 'bindPassword', target);
    const byItself = await second.keychain.get('by itself');
    second.keychain.dispose();
    for (const text of [found, String(byItself)]) expect(Buffer.from(text).equals(Buffer.from(secret))).toBe(true);
  }),
);

test.each(refused)(titled('T40', 'a password of %s is refused before anything is stored'), (name, secret, why) =>
  securityCase('T40', name, async () => {
    const { keychain, workers } = keychainIn(processFile, keyring.environment);
    const secrets = serverSecrets(keychain);
    await secrets.put(serverId, 'bindPassword', 'before', target);
    const processes = workers.length;
    const error = await secrets.put(serverId, 'bindPassword', secret, target).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'secret.unusable', about: { facts: { why: saying(why) } } });
    await expect(keychain.set('by itself', secret)).rejects.toMatchObject({ code: 'secret.unusable' });
    expect(await secrets.read(serverId, 'bindPassword', target)).toBe('before');
    expect(workers).toHaveLength(processes);
    keychain.dispose();
  }),
);
