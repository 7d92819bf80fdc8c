import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LdapMode } from '../../../src-shared/model/server';
import { message } from '../../../src-shared/texts/message';
import {
  expired,
  notYetValid,
  selfSigned,
  type TestCertificate,
  unknownAuthority,
  wrongHost,
} from '../../support/certificates';
import { gluuNames } from '../../support/gluu-names';
import { startHostileLdap } from '../../support/hostile-ldap';
import { type Slapd, startSlapd } from '../../support/slapd';
import { startProxy } from '../../support/tcp-proxy';
import { password, type Ran, runConnect, stages } from './run-connect';

let slapd: Slapd;
let own: TestCertificate;
beforeAll(async () => {
  own = await selfSigned();
  slapd = await startSlapd({ tls: own });
});
afterAll(() => slapd.stop());

const portOf = (mode: LdapMode) => (mode === 'ldaps' ? slapd.ldapsPort : slapd.port);
const reach = (mode: LdapMode, more: { pin?: string; port?: number; host?: string } = {}) =>
  runConnect({ port: portOf(mode), mode, ...more }, { password: slapd.password });
/** What slapd logged of logins since `before`. */
const binds = (before: string) =>
  slapd
    .log()
    .slice(before.length)
    .match(/ BIND dn=/g) ?? [];

