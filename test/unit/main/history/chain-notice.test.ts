import { expect, test } from 'vitest';
import { chainNotice } from '../../../../src-main/history/chain-notice';

test('a chain that holds needs no notice', async () => {
  expect(await chainNotice({ verify: async () => ({ ok: true, lines: 3 }) })).toBeUndefined();
});

test('one that does not names the first bad line', async () => {
  const check = { ok: false, firstBadLine: 4, why: 'Line 4 was changed after it was written.' } as const;
  expect(await chainNotice({ verify: async () => check })).toMatchObject({
    tone: 'bad',
    text: expect.stringContaining('Line 4 was changed'),
  });
});
