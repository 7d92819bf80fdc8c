import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { redact } from '../../../../src-main/base/redact';
import { type KnownServers, knownServers } from '../../../../src-main/registry/known-servers';
import { draftOf, openServerRegistry, type ServerRegistry } from '../../../../src-main/registry/server-registry';
import { targetOf } from '../../../../src-main/registry/targets';
import { serverSecrets } from '../../../../src-main/secrets/server-secrets';
import type { FailureCode } from '../../../../src-shared/model/failure';
import type { SshHop } from '../../../../src-shared/model/route';
import { type ServerDraft, ServerId, type ServerProfile } from '../../../../src-shared/model/server';
import { message } from '../../../../src-shared/texts/message';
import { saying } from '../../../support/english';
import { memoryKeychain } from '../../../support/fake-keychain';
import { serverDraft } from '../../../support/server-draft';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const draft = serverDraft({ name: 'Production', readOnly: false });
const password = 'correct horse battery';
const pin = { sha256: Array.from({ length: 32 }, () => 'AB').join(':'), acceptedAt: '2026-01-01T00:00:00.000Z' };

let folder: string;
let keychain: ReturnType<typeof memoryKeychain>;
let registry: ServerRegistry;
let servers: KnownServers;
let changes: number;
let profile: ServerProfile;
beforeEach(async () => {
  folder = makeTemporaryFolder('known-servers');
  keychain = memoryKeychain();
  changes = 0;
  registry = openServerRegistry(path.join(folder, 'servers.json'));
  const secrets = serverSecrets(keychain);
  servers = knownServers(registry, secrets, () => {
    changes += 1;
  });
  profile = await registry.add(draft);
  await secrets.put(profile.id, 'bindPassword', password, targetOf(profile));
});
afterEach(() => removeTemporaryFolder(folder));

const stateOf = (kind: 'bindPassword' | 'salt' = 'bindPassword') => servers.summary(profile.id).secrets[kind];

describe('a stored secret', () => {
  test('goes to the place it was typed for, and can never reach the log', async () => {
    expect(await servers.secret(profile.id, 'bindPassword')).toBe(password);
    expect(redact(`sent ${password} and ${Buffer.from(password).toString('base64')}`)).toBe(
      'sent [hidden] and [hidden]',
    );
  });

  test.each<[string, Partial<ServerDraft>]>([
    ['host', { host: 'gluu.example.com' }],
    ['port', { port: 1389 }],
    ['encryption', { mode: 'plain' }],
    ['bind DN', { bindDn: 'cn=directory manager,o=gluu' }],
  ])('is not handed out once the %s changed, and is again when it is changed back', async (_, change) => {
    await registry.update(profile.id, { ...draft, ...change });
    await expect(servers.secret(profile.id, 'bindPassword')).rejects.toMatchObject({ code: 'secret.bound' });
    await servers.lookAtSecrets();
    expect(stateOf()).toBe('boundElsewhere');
    await registry.update(profile.id, draft);
    expect(await servers.secret(profile.id, 'bindPassword')).toBe(password);
  });

  test.each<[string, Partial<ServerDraft>]>([
    ['name', { name: 'Renamed' }],
    ['notes', { notes: 'moved' }],
    ['environment', { environment: 'test' }],
    ['read-only', { readOnly: true }],
    ['case of the host', { host: 'GLUU.example.org' }],
  ])('stays usable when the %s changes', async (_, change) => {
    await registry.update(profile.id, { ...draft, ...change });
    expect(await servers.secret(profile.id, 'bindPassword')).toBe(password);
  });

  test('that is missing is reported as such', async () => {
    await expect(servers.secret(profile.id, 'salt')).rejects.toMatchObject({ code: 'secret.missing' });
  });

  test('of an unknown server is not even looked for', async () => {
    const id = ServerId.parse('8c2d5f0e-52a1-4a53-9a3c-0b8c4b2f1a01');
    await expect(servers.secret(id, 'bindPassword')).rejects.toMatchObject({ code: 'server.unknown' });
  });
});

