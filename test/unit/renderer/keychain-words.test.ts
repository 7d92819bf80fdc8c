import { expect, test, vi } from 'vitest';

vi.stubGlobal('window', { gluu: { onProgress: () => {}, onEvent: () => {} }, addEventListener: () => {} });
const { keychainTones, secretsPlace } = await import('../../../src-renderer/state/keychain-words');

test('a keychain is named only where there is one', () => {
  for (const kind of Object.keys(keychainTones) as (keyof typeof keychainTones)[]) {
    if (kind === 'absent') expect(secretsPlace(kind)).toBe('session');
    else expect(secretsPlace(kind), kind).toBe('keychain');
  }
});
