import { inspect } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { mailboxSecrets } from '../../../../src-main/secrets/mailbox-secrets';
import type { MailboxTarget } from '../../../../src-shared/model/mailbox';
import { memoryKeychain } from '../../../support/fake-keychain';

const target: MailboxTarget = { host: 'imap.example.net', port: 993, mode: 'tls', user: 'grace@example.net' };
const account = 'mailbox/password';
let keychain = memoryKeychain();
let secrets = mailboxSecrets(keychain);
beforeEach(() => {
  keychain = memoryKeychain();
  secrets = mailboxSecrets(keychain);
});

test('keeps the password with what it was typed for, and nothing else', async () => {
  await secrets.put('correct horse', { ...target, pin: 'of the account' } as MailboxTarget);
  expect([...keychain.stored.keys()]).toEqual([account]);
  expect(JSON.parse(String(keychain.stored.get(account)))).toEqual({ v: 1, secret: 'correct horse', boundTo: target });
  expect(await secrets.read({ ...target, host: 'IMAP.example.NET' })).toBe('correct horse');
  expect(await secrets.state(target)).toBe('stored');
  await secrets.forget();
  await expect(secrets.read(target)).rejects.toMatchObject({ code: 'secret.missing' });
  expect(await secrets.state(target)).toBe('none');
});

test.each<[string, Partial<MailboxTarget>]>([
  ['host', { host: 'imap.example.com' }],
  ['host that only looks the same', { host: 'imap.ex\u0430mple.net' }],
  ['port', { port: 143 }],
  ['mode', { mode: 'startTls' }],
  ['mode', { mode: 'none' }],
  ['user', { user: 'Grace@example.net' }],
])('is not given for another %s', async (_name, change) => {
  await secrets.put('correct horse', target);
  const other = { ...target, ...change };
  await expect(secrets.read(other)).rejects.toMatchObject({ code: 'secret.bound' });
  expect(await secrets.state(other)).toBe('bound-elsewhere');
});

describe('a damaged password', () => {
  test.each(['', 'correct horse', '{"v":1}', '{"v":2,"secret":"correct horse"}', 'null'])(
    '%j is reported, never quoted',
    async (text) => {
      keychain.stored.set(account, text);
      const error = await secrets.read(target).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'secret.unusable' });
      expect(inspect(error, { depth: 9 })).not.toContain('correct horse');
      expect(await secrets.state(target)).toBe('none');
    },
  );
});

test.each(['', '\ud800', 'x'.repeat(70_000)])(
  'what cannot be kept is refused before anything is stored',
  async (password) => {
    await expect(secrets.put(password, target)).rejects.toMatchObject({ code: 'secret.unusable' });
    expect(keychain.stored.size).toBe(0);
  },
);
