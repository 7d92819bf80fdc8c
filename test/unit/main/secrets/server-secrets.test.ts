import { inspect } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { type SecretKind, serverSecrets } from '../../../../src-main/secrets/server-secrets';
import { type LdapTarget, ServerId } from '../../../../src-shared/model/server';
import { memoryKeychain } from '../../../support/fake-keychain';

const id = ServerId.parse('8c2d5f0e-52a1-4a53-9a3c-0b8c4b2f1a01');
const otherId = ServerId.parse('8c2d5f0e-52a1-4a53-9a3c-0b8c4b2f1a02');
const target: LdapTarget = { host: 'gluu.example.org', port: 1636, mode: 'ldaps', bindDn: 'cn=directory manager' };
const secret = 'correct horse';
const account = `server/${id}/bindPassword`;

let keychain = memoryKeychain();
let secrets = serverSecrets(keychain);
beforeEach(() => {
  keychain = memoryKeychain();
  secrets = serverSecrets(keychain);
});

test('keeps a secret with what it was typed for', async () => {
  await secrets.put(id, 'bindPassword', secret, target);
  expect([...keychain.stored.keys()]).toEqual([account]);
  expect(JSON.parse(String(keychain.stored.get(account)))).toEqual({ v: 1, secret, boundTo: target });
});

test('stores nothing of a target but the four parts that bind', async () => {
  const profile = { ...target, name: 'Production', pin: 'AA:BB' };
  await secrets.put(id, 'bindPassword', secret, profile);
  expect(JSON.parse(String(keychain.stored.get(account))).boundTo).toEqual(target);
});

test('tells kinds and servers apart', async () => {
  await secrets.put(id, 'bindPassword', secret, target);
  await secrets.put(id, 'salt', 'the salt', target);
  await secrets.put(otherId, 'salt', 'another salt', target);
  expect(await secrets.read(id, 'salt', target)).toBe('the salt');
  await secrets.remove(id, 'salt');
  expect(await secrets.state(id, 'salt', target)).toBe('none');
  expect(await secrets.read(id, 'bindPassword', target)).toBe(secret);
  await secrets.forget(id);
  expect([...keychain.stored.keys()]).toEqual([`server/${otherId}/salt`]);
});

test('says that a secret is missing', async () => {
  await expect(secrets.read(id, 'bindPassword', target)).rejects.toMatchObject({ code: 'secret.missing' });
  expect(await secrets.state(id, 'bindPassword', target)).toBe('none');
});

describe('a secret is bound', () => {
  beforeEach(() => secrets.put(id, 'bindPassword', secret, target));

  test.each<[string, Partial<LdapTarget>]>([
    ['host', { host: 'gluu.example.com' }],
    ['host that only looks the same', { host: 'gluu.ex\u0430mple.org' }],
    ['port', { port: 636 }],
    ['mode', { mode: 'startTls' }],
    ['mode', { mode: 'plain' }],
    ['bind DN', { bindDn: 'cn=directory manager,o=gluu' }],
    ['bind DN in another case', { bindDn: 'cn=Directory Manager' }],
  ])('to its %s', async (_part, change) => {
    const changed = { ...target, ...change };
    const error = await rejection(secrets.read(id, 'bindPassword', changed));
    expect(error).toMatchObject({ code: 'secret.bound' });
    expectNoSecretIn(error);
    expect(await secrets.state(id, 'bindPassword', changed)).toBe('bound-elsewhere');
    expect(keychain.stored.has(account)).toBe(true);
  });

  test('to the host whatever its case', async () => {
    const changed = { ...target, host: 'GLUU.Example.ORG' };
    expect(await secrets.read(id, 'bindPassword', changed)).toBe(secret);
    expect(await secrets.state(id, 'bindPassword', changed)).toBe('stored');
  });
});

test.each([
  ['plain text', secret],
  ['cut JSON', `{"v":1,"secret":"${secret}","bou`],
  ['another version', JSON.stringify({ v: 2, secret, boundTo: target })],
  ['no target', JSON.stringify({ v: 1, secret })],
  ['a target without a port', JSON.stringify({ v: 1, secret, boundTo: { ...target, port: undefined } })],
  ['an empty secret', JSON.stringify({ v: 1, secret: '', boundTo: target })],
  ['null', 'null'],
])('does not use a damaged secret (%s), and does not quote it', async (_name, text) => {
  keychain.stored.set(account, text);
  const error = await rejection(secrets.read(id, 'bindPassword', target));
  expect(error).toMatchObject({ code: 'secret.unusable' });
  expectNoSecretIn(error);
  expect(await secrets.state(id, 'bindPassword', target)).toBe('none');
});

test.each([
  ['empty', ''],
  ['half a character', `${secret}\uD83D`],
  ['too long', secret.repeat(6000)],
])('refuses a secret that cannot be kept (%s), and does not quote it', async (_name, value) => {
  const error = await rejection(secrets.put(id, 'bindPassword', value, target));
  expect(error).toMatchObject({ code: 'secret.unusable' });
  expectNoSecretIn(error);
  expect(keychain.stored.size).toBe(0);
});

test('passes on that the keychain is locked, and never calls that a missing secret', async () => {
  const locked = serverSecrets({
    ...memoryKeychain(),
    get: async () => {
      throw new AppError('keychain.locked');
    },
  });
  await expect(locked.state(id, 'salt', target)).rejects.toMatchObject({ code: 'keychain.locked' });
  await expect(locked.read(id, 'salt', target)).rejects.toMatchObject({ code: 'keychain.locked' });
});

test('removes the secrets of servers that are not known, of kinds it does not know too, and nothing else', async () => {
  await secrets.put(id, 'salt', secret, target);
  await secrets.put(otherId, 'salt', secret, target);
  await secrets.put(otherId, 'kindOfALaterVersion' as SecretKind, secret, target);
  keychain.stored.set('something else', 'x').set('server/short', 'x');
  expect(await secrets.reconcile([id])).toBe(2);
  expect([...keychain.stored.keys()].sort()).toEqual([`server/${id}/salt`, 'server/short', 'something else'].sort());
  expect(await secrets.reconcile([id])).toBe(0);
});

test('shows no secret to util.inspect or JSON', async () => {
  await secrets.put(id, 'bindPassword', secret, target);
  expect(await secrets.read(id, 'bindPassword', target)).toBe(secret);
  expect(inspect(secrets, { depth: 9, showHidden: true })).not.toContain(secret);
  expect(JSON.stringify(secrets)).not.toContain(secret);
});

async function rejection(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => error,
  );
}

function expectNoSecretIn(error: unknown): void {
  const shown = [inspect(error, { depth: 9, showHidden: true }), JSON.stringify(error), String(error)].join('\n');
  expect(shown).not.toContain(secret);
  expect(shown).not.toContain(Buffer.from(secret).toString('base64'));
}
