import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../src-shared/messages/failure-texts';
import type { FailureCode } from '../../../src-shared/model/failure';
import { message } from '../../../src-shared/texts/message';
import { selfSigned } from '../../support/certificates';
import { inEnglish } from '../../support/english';
import { freePorts } from '../../support/free-port';
import { gluuNames } from '../../support/gluu-names';
import { gluuTree } from '../../support/gluu-tree';
import { startHostileLdap } from '../../support/hostile-ldap';
import { type Slapd, startSlapd } from '../../support/slapd';
import { startProxy } from '../../support/tcp-proxy';
import { me, type Ran, runConnect, stages } from './run-connect';

let slapd: Slapd;
let pin: string;
beforeAll(async () => {
  const tls = await selfSigned();
  pin = tls.sha256;
  slapd = await startSlapd({ tls });
});
afterAll(() => slapd.stop());

const login = (more: { bindDn?: string; password?: string } = {}): Promise<Ran> =>
  runConnect(
    { port: slapd.ldapsPort, mode: 'ldaps', pin, bindDn: more.bindDn ?? slapd.bindDn },
    { password: more.password ?? slapd.password },
  );

describe('on the way to the server', () => {
  test('a name that does not resolve fails at Name', async () => {
    const ran = await runConnect({ host: 'no-such-host.invalid', port: 1636 });
    // Without any name server on this machine it is trouble, not an unknown name.
    expect(['net.nameUnknown', 'net.nameTrouble']).toContain(ran.failure?.code);
    expect(ran.failure).toMatchObject({ stage: 'Name', at: 'no-such-host.invalid' });
    expect(ran.failure?.detail).toMatch(/^(ENOTFOUND|EAI_AGAIN|EAI_FAIL): /);
    expect(stages(ran)).toEqual(['Name failed']);
  });

  test.each([
    ['127.0.0.1', (port: number) => `127.0.0.1:${port}`],
    ['::1', (port: number) => `[::1]:${port}`],
  ])('a closed port of %s is refused at Connect', async (host, at) => {
    const [port = 0] = await freePorts(1);
    const ran = await runConnect({ host, port });
    expect(ran.failure).toMatchObject({ code: 'net.refused', stage: 'Connect', at: at(port) });
    expect(stages(ran)).toEqual(['Name done', 'Connect failed']);
    expect(ran.steps[0]?.text).toEqual(message('note.isAddress'));
  });

  test('a name is shown with the address it led to', async () => {
    const ran = await runConnect({ host: 'localhost', port: slapd.port }, { password: slapd.password });
    expect(ran.failure).toBeUndefined();
    expect(ran.connected?.address).toBe('127.0.0.1');
    expect(inEnglish(ran.steps[0]?.text)).toContain('127.0.0.1');
  });
});