describe('behind an alias of ~/.ssh/config', () => {
  const route = { kind: 'ssh', host: 'gluu', port: 22, user: 'ada', login: 'password', jumps: [] } as const;
  const real = { host: '192.0.2.1', port: 2222, user: 'ada' };
  const jump = { host: '192.0.2.9', port: 22, user: 'ops' };
  const kinds = ['bindPassword', 'sshPassword', 'sshPassphrase'] as const;
  let way: SshHop[] | AppError;
  let behind: ServerProfile;
  beforeEach(async () => {
    way = [real];
    const secrets = serverSecrets(keychain);
    servers = knownServers(
      registry,
      secrets,
      () => {},
      async () => {
        if (way instanceof AppError) throw way;
        return way;
      },
    );
    behind = await registry.add({ ...draft, route: { ...route, jumps: [] } });
    for (const kind of [...kinds, 'salt' as const]) {
      const target = await servers.secretTarget(behind, kind);
      if (target) await secrets.put(behind.id, kind, password, target);
    }
  });

  test.each<[string, SshHop[]]>([
    ['host', [{ ...real, host: '192.0.2.2' }]],
    ['port', [{ ...real, port: 22 }]],
    ['user', [{ ...real, user: 'eve' }]],
    ['jump host', [jump, real]],
  ])('no secret is for another %s that the alias comes to mean', async (_, changed) => {
    for (const kind of kinds) expect(await servers.secret(behind.id, kind)).toBe(password);
    way = changed;
    for (const kind of kinds) {
      await expect(servers.secret(behind.id, kind)).rejects.toMatchObject({
        code: 'secret.bound',
        about: { reason: saying(/^Typed for: .*192\.0\.2\.1.*\. Now: .*192\.0\.2\./) },
      });
      await expect(servers.secretFor(behind, kind, changed)).rejects.toMatchObject({ code: 'secret.bound' });
      expect(await servers.secretFor(behind, kind, [real])).toBe(password);
    }
    // It is never sent anywhere.
    expect(await servers.secret(behind.id, 'salt')).toBe(password);
    await servers.lookAtSecrets();
    expect(servers.summary(behind.id).secrets).toEqual({
      bindPassword: 'boundElsewhere',
      sshPassword: 'boundElsewhere',
      sshPassphrase: 'boundElsewhere',
      salt: 'stored',
    });
  });

  test('nothing is said of the secrets where the configuration cannot be read', async () => {
    way = new AppError('ssh.noConfig', { facts: { host: 'gluu', why: 'It is damaged.' } });
    await servers.lookAtSecrets();
    expect(servers.summary(behind.id).secrets).toMatchObject({ bindPassword: 'unknown', sshPassword: 'unknown' });
  });
});

describe('what is known of the secrets', () => {
  test('is nothing until the keychain was asked, and then is reported once', async () => {
    expect(stateOf()).toBe('unknown');
    await servers.lookAtSecrets();
    expect([stateOf(), stateOf('salt'), changes]).toEqual(['stored', 'none', 1]);
    await servers.lookAtSecrets();
    expect(changes).toBe(1);
    keychain.stored.clear();
    await servers.lookAtSecrets();
    expect([stateOf(), changes]).toEqual(['none', 2]);
  });

  test('does not outlive a change of the place', async () => {
    await servers.lookAtSecrets();
    await registry.update(profile.id, { ...draft, port: 636 });
    expect(stateOf()).toBe('unknown');
  });

  test.each<FailureCode>(['keychain.locked', 'keychain.waiting', 'keychain.failed'])(
    'is locked on %s',
    async (code) => {
      keychain.get = () => Promise.reject(new AppError(code));
      await servers.lookAtSecrets();
      expect([stateOf(), stateOf('salt')]).toEqual(['locked', 'locked']);
    },
  );

  test('does not hide a bug', async () => {
    const bug = new TypeError('bug');
    keychain.get = () => Promise.reject(bug);
    await expect(servers.lookAtSecrets()).rejects.toBe(bug);
  });

  test('never contains one', async () => {
    await servers.lookAtSecrets();
    expect(JSON.stringify(servers.summaries())).not.toContain(password);
  });
});

