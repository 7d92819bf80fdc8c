import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BackgroundChecks, backgroundChecks } from '../../../src-main/health/background-checks';
import { type BackgroundFile, openBackgroundFile } from '../../../src-main/health/background-file';
import { checkTimes } from '../../../src-main/health/background-rules';
import { checkThrough } from '../../../src-main/health/check-through';
import { createReach } from '../../../src-main/reach/reach';
import { type KnownServers, knownServers } from '../../../src-main/registry/known-servers';
import { openServerRegistry, type ServerRegistry } from '../../../src-main/registry/server-registry';
import { serverSecrets } from '../../../src-main/secrets/server-secrets';
import type { ServerDraft, ServerId } from '../../../src-shared/model/server';
import type { ServerHealth } from '../../../src-shared/model/server-health';
import { selfSigned, type TestCertificate } from '../../support/certificates';
import { memoryKeychain } from '../../support/fake-keychain';
import { startHostileLdap } from '../../support/hostile-ldap';
import { type Slapd, startSlapd } from '../../support/slapd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

const AT_MOST_MS = 20_000;
let slapd: Slapd;
let own: TestCertificate;
beforeAll(async () => {
  own = await selfSigned();
  slapd = await startSlapd({ tls: own });
});
afterAll(() => slapd.stop());

let folder: string;
let registry: ServerRegistry;
let servers: KnownServers;
let keychain: ReturnType<typeof memoryKeychain>;
let file: BackgroundFile;
let checks: BackgroundChecks;
let told: Record<ServerId, ServerHealth>[];

beforeEach(() => {
  folder = makeTemporaryFolder('background');
  keychain = memoryKeychain();
  registry = openServerRegistry(path.join(folder, 'servers.json'));
  servers = knownServers(registry, serverSecrets(keychain), () => {});
  told = [];
  file = openBackgroundFile(path.join(folder, 'health.json'), servers.isDemo);
  checks = start();
});
afterEach(async () => {
  checks.dispose();
  await file.flush();
  removeTemporaryFolder(folder);
});

/** The real way to a server, in a tenth of a second instead of five minutes. */
function start(): BackgroundChecks {
  return backgroundChecks({
    summaries: servers.summaries,
    find: servers.find,
    keychain: () => keychain.status().kind,
    check: checkThrough(createReach(servers, () => {})),
    file,
    paused: false,
    tell: (health) => told.push(health),
    times: { ...checkTimes, everyMs: 100, mostMs: 400, firstMs: 10, limitMs: 2000 },
  });
}

const direct = { kind: 'direct' } as const;
async function add(more: Partial<ServerDraft>, password = slapd.password): Promise<ServerId> {
  const profile = await registry.add({
    name: 'Meadow',
    group: '',
    environment: 'test',
    notes: '',
    host: '127.0.0.1',
    port: slapd.ldapsPort,
    mode: 'ldaps',
    bindDn: slapd.bindDn,
    readOnly: false,
    route: direct,
    ...more,
  });
  await registry.pin(profile.id, { sha256: own.sha256, acceptedAt: new Date().toISOString() }, profile);
  const { host, port, mode, bindDn } = profile;
  await serverSecrets(keychain).put(profile.id, 'bindPassword', password, { host, port, mode, bindDn });
  await servers.lookAtSecrets();
  return profile.id;
}
/** As after a check by the user. */
const wasReached = (id: ServerId) => checks.note(id, Date.now(), { version: 'before' });

async function until(id: ServerId, wanted: (health: ServerHealth) => boolean): Promise<ServerHealth> {
  const end = Date.now() + AT_MOST_MS;
  while (Date.now() < end) {
    const health = checks.health()[id];
    if (health && wanted(health)) return health;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`it came to ${JSON.stringify(checks.health()[id])}`);
}