describe('at the login', () => {
  test.each([
    ['a wrong password', () => login({ password: 'wrong horse' })],
    ['a DN that does not exist', () => login({ bindDn: 'cn=nobody,o=gluu' })],
    ['a DN outside of everything', () => login({ bindDn: 'cn=directory manager' })],
  ])('%s is reported as such', async (_, run) => {
    const ran = await run();
    expect(ran.failure).toMatchObject({
      code: 'ldap.credentials',
      stage: 'Login',
      detail: 'invalidCredentials (49)',
      at: `127.0.0.1:${slapd.ldapsPort}`,
    });
    expect(stages(ran).at(-1)).toBe('Login failed');
    for (const secret of ['wrong horse', slapd.password]) expect(ran.shown).not.toContain(secret);
  });

  test.each(['', ' ', '\t\n'])(
    'an empty password (%j) is refused here, before anything of a login is sent',
    async (empty) => {
      const server = await startHostileLdap({ kind: 'none' });
      const ran = await runConnect({ port: server.port }, { password: empty });
      await server.stop();
      expect(ran.failure).toMatchObject({ code: 'secret.missing', stage: 'Login' });
      expect(server.requests().filter(({ operation }) => operation !== 'unbind')).toEqual([]);
    },
  );

  test('what is no DN is reported as such', async () => {
    const ran = await login({ bindDn: 'directory manager' });
    expect(ran.failure).toMatchObject({
      code: 'ldap.badDn',
      stage: 'Login',
      detail: 'invalidDNSyntax (34): invalid DN',
    });
  });

  test('a server that wants encryption first is reported as such', async () => {
    const strict = await startSlapd({ globalLines: ['security simple_bind=128'] });
    const ran = await runConnect({ port: strict.port }, { password: strict.password });
    const proper = await runConnect({ port: strict.port, mode: 'startTls', pin }, { password: strict.password });
    await strict.stop();
    expect(ran.failure).toMatchObject({ code: 'ldap.encryptionWanted', stage: 'Login' });
    expect(proper.failure).toBeUndefined();
  });

  test.each<[number, FailureCode]>([
    [7, 'ldap.passwordMethod'],
    [8, 'ldap.encryptionWanted'],
    [13, 'ldap.encryptionWanted'],
    [48, 'ldap.passwordMethod'],
    [51, 'ldap.busy'],
    [52, 'ldap.unavailable'],
    [53, 'ldap.unwilling'],
    [10, 'ldap.referral'],
    [80, 'ldap.other'],
    [118, 'ldap.other'],
    [4096, 'ldap.other'],
  ])('result %i is %s, with the server’s own words made safe', async (code, wanted) => {
    const server = await startHostileLdap({ kind: 'result-code', on: 'bind', code, message: 'own\r\nwords \u202e' });
    const ran = await runConnect({ port: server.port });
    await server.stop();
    expect(ran.failure).toMatchObject({ code: wanted, stage: 'Login' });
    expect(ran.failure?.detail).toContain(`(${code}): own words \\u{202e}`);
    expect(sentencesOf({ code: wanted }).what).not.toBe('');
  });

  test.each<[number, string, FailureCode]>([
    [49, 'password expired!', 'ldap.passwordMustChange'],
    [
      49,
      '80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data 773, v1db1',
      'ldap.passwordMustChange',
    ],
    [53, 'The password must be changed before any other operation', 'ldap.passwordMustChange'],
    [19, 'Exceed password retry limit. Contact system administrator to reset.', 'ldap.accountLocked'],
    [53, 'Account inactivated. Contact system administrator.', 'ldap.accountLocked'],
    [49, 'Invalid password', 'ldap.credentials'],
    [80, 'password expired!', 'ldap.other'],
  ])('result %i with “%s” is %s', async (code, message, wanted) => {
    const server = await startHostileLdap({ kind: 'result-code', on: 'bind', code, message });
    const ran = await runConnect({ port: server.port });
    await server.stop();
    expect(ran.failure).toMatchObject({ code: wanted, stage: 'Login' });
    expect(ran.failure?.detail).toContain(message);
  });

  test('an account whose password an administrator reset, as OpenLDAP says it', async () => {
    const policed = await startSlapd({
      globalLines: ['moduleload ppolicy'],
      overlayLines: ['overlay ppolicy', 'ppolicy_default cn=policy,o=gluu'],
    });
    await policed.modify(
      [
        'dn: cn=policy,o=gluu',
        'changetype: add',
        'objectClass: device',
        'objectClass: pwdPolicy',
        'cn: policy',
        'pwdAttribute: userPassword',
        'pwdMustChange: TRUE',
        '',
        `dn: ${policed.reader.dn}`,
        'changetype: modify',
        'add: pwdReset',
        'pwdReset: TRUE',
        '',
      ].join('\n'),
    );
    const { dn, password } = policed.reader;
    const ran = await runConnect({ port: policed.port, bindDn: dn }, { password });
    await policed.stop();
    expect(ran.failure).toMatchObject({ code: 'ldap.passwordMustChange', stage: 'Gluu tree' });
    expect(ran.failure?.detail).toContain('Operations are restricted to bind');
  });

  test('an identity that is another than the one logged in with ends it', async () => {
    for (const authzId of ['', 'dn:', 'dn:cn=reader,o=gluu', 'u:admin', 'dn:cn=directory manager,o=gluu,o=evil']) {
      const server = await startHostileLdap({ kind: 'wrong-whoami', authzId });
      const ran = await runConnect({ port: server.port });
      await server.stop();
      expect(ran.failure, authzId).toMatchObject({ code: 'ldap.identity', stage: 'Who am I', facts: { wanted: me } });
    }
  });

  test.each([1, 2, 50, 53])(
    'a server that answers Who am I with result %i is gone on with, with a warning',
    async (code) => {
      const server = await startHostileLdap({ kind: 'result-code', on: 'whoami', code });
      const ran = await runConnect({ port: server.port }, { use: async () => {} });
      await server.stop();
      expect(ran.failure).toBeUndefined();
      expect(ran.steps.find(({ name }) => name === 'Who am I')?.state).toBe('warned');
    },
  );

  test('the short name of OpenDJ’s root user is the same identity as its full one', async () => {
    const authzId = 'dn:cn=Directory Manager,cn=Root DNs,cn=config';
    const server = await startHostileLdap({ kind: 'wrong-whoami', authzId });
    const ran = await runConnect({ port: server.port, bindDn: 'cn=directory manager' }, { use: async () => {} });
    await server.stop();
    expect(ran.failure).toBeUndefined();
  });
});