describe('a server of the demo', () => {
  const id = ServerId.parse('8c2d5f0e-52a1-4a53-9a3c-0b8c4b2f1a02');
  const demo = {
    profile: { ...draft, id, name: 'Demo' },
    hints: [message('demo.server.meadow')],
    secrets: { bindPassword: 'demo password', salt: 'demo salt' },
  };

  test('is there while it runs, with its secrets, and leaves the list alone', async () => {
    servers.setTemporary([demo]);
    expect(changes).toBe(1);
    expect(servers.summaries().map(({ name, demo }) => [name, demo])).toEqual([
      ['Production', false],
      ['Demo', true],
    ]);
    expect(servers.summaries().map(({ hints }) => hints)).toEqual([undefined, demo.hints]);
    expect(servers.summary(id).secrets).toMatchObject({ bindPassword: 'stored', salt: 'stored' });
    expect(await servers.secret(id, 'salt')).toBe('demo salt');
    expect(servers.isDemo(id)).toBe(true);
    expect(servers.isDemo(profile.id)).toBe(false);
    servers.setTemporary([]);
    expect(() => servers.get(id)).toThrow('server.unknown');
    expect(registry.list()).toHaveLength(1);
  });

  test('keeps certificates trusted for its mail server only as long as it runs', async () => {
    servers.setTemporary([demo]);
    await servers.pinMail(id, { ...pin, host: 'mail.example.org', port: 587 });
    expect(servers.get(id).mailPins).toHaveLength(1);
    expect(registry.list().flatMap(({ mailPins = [] }) => mailPins)).toEqual([]);
  });
});

test('keeps one certificate per mail server, the newest fifty', async () => {
  for (let port = 1; port <= 52; port += 1) {
    await servers.pinMail(profile.id, { ...pin, host: 'mail.example.org', port });
  }
  await servers.pinMail(profile.id, { ...pin, host: 'mail.example.org', port: 30 });
  const ports = (servers.get(profile.id).mailPins ?? []).map(({ port }) => port);
  expect(ports).toHaveLength(50);
  expect(ports.filter((port) => port === 30)).toHaveLength(1);
  expect(ports.at(-1)).toBe(30);
  expect(ports).not.toContain(2);
});

describe('what was learnt of a server at its place', () => {
  const foundVersion = { version: '3.1.2', root: '/opt/gluu-server-3.1.2', foundAt: '2026-01-01T00:00:00.000Z' };
  let found: ServerProfile;
  beforeEach(async () => {
    found = await registry.add({ ...draft, pin, foundVersion });
  });

  test('goes when the place changes', async () => {
    const moved = await registry.update(found.id, { ...draft, host: 'gluu.example.com' });
    expect([moved.pin, moved.foundVersion]).toEqual([undefined, undefined]);
  });

  test('stays when anything else changes, is on disk, and is no part of the form', async () => {
    await registry.update(found.id, { ...draft, name: 'Renamed' });
    const kept = openServerRegistry(path.join(folder, 'servers.json')).get(found.id);
    expect(kept).toMatchObject({ name: 'Renamed', pin, foundVersion });
    expect(draftOf(kept)).not.toHaveProperty('foundVersion');
  });
});

describe('a certificate trusted for a server', () => {
  beforeEach(() => registry.pin(profile.id, pin, profile));

  test.each<[string, Partial<ServerDraft>]>([
    ['host', { host: 'gluu.example.com' }],
    ['port', { port: 636 }],
    ['encryption', { mode: 'startTls' }],
  ])('goes when the %s changes', async (_, change) => {
    expect((await registry.update(profile.id, { ...draft, ...change })).pin).toBeUndefined();
  });

  test('stays when anything else changes, and is on disk', async () => {
    await registry.update(profile.id, { ...draft, name: 'Renamed', bindDn: 'cn=other', notes: 'x' });
    expect(openServerRegistry(path.join(folder, 'servers.json')).get(profile.id)).toMatchObject({
      name: 'Renamed',
      pin,
    });
  });
});
