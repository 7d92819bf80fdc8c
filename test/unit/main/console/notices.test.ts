import { expect, test } from 'vitest';
import { noticeOf } from '../../../../src-main/console/notices';
import type { FileState } from '../../../../src-main/files/versioned-file';
import { noticeRead } from '../../../support/notice';

const notice = (state: FileState) => noticeRead(noticeOf('settings', state));

test('a file that is new or was read as it should be is nothing to tell', () => {
  expect(notice({ kind: 'fresh' })).toBeUndefined();
  expect(notice({ kind: 'loaded' })).toBeUndefined();
});

test('a backup in use is reported, with its name, the reason and where the damaged file is', () => {
  expect(
    notice({
      kind: 'restored',
      restoredFrom: 'settings.json.1',
      detail: 'it ends early',
      keptAs: 'settings.json.broken',
    }),
  ).toEqual({
    id: 'settings',
    tone: 'warn',
    title: 'Settings file: restored from a backup.',
    text: 'The file was damaged or missing; the last good backup, settings.json.1, is in use. Changes made after that backup are missing. Reason: it ends early. The damaged file was kept as settings.json.broken.',
  });
});

test('a file that cannot be read is bad news, and says whether it was kept', () => {
  const kept = notice({ kind: 'unreadable', keptAs: 'settings.json.broken' });
  expect(kept).toMatchObject({ tone: 'bad', title: 'Settings file: cannot be read.' });
  expect(kept?.text).toBe('No good backup was found. The damaged file was kept as settings.json.broken.');
  expect(notice({ kind: 'unreadable', detail: 'EACCES' })?.text).toBe(
    'No good backup was found. Reason: EACCES. The file is left as it is and is not overwritten.',
  );
});

test('a newer file is left alone, and says so', () => {
  expect(notice({ kind: 'newer' })).toMatchObject({
    tone: 'warn',
    text: expect.stringMatching(/^Nothing in it is changed\./),
  });
});