describe.each(['ldaps', 'startTls'] as const)('%s', (mode) => {
  test('with the certificate that was trusted goes through all stages to the Gluu tree', async () => {
    const ran = await reach(mode, { pin: own.sha256 });
    expect(ran.failure).toBeUndefined();
    expect(stages(ran)).toEqual(
      ['Name', 'Connect', 'TLS', 'Login', 'Who am I', 'Gluu tree'].map((name) => `${name} done`),
    );
    expect(ran.connected).toMatchObject({
      address: '127.0.0.1',
      boundAs: slapd.bindDn,
      tls: { trust: 'pin', protocol: 'TLSv1.3', certificate: { sha256: own.sha256 } },
    });
    expect(ran.tree).toMatchObject({ configDn: gluuNames().applianceDn });
    expect(ran.shown).not.toContain(slapd.password);
  });

  test('with a certificate this computer does not trust shows it and asks for no password; taking it then works', async () => {
    const before = slapd.log();
    const ran = await reach(mode);
    expect(ran.failure).toMatchObject({
      code: 'tls.untrusted',
      stage: 'TLS',
      at: `127.0.0.1:${portOf(mode)}`,
      detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      certificate: { sha256: own.sha256, selfSigned: true, names: [], distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    expect(ran.failure?.certificate?.subject).toContain('CN=localhost');
    expect(stages(ran)).toEqual(['Name done', 'Connect done', 'TLS failed']);
    expect(ran.asked).toBe(0);
    expect(binds(before)).toEqual([]);
    const pinned = await reach(mode, { pin: ran.failure?.certificate?.sha256 ?? '' });
    expect(pinned.failure).toBeUndefined();
  });

  test('with another certificate than the one that was trusted is an alarm, and nothing is sent', async () => {
    const before = slapd.log();
    const other = await selfSigned(2);
    const ran = await reach(mode, { pin: other.sha256 });
    expect(ran.failure).toMatchObject({
      code: 'tls.changed',
      stage: 'TLS',
      certificate: { sha256: own.sha256 },
      facts: { pin: other.sha256 },
    });
    expect(ran.asked).toBe(0);
    expect(binds(before)).toEqual([]);
  });

  test.each<[string, () => Promise<TestCertificate>]>([
    ['expired', expired],
    ['not yet valid', notYetValid],
    ['for another host', wrongHost],
    ['signed by an unknown authority', () => unknownAuthority()],
  ])('with a certificate that is %s is refused before the login, and works once trusted', async (_, make) => {
    const tls = await make();
    const server = await startHostileLdap({ kind: 'none' }, { tls, ldaps: mode === 'ldaps' });
    try {
      const ran = await runConnect({ port: server.port, mode });
      expect(ran.failure).toMatchObject({ code: 'tls.untrusted', stage: 'TLS', certificate: { sha256: tls.sha256 } });
      expect(ran.failure?.certificate?.distrust).toMatch(/^[A-Z_]+$/);
      expect(Date.parse(ran.failure?.certificate?.validTo ?? '')).not.toBeNaN();
      expect(server.requests().map(({ operation }) => operation)).not.toContain('bind');
      const trusted = await runConnect({ port: server.port, mode, pin: tls.sha256 }, { use: async () => {} });
      expect(trusted.failure).toBeUndefined();
      expect(server.wire().includes(password)).toBe(false);
      expect(server.clear().includes(password)).toBe(true);
    } finally {
      await server.stop();
    }
  });

  test('towards a server that knows only old TLS says so', async () => {
    const tls = { ...own, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const server = await startHostileLdap({ kind: 'none' }, { tls, ldaps: mode === 'ldaps' });
    const ran = await runConnect({ port: server.port, mode, pin: own.sha256 });
    await server.stop();
    expect(ran.failure).toMatchObject({ code: 'tls.old', stage: 'TLS' });
  });
});

describe('encryption that does not fit the port', () => {
  test.each<[LdapMode, string]>([
    ['plain', 'Login'],
    ['startTls', 'TLS'],
  ])('%s to a port that begins with TLS says so at %s', async (mode, stage) => {
    const ran = await reach(mode, { port: slapd.ldapsPort });
    expect(ran.failure).toMatchObject({ code: 'tls.expected', stage, at: `127.0.0.1:${slapd.ldapsPort}` });
  });

  test('plain and StartTLS say so of any TLS server, whatever it does with bytes that are no handshake', async () => {
    const server = await startHostileLdap({ kind: 'none' }, { tls: own, ldaps: true });
    const ran: Ran[] = [];
    for (const mode of ['plain', 'startTls'] as const) ran.push(await runConnect({ port: server.port, mode }));
    await server.stop();
    expect(ran.map(({ failure }) => failure?.code)).toEqual(['tls.expected', 'tls.expected']);
    expect(server.requests()).toEqual([]);
  });

  test('LDAPS to a port that begins in plain text says so', async () => {
    const ran = await reach('ldaps', { port: slapd.port, pin: own.sha256 });
    expect(ran.failure).toMatchObject({ code: 'tls.unexpected', stage: 'TLS' });
    expect(ran.asked).toBe(0);
  });

  test('a port that hangs up on everybody is not mistaken for one that wants TLS', async () => {
    for (const mode of ['plain', 'startTls', 'ldaps'] as const) {
      const server = await startHostileLdap({ kind: 'close-at-once' });
      const ran = await runConnect({ port: server.port, mode });
      await server.stop();
      expect(ran.failure?.code, mode).toBe('net.dropped');
    }
  });
});

test('plain skips TLS and says that nothing is encrypted', async () => {
  const ran = await reach('plain');
  expect(ran.failure).toBeUndefined();
  expect(ran.steps.find(({ name }) => name === 'TLS')).toMatchObject({
    state: 'skipped',
    text: message('note.notEncrypted'),
  });
  expect(ran.connected?.tls).toBeUndefined();
});

test('StartTLS leaves nothing readable on the wire, the bind DN included', async () => {
  const proxy = await startProxy(slapd.port);
  const ran = await reach('startTls', { port: proxy.port, pin: own.sha256 });
  await proxy.stop();
  expect(ran.failure).toBeUndefined();
  expect(proxy.connections()).toBe(1);
  expect(proxy.log.includes('1.3.6.1.4.1.1466.20037')).toBe(true);
  for (const secret of [slapd.password, slapd.bindDn, 'ou=appliances']) expect(proxy.log.includes(secret)).toBe(false);
});