describe('a check in the background', () => {
  test('finds version and certificate over LDAPS, writes nothing, and closes its connection', async () => {
    const id = await add({});
    const [before, modifies, log] = [await slapd.dump(), slapd.modifies().length, slapd.log().length];
    wasReached(id);
    const health = await until(id, ({ state, version }) => state === 'ok' && version !== 'before');
    expect(health.version).toMatch(/^3\.1/);
    expect(health).toMatchObject({ certificateValidTo: expect.stringMatching(/^\d{4}-.*Z$/), ms: expect.any(Number) });
    expect(told.map((one) => one[id]?.state)).toContain('checking');
    checks.dispose();
    expect([await slapd.dump(), slapd.modifies().length]).toEqual([before, modifies]);
    const lines = slapd.log().slice(log);
    expect(lines).toContain(' UNBIND');
    expect(lines).not.toMatch(/ (ADD|MOD|DEL|MODRDN) dn=/);
    expect(JSON.stringify([told, file.all()])).not.toContain(slapd.password);
  });

  test('of a Gluu 4 tells what it is', async () => {
    const newer = await startSlapd({ tls: own, version: '4.2.2' });
    try {
      const id = await add({ port: newer.ldapsPort }, newer.password);
      wasReached(id);
      const health = await until(id, ({ version }) => version !== 'before');
      expect(health).toMatchObject({ state: 'ok', version: '4.2.2' });
      expect(health).not.toHaveProperty('failure');
    } finally {
      await newer.stop();
    }
  });

  test('of one whose schema and tree are at odds counts as reached, and tells all that it may be', async () => {
    const ldif = 'dn: o=gluu\nobjectClass: top\nobjectClass: gluuOrganization\no: gluu\n';
    const newer = await startSlapd({ tls: own, ldif });
    try {
      const id = await add({ port: newer.ldapsPort }, newer.password);
      wasReached(id);
      const health = await until(id, ({ version }) => version !== 'before');
      expect(health).toMatchObject({ state: 'ok', version: '3.1.2+', seenAt: expect.any(String) });
    } finally {
      await newer.stop();
    }
  });

  test('tells the span of versions where the schema allows no more', async () => {
    const later = await startSlapd({ tls: own, version: '3.1.8' });
    try {
      const id = await add({ port: later.ldapsPort }, later.password);
      wasReached(id);
      expect((await until(id, ({ version }) => version !== 'before')).version).toBe('3.1.6–3.1.9');
    } finally {
      await later.stop();
    }
  });

  test('of a server that the user never reached does not happen', async () => {
    const id = await add({});
    const before = slapd.log().length;
    checks.look();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(slapd.log().slice(before)).not.toContain(' ACCEPT from');
    expect(checks.health()[id]).toMatchObject({ state: 'skipped' });
  });

  test('of one that went away tells it with its reason, and finds it when it is back', async () => {
    const passing = await startSlapd({ tls: own });
    try {
      const id = await add({ port: passing.ldapsPort }, passing.password);
      wasReached(id);
      const { seenAt } = await until(id, ({ version }) => version !== 'before');
      await passing.kill9();
      const failed = await until(id, ({ state }) => state === 'failed');
      expect(failed).toMatchObject({ failure: { code: 'net.refused', stage: 'Connect' } });
      expect(Date.parse(failed.seenAt ?? '')).toBeGreaterThanOrEqual(Date.parse(seenAt ?? ''));
      await passing.restart();
      expect(await until(id, ({ state }) => state === 'ok')).not.toHaveProperty('failure');
    } finally {
      await passing.stop();
    }
  });

  test('of a changed certificate stops before the password is sent', async () => {
    const id = await add({});
    await registry.pin(
      id,
      { sha256: (await selfSigned(2)).sha256, acceptedAt: new Date().toISOString() },
      registry.get(id),
    );
    const before = slapd.log().length;
    wasReached(id);
    expect((await until(id, ({ state }) => state === 'failed')).failure).toMatchObject({ code: 'tls.changed' });
    expect(slapd.log().slice(before)).not.toContain(' BIND dn=');
  });

  test('of a server that says nothing ends at its limit, and others go on meanwhile', async () => {
    const silent = await startHostileLdap({ kind: 'silent' });
    try {
      const ids = [];
      for (const name of ['a', 'b', 'c']) ids.push(await add({ name, port: silent.port, mode: 'plain' }));
      const good = await add({ name: 'good' });
      for (const id of [...ids, good]) wasReached(id);
      await until(good, ({ version }) => version !== 'before');
      for (const id of ids) {
        expect(await until(id, ({ state }) => state === 'failed')).toMatchObject({ failure: { code: 'net.timeout' } });
      }
    } finally {
      checks.dispose();
      await silent.stop();
    }
  });

  test('leaves its outcome for the next start', async () => {
    const id = await add({});
    wasReached(id);
    const { seenAt, version } = await until(id, (health) => health.version !== 'before' && health.state === 'ok');
    checks.dispose();
    await file.flush();
    const again = openBackgroundFile(path.join(folder, 'health.json'), servers.isDemo).get(id);
    expect(again.health).toMatchObject({ state: 'ok', version });
    expect(Date.parse(again.health.seenAt ?? '')).toBeGreaterThanOrEqual(Date.parse(seenAt ?? ''));
  });
});
