import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMailboxStore } from '../../../../src-main/mailbox/mailbox-store';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

let folder: string;
beforeEach(() => {
  folder = makeTemporaryFolder('mailbox-store');
});
afterEach(() => removeTemporaryFolder(folder));

test('a file of the first form is read, and its word that the password may go readable counts no longer', async () => {
  const file = path.join(folder, 'mailbox.json');
  const target = { host: 'imap.example.net', port: 143, mode: 'none', user: 'grace' } as const;
  const pin = { sha256: Array(32).fill('AB').join(':'), acceptedAt: '2026-01-02T03:04:05.000Z' };
  writeFileSync(file, JSON.stringify({ schemaVersion: 1, account: { ...target, clearTextConsent: true, pin } }));
  const store = openMailboxStore(file);
  expect(store.state).toEqual({ kind: 'loaded' });
  expect(store.read()).toEqual({ ...target, pin });
  await store.save(target);
  expect(readFileSync(file, 'utf8')).not.toContain('clearText');
  expect(openMailboxStore(file).read()).toEqual({ ...target, pin });
});

test('a file of the first form without an account is read', () => {
  const file = path.join(folder, 'mailbox.json');
  writeFileSync(file, JSON.stringify({ schemaVersion: 1 }));
  const store = openMailboxStore(file);
  expect([store.state, store.read()]).toEqual([{ kind: 'loaded' }, undefined]);
});
