import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { redact } from '../../../src-main/base/redact';
import { mailboxService } from '../../../src-main/mailbox/mailbox-service';
import { openMailboxStore } from '../../../src-main/mailbox/mailbox-store';
import { mailboxSecrets } from '../../../src-main/secrets/mailbox-secrets';
import { type CallsOf, unwatchedWork } from '../../../src-main/work/work';
import type { MailboxTarget } from '../../../src-shared/model/mailbox';
import { selfSigned, type TestCertificate } from '../../support/certificates';
import { type Dovecot, startDovecot } from '../../support/dovecot';
import { memoryKeychain } from '../../support/fake-keychain';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { letter, shortLimits } from './run-mailbox';

let dovecot: Dovecot;
let certificate: TestCertificate;
let folder: string;
beforeAll(async () => {
  certificate = await selfSigned();
  dovecot = await startDovecot({ tls: certificate });
  folder = makeTemporaryFolder('mailbox-calls');
});
afterAll(async () => {
  await dovecot?.stop();
  removeTemporaryFolder(folder);
});

let file: string;
let keychain = memoryKeychain();
let calls: CallsOf<'mailbox'>;
const open = () =>
  mailboxService({
    store: openMailboxStore(file),
    secrets: mailboxSecrets(keychain),
    clearText: { isAllowed: () => false },
    limits: shortLimits,
  });
beforeEach(() => {
  file = join(folder, randomUUID(), 'mailbox.json');
  keychain = memoryKeychain();
  calls = open();
});

const draft = (more: Partial<MailboxTarget> = {}): MailboxTarget => ({
  host: '127.0.0.1',
  port: dovecot.tlsPort,
  mode: 'tls',
  user: dovecot.user,
  ...more,
});
const stored = { kind: 'stored' } as const;
const typed = () => ({ kind: 'typed', value: dovecot.password }) as const;
const replace = () => ({ kind: 'replace', value: dovecot.password }) as const;
const wait = (token: string, limitMs = 0) =>
  calls['mailbox.wait']({ token, since: new Date().toISOString(), limitMs }, unwatchedWork());

test('the whole way: check what is typed, trust the certificate, save, wait, forget', async () => {
  expect(await calls['mailbox.account'](undefined, unwatchedWork())).toBeUndefined();
  await expect(wait('abcdefgh')).rejects.toMatchObject({ code: 'mailbox.none' });
  const check = () => calls['mailbox.check']({ draft: draft(), password: typed() }, unwatchedWork());
  await expect(check()).rejects.toMatchObject({ code: 'tls.untrusted' });
  const place = { host: '127.0.0.1', port: dovecot.tlsPort };
  await calls['mailbox.trust']({ ...place, sha256: certificate.sha256 }, unwatchedWork());
  expect((await check()).folders).toHaveLength(4);

  const saved = await calls['mailbox.save']({ draft: draft(), password: replace() }, unwatchedWork());
  expect(saved).toMatchObject({ account: { ...draft(), pin: { sha256: certificate.sha256 } }, password: 'stored' });
  const token = randomUUID();
  dovecot.deliver(letter(token), 'Spam');
  expect(await wait(token)).toMatchObject({ kind: 'found', folder: { kind: 'junk' } });

  calls = open();
  expect(await calls['mailbox.account'](undefined, unwatchedWork())).toEqual(saved);
  expect(readFileSync(file, 'utf8')).not.toContain(dovecot.password);
  expect(JSON.stringify(saved)).not.toContain(dovecot.password);
  expect(redact(`login failed: ${dovecot.password}`)).not.toContain(dovecot.password);

  await calls['mailbox.forget'](undefined, unwatchedWork());
  expect(await calls['mailbox.account'](undefined, unwatchedWork())).toBeUndefined();
  expect(keychain.stored.size).toBe(0);
});

test('trusts only a certificate that was shown', async () => {
  const other = (await selfSigned(2)).sha256;
  const trust = calls['mailbox.trust']({ host: '127.0.0.1', port: dovecot.tlsPort, sha256: other }, unwatchedWork());
  await expect(trust).rejects.toMatchObject({ code: 'tls.changed' });
});

test('the stored password goes nowhere else', async () => {
  await calls['mailbox.save']({ draft: draft(), password: replace() }, unwatchedWork());
  const elsewhere = draft({ host: 'localhost' });
  const check = calls['mailbox.check']({ draft: elsewhere, password: stored }, unwatchedWork());
  await expect(check).rejects.toMatchObject({ code: 'secret.bound' });
  const saved = await calls['mailbox.save']({ draft: elsewhere, password: { kind: 'keep' } }, unwatchedWork());
  expect(saved.password).toBe('boundElsewhere');
  await expect(wait('abcdefgh')).rejects.toMatchObject({ code: 'secret.bound' });
  const cleared = await calls['mailbox.save']({ draft: elsewhere, password: { kind: 'clear' } }, unwatchedWork());
  expect(cleared.password).toBe('none');
});

test('a changed place drops the certificate that was trusted for the other', async () => {
  const store = openMailboxStore(file);
  await store.save(draft());
  const pin = { sha256: certificate.sha256, acceptedAt: '2026-11-23T13:00:00.000Z' };
  await expect(store.pin(pin, draft({ port: dovecot.port }))).rejects.toMatchObject({ code: 'write.changed' });
  await store.pin(pin, draft());
  expect((await store.save(draft({ user: 'ada' }))).pin).toBeDefined();
  expect((await store.save(draft({ port: dovecot.port }))).pin).toBeUndefined();
  await store.forget();
  await expect(store.pin(pin, draft())).rejects.toMatchObject({ code: 'mailbox.none' });
});

test('a locked keychain is reported as such, and nothing is lost', async () => {
  await calls['mailbox.save']({ draft: draft(), password: replace() }, unwatchedWork());
  const { AppError } = await import('../../../src-main/base/app-error');
  keychain.get = () => Promise.reject(new AppError('keychain.locked'));
  expect((await calls['mailbox.account'](undefined, unwatchedWork()))?.password).toBe('locked');
  await expect(wait('abcdefgh')).rejects.toMatchObject({ code: 'keychain.locked' });
});
