import { describe, expect, test } from 'vitest';
import { problemOf } from '../../../../src-shared/base/problem';
import { NewTestUser, TestLogin, UserPick, UserSearch } from '../../../../src-shared/model/user';
import { say } from '../../../support/english';

const serverId = '7c3e2a52-4c8e-4f3e-9d5a-2f1f5a1d7b10';
const search = { serverId, text: 'a', anywhere: false, offset: 0 };
const made = { serverId, givenName: 'Tess', sn: 'Test', mail: 't+1@example.org' };

describe('what the calls about people take', () => {
  test('is a search of any characters, and of 300 at most', () => {
    for (const text of ['', '*', '(uid=*)', '\\', '\0', '\u202e', ','.repeat(300)]) {
      expect(UserSearch.safeParse({ ...search, text }).success).toBe(true);
    }
    expect(UserSearch.safeParse({ ...search, text: ','.repeat(400_000) }).success).toBe(false);
    expect(UserPick.safeParse({ serverId, address: ','.repeat(400_000) }).success).toBe(false);
    expect(UserPick.safeParse({ serverId, address: ' ' }).success).toBe(false);
  });

  test.each([-1, 1.5, 1e9, Number.NaN])('is no offset of %s', (offset) => {
    expect(UserSearch.safeParse({ ...search, offset }).success).toBe(false);
  });

  test.each([
    { givenName: '' },
    { sn: ' ' },
    { sn: 'a\u202eb' },
    { sn: 'x'.repeat(81) },
    { mail: 'no address' },
    { mail: 'a@b, c@d' },
    { password: 'ab' },
    { password: '    ' },
    { password: 'x'.repeat(61) },
  ])('is no test user with %j', (changes) => {
    const { success, error } = NewTestUser.safeParse({ ...made, ...changes });
    expect(success).toBe(false);
    const [issue] = error?.issues ?? [];
    expect(say(problemOf(issue ?? expect.unreachable()))).toMatch(/\.$/);
  });

  test('is a test user with or without a password', () => {
    expect(NewTestUser.safeParse(made).success).toBe(true);
    expect(NewTestUser.safeParse({ ...made, password: ' a b ' }).data?.password).toBe(' a b ');
    expect(TestLogin.safeParse({ serverId, dn: 'inum=1', password: '' }).success).toBe(false);
  });
});
