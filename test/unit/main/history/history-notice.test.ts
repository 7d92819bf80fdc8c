import { expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import {
  chainNotice,
  uncheckedNotice,
  unrecordedNotice,
  unusableNotice,
} from '../../../../src-main/history/history-notice';
import { unusableHistory } from '../../../../src-main/history/unusable-history';
import { message } from '../../../../src-shared/texts/message';
import { historyEntry } from '../../../support/history-entry';
import { noticeRead } from '../../../support/notice';

test('a chain that holds needs no notice', () => {
  expect(chainNotice({ ok: true, lines: 3 })).toBeUndefined();
});

test('one that does not names the first bad line', () => {
  const check = { ok: false, firstBadLine: 4, why: message('history.chain.changed', { line: 4 }) } as const;
  expect(noticeRead(chainNotice(check))).toMatchObject({
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
  expect(noticeRead(unusableNotice(trouble))).toMatchObject({
    tone: 'bad',
    title: 'The history of writes cannot be used.',
    text: expect.stringMatching(/^Reason: history\.jsonl is a folder\. .*Nothing is written to any server/),
  });
  await expect(history.append({} as never)).rejects.toBe(trouble);
});

test('one of which it is not known whether its chain holds is not called good', () => {
  const why = new AppError('file.unwritable', { detail: 'EIO: i/o error', facts: { file: 'history.jsonl' } });
  expect(noticeRead(uncheckedNotice(why))).toMatchObject({
    tone: 'warn',
    title: 'The history could not be checked.',
    text: 'Reason: EIO: i/o error.',
  });
});

test('a write whose end is not recorded is named by its server, and each by itself', () => {
  const [one, other] = ['one', 'other'].map((id) => unrecordedNotice(historyEntry({ id })));
  expect(noticeRead(one)).toMatchObject({
    tone: 'warn',
    title: 'The end of a write to Head office was not recorded.',
    text: expect.stringContaining('shows the outcome of this write as not known'),
  });
  expect(one?.id).not.toBe(other?.id);
});