describe('in the tree', () => {
  test.each([
    ['holds no o=gluu', 'dn: dc=example\nobjectClass: top\n'],
    ['holds an empty o=gluu', 'dn: o=gluu\nobjectClass: organization\no: gluu\n'],
    [
      'holds no appliance',
      'dn: o=gluu\nobjectClass: organization\n\ndn: ou=appliances,o=gluu\nobjectClass: organizationalUnit\n',
    ],
  ])('a directory that %s is no Gluu server', async (_, ldif) => {
    const server = await startHostileLdap({ kind: 'none' }, { ldif });
    const ran = await runConnect({ port: server.port });
    await server.stop();
    expect(ran.failure).toMatchObject({ code: 'gluu.noTree', stage: 'Gluu tree', at: `127.0.0.1:${server.port}` });
  });

  test('a Gluu server whose account may see nothing is told apart from no LDAP at all', async () => {
    const blind = await startSlapd({ globalLines: ['access to dn.subtree="o=gluu" by anonymous auth by * none'] });
    const ran = await runConnect({ port: blind.port, bindDn: blind.reader.dn }, { password: blind.reader.password });
    await blind.stop();
    expect(ran.failure).toMatchObject({ code: 'gluu.noTree', stage: 'Gluu tree' });
  });

  test('an account that may only read finds the tree', async () => {
    const ran = await login({ bindDn: slapd.reader.dn, password: slapd.reader.password });
    expect(ran.failure).toBeUndefined();
    expect(ran.tree).toMatchObject({ organizationDn: gluuNames().organizationDn });
    expect(ran.connected?.boundAs).toBe(slapd.reader.dn);
  });

  test('several appliances that nothing tells apart are named', async () => {
    const ldif = gluuTree({ version: '3.1.2', strayAppliances: ['@!1111.2222'], oxTrust: { applianceInum: 'other' } });
    const several = await startSlapd({ ldif });
    const ran = await runConnect({ port: several.port }, { password: several.password });
    await several.stop();
    expect(ran.failure).toMatchObject({ code: 'gluu.severalAppliances', stage: 'Gluu tree' });
    expect(ran.failure?.facts?.found).toContain('@!1111.2222');
  });
});

test('a connection that is cut in the middle is reported as such, and never reopened by itself', async () => {
  const proxy = await startProxy(slapd.port);
  const ran = await runConnect(
    { port: proxy.port },
    {
      password: slapd.password,
      use: async (session) => {
        expect(await session.read('o=gluu', ['o'])).toBeDefined();
        const swallowed = proxy.dropNextRequest();
        const lost = session.read('o=gluu', ['o']);
        await swallowed;
        proxy.cut();
        await expect(lost).rejects.toMatchObject({ code: 'net.dropped' });
        await session.read('o=gluu', ['o']);
      },
    },
  );
  await proxy.stop();
  expect(ran.failure).toMatchObject({ code: 'net.dropped', stage: 'Gluu tree' });
  expect(proxy.connections()).toBe(1);
});

test('a directory that drops idle connections is reported as such, and the password never goes out again', async () => {
  const idle = await startSlapd({ tls: await selfSigned(), idleTimeout: 1 });
  const proxy = await startProxy(idle.port);
  const ran = await runConnect(
    { port: proxy.port, mode: 'startTls', pin },
    {
      password: idle.password,
      use: async (session) => {
        while ((idle.log().match(/closed \(idletimeout\)/g) ?? []).length === 0) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        await session.read('o=gluu', ['o']);
      },
    },
  );
  await Promise.all([proxy.stop(), idle.stop()]);
  expect(ran.failure).toMatchObject({ code: 'net.dropped' });
  expect(proxy.connections()).toBe(1);
  expect(proxy.log.includes(idle.password)).toBe(false);
});
