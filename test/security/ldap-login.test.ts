import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { me, password, runConnect, stages } from '../integration/ldap/run-connect';
import { selfSigned } from '../support/certificates';
import { startHostileLdap } from '../support/hostile-ldap';
import { startServerConsole } from '../support/server-console';
import { type Slapd, startSlapd } from '../support/slapd';
import { startProxy } from '../support/tcp-proxy';
import { securityCase, titled } from './case';
import { startBlankingProxy } from './support/ldap-blank-passwords';

let slapd: Slapd;
let pin: string;
beforeAll(async () => {
  const tls = await selfSigned();
  pin = tls.sha256;
  slapd = await startSlapd({ tls, globalLines: ['allow bind_anon_cred bind_anon_dn'] });
});
afterAll(() => slapd.stop());

/** All that is ever said where no login is: the request to close (RFC 4511 section 4.3). */
const UNBIND = Buffer.from('30050201014200', 'hex');

const whoAmIs = () => slapd.log().match(/ EXT oid=1\.3\.6\.1\.4\.1\.4203\.1\.11\.3/g)?.length ?? 0;
const whoAmIOid = '1.3.6.1.4.1.4203.1.11.3';

test(titled('T1'), async () => {
  const logins: [string, (port: number) => Promise<unknown>][] = [
    ['empty', async (port) => (await runConnect({ port }, { password: '' })).failure],
    ['a blank', async (port) => (await runConnect({ port }, { password: ' ' })).failure],
    ['none in the keychain', (port) => load(port, null).catch(({ code, about }) => ({ code, ...about }))],
  ];
  for (const [what, login] of logins) {
    await securityCase('T1', what, async () => {
      const proxy = await startProxy(slapd.port);
      expect(await login(proxy.port)).toMatchObject({ code: 'secret.missing', stage: 'Login' });
      expect(proxy.connections()).toBe(1);
      expect([Buffer.alloc(0), UNBIND]).toContainEqual(proxy.log);
      // The proxy would have seen a login: the same with the password.
      await load(proxy.port, slapd.password);
      expect(proxy.log.includes(slapd.password)).toBe(true);
      await proxy.stop();
    });
  }
});

async function load(port: number, password: string | null) {
  const console = await startServerConsole(
    { port, mode: 'plain', bindDn: slapd.bindDn, password },
    { helpers: inject('helpers') },
  );
  return console.load().finally(console.stop);
}

test(titled('T2'), async () => {
  await securityCase('T2', 'a login that is what it should be', async () => {
    const before = whoAmIs();
    const proxy = await startProxy(slapd.port);
    const ran = await runConnect({ port: proxy.port }, { password: slapd.password });
    expect(ran.connected?.boundAs).toBe(slapd.bindDn);
    expect(stages(ran)).toEqual([
      'Name done',
      'Connect done',
      'TLS skipped',
      'Login done',
      'Who am I done',
      'Gluu tree done',
    ]);
    expect(whoAmIs() - before).toBe(1);
    // Nothing is asked between the login and the question.
    const sent = proxy.log;
    expect(sent.indexOf(slapd.password)).toBeGreaterThan(0);
    expect(sent.indexOf(whoAmIOid)).toBeGreaterThan(sent.indexOf(slapd.password));
    expect(sent.indexOf('objectClass')).toBeGreaterThan(sent.indexOf(whoAmIOid));
    await proxy.stop();
  });

  await securityCase('T2', 'one that the server took for an anonymous one, and called a success', async () => {
    const blanking = await startBlankingProxy(slapd.port);
    const before = slapd.log().length;
    const ran = await runConnect({ port: blanking.port }, { password: slapd.password });
    expect(ran.failure).toMatchObject({
      code: 'ldap.identity',
      stage: 'Who am I',
      detail: 'anonymous',
      facts: { wanted: slapd.bindDn },
    });
    expect(stages(ran).slice(-2)).toEqual(['Login done', 'Who am I failed']);
    // slapd did call it a success, and was asked for nothing else.
    const log = slapd.log().slice(before);
    expect(log).toMatch(/ RESULT tag=97 err=0 /);
    expect(log).not.toMatch(/ SRCH | MOD /);
    await blanking.stop();
  });

  await securityCase('T2', 'one that the server maps to somebody else', async () => {
    for (const authzId of ['dn:cn=reader,o=gluu', 'u:reader', '', `dn:${me},o=elsewhere`]) {
      const server = await startHostileLdap({ kind: 'wrong-whoami', authzId });
      const ran = await runConnect({ port: server.port });
      expect(ran.failure, authzId).toMatchObject({ code: 'ldap.identity', stage: 'Who am I' });
      expect(
        server.requests().map(({ operation }) => operation),
        authzId,
      ).not.toContain('search');
      await server.stop();
    }
  });
});

test(titled('T3'), async () => {
  const tls = await selfSigned();
  const answers = [
    [2, 'ldap.startTlsRefused'],
    [52, 'ldap.startTlsRefused'],
    ['garbage', 'ldap.notLdap'],
    ['close', 'net.dropped'],
  ] as const;
  for (const [answer, code] of answers) {
    await securityCase('T3', String(answer), async () => {
      const server = await startHostileLdap({ kind: 'starttls-result', result: answer }, { tls });
      const proxy = await startProxy(server.port);
      const target = { port: proxy.port, mode: 'startTls', bindDn: me, password, pin: tls.sha256 } as const;
      const console = await startServerConsole(target, { helpers: inject('helpers') });
      await expect(console.load()).rejects.toMatchObject({ code, about: { stage: 'TLS' } });
      for (const secret of [password, me]) expect(proxy.log.includes(secret)).toBe(false);
      expect(server.requests().filter(({ operation }) => operation !== 'startTls')).toEqual([]);
      console.stop();
      await proxy.stop();
      await server.stop();
    });
  }
  // With the same console, a server that grants it gets the login, and the wire shows nothing of it.
  const proxy = await startProxy(slapd.port);
  const ran = await runConnect({ port: proxy.port, mode: 'startTls', pin }, { password: slapd.password });
  expect(ran.failure).toBeUndefined();
  expect(proxy.log.includes(slapd.password)).toBe(false);
  await proxy.stop();
});

test(titled('T4'), async () => {
  const tls = await selfSigned();
  for (const bytes of ['prefix', 'bind-success'] as const) {
    await securityCase('T4', bytes, async () => {
      const server = await startHostileLdap({ kind: 'starttls-injection', bytes }, { tls });
      const ran = await runConnect({ port: server.port, mode: 'startTls', pin: tls.sha256 });
      expect(ran.failure).toMatchObject({ code: 'ldap.injection', stage: 'TLS' });
      expect(ran.asked).toBe(0);
      expect(stages(ran)).toEqual(['Name done', 'Connect done', 'TLS failed']);
      // Not even a handshake is begun: the request for StartTLS is all that was ever sent.
      expect(server.requests().map(({ operation }) => operation)).toEqual(['startTls']);
      expect(server.wire().equals(server.requests()[0]?.bytes ?? Buffer.alloc(0))).toBe(true);
      await server.stop();
    });
  }
});
