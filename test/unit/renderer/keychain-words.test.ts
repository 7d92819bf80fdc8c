import { expect, test, vi } from 'vitest';

vi.stubGlobal('window', { gluu: { onProgress: () => {}, onEvent: () => {} }, addEventListener: () => {} });
const { keychainWords, secretsPlace } = await import('../../../src-renderer/state/keychain-words');

test('a keychain is named only where there is one', () => {
  for (const kind of Object.keys(keychainWords) as (keyof typeof keychainWords)[]) {
    if (kind === 'absent') expect(secretsPlace(kind)).toBe('session');
    else expect(secretsPlace(kind), kind).toBe('keychain');
  }
});
