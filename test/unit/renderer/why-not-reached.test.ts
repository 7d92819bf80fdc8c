import { expect, test, vi } from 'vitest';
import type { Failure } from '../../../src-shared/model/failure';
import { inEnglish } from '../../support/english';

vi.stubGlobal('window', { gluu: { onProgress: () => {}, onEvent: () => {} }, addEventListener: () => {} });
const { whyNotReached } = await import('../../../src-renderer/servers/why-not-reached');

const failed = (failure: Failure) => inEnglish(whyNotReached({ kind: 'failed', failure, steps: [], endedAt: 1 }));

test('only a check that did not reach the server stands in the way of what reads it', () => {
  expect(failed({ code: 'net.refused', stage: 'Connect' })).toBe('Not reached. Check again first.');
  expect(failed({ code: 'secret.missing' })).toBe('Not reached. Check again first.');
  expect(failed({ code: 'gluu.notSupported', stage: 'Version', facts: { version: '4.4.0' } })).toBe(
    'The version is not certain: 4.4.0.',
  );
  expect(failed({ code: 'work.cancelled', stage: 'Connect' })).toBeUndefined();
  expect(failed({ code: 'ldap.other', stage: 'Rights' })).toBeUndefined();
  for (const task of [undefined, { kind: 'idle' }, { kind: 'done', value: {}, steps: [], endedAt: 1 }])
    expect(whyNotReached(task as never)).toBeUndefined();
});
