import { expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { historyNotice } from '../../../../src-main/history/history-notice';
import { unusableHistory } from '../../../../src-main/history/unusable-history';
import { message } from '../../../../src-shared/texts/message';
import { noticeRead } from '../../../support/notice';

test('a chain that holds needs no notice', async () => {
  expect(await historyNotice({ verify: async () => ({ ok: true, lines: 3 }) })).toBeUndefined();
});

test('one that does not names the first bad line', async () => {
  const check = { ok: false, firstBadLine: 4, why: message('history.chain.changed', { line: 4 }) } as const;
  expect(noticeRead(await historyNotice({ verify: async () => check }))).toMatchObject({
    tone: 'bad',
    text: expect.stringContaining('Line 4 was changed'),
  });
});

test('one that cannot be used says why, and that nothing is written meanwhile', async () => {
  const trouble = new AppError('file.unwritable', {
    facts: { file: 'history.jsonl' },
    detail: 'history.jsonl is a folder',
  });
  const history = unusableHistory(trouble);
  expect(noticeRead(await historyNotice(history))).toMatchObject({
    tone: 'bad',
    title: 'The history of writes cannot be used.',
    text: expect.stringMatching(/^Reason: history\.jsonl is a folder\. .*Nothing is written to any server/),
  });
  await expect(history.append({} as never)).rejects.toBe(trouble);
});
