import { X509Certificate } from 'node:crypto';
import { connect } from '../../../src-main/ldap/connect';
import { sendMail } from '../../../src-main/mail-test/send-mail';
import type { Network } from '../../../src-main/net/network';
import type { SshRoutes } from '../../../src-main/ssh/ssh-routes';
import { selfSigned, type TestCertificate } from '../../support/certificates';
import { type ScriptedSmtp, startScriptedSmtp } from '../../support/scripted-smtp';
import { type Slapd, startSlapd } from '../../support/slapd';
import { type Sshd, startSshd } from '../../support/sshd';
import { startProxy, type TcpProxy } from '../../support/tcp-proxy';
import { plain, shortLimits } from '../mail-test/mail';
import { login, plain as plainProbe, runProbe } from '../probe/run-probe';
import { afterAll, beforeAll, describe, expect, test } from './as-root';
import { failureOf, noSecrets, routesOf, watchedWork } from './ssh-bench';

let sshd: Sshd;
let proxy: TcpProxy;
let slapd: Slapd;
let smtp: ScriptedSmtp;
let certificate: TestCertificate;
let routes: SshRoutes;
const limits = { connectMs: 10_000, operationMs: 15_000 };
beforeAll(async () => {
  certificate = await selfSigned();
  slapd = await startSlapd({ tls: certificate });
  smtp = await startScriptedSmtp({ tls: certificate });
  sshd = await startSshd();
  proxy = await startProxy(sshd.port);
  const [, type, key] = sshd.knownHostsLine.split(' ');
  sshd.knownHostsLine = `[127.0.0.1]:${proxy.port} ${type} ${key}`;
  sshd.trust();
  routes = routesOf(sshd.home).routes;
});
afterAll(async () => {
  routes.closeAll();
  await Promise.all([proxy.stop(), sshd.stop(), slapd.stop(), smtp.stop()]);
});

const network = (): Promise<Network> =>
  routes.network('a', { ...sshd.route, port: proxy.port }, noSecrets, watchedWork().work);
const pin = () => new X509Certificate(certificate.cert).fingerprint256;
async function ldap(work = watchedWork().work) {
  const target = { host: 'localhost', port: slapd.ldapsPort, mode: 'ldaps' as const, bindDn: slapd.bindDn, pin: pin() };
  return connect(target, async () => slapd.password, work, limits, await network());
}

describe('LDAP through SSH', () => {
  test('goes to the loopback of the far end, with the pinned certificate', async () => {
    const { work, steps } = watchedWork();
    const connected = await ldap(work);
    expect(connected.tls?.trust).toBe('pin');
    expect(steps().map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Name done',
      'Connect done',
      'TLS done',
      'Login done',
      'Who am I done',
    ]);
    await connected.session.close();
  });

  test.each(['plain', 'startTls'] as const)('and %s', async (mode) => {
    const target = { host: 'localhost', port: slapd.port, mode, bindDn: slapd.bindDn, pin: pin() };
    const connected = await connect(target, async () => slapd.password, watchedWork().work, limits, await network());
    expect(connected.boundAs.toLowerCase()).toBe(slapd.bindDn.toLowerCase());
    await connected.session.close();
  });

  test('twelve times at once, in one SSH connection', async () => {
    const before = proxy.connections();
    const all = await Promise.all(Array.from({ length: 12 }, () => ldap()));
    await Promise.all(all.map(({ session }) => session.close()));
    expect(proxy.connections() - before).toBeLessThanOrEqual(1);
  });

  test('that is cut in the middle fails as dropped, and the next one works', async () => {
    const { session } = await ldap();
    proxy.cut();
    expect(await failureOf(session.whoAmI())).toMatchObject({ code: 'net.dropped' });
    await session.close();
    const again = await ldap();
    expect(await again.session.whoAmI()).toMatch(/^dn:/);
    await again.session.close();
  });
});

describe('mail through SSH', () => {
  test('is probed from there to the recipient, with STARTTLS and login', async () => {
    const request = { ...plainProbe(smtp.port), host: 'localhost', network: await network() };
    const { seen, failures } = await runProbe({ ...request, security: 'startTls', login, pin: pin() });
    expect(failures).toEqual([]);
    expect(seen.loggedIn).toBe(true);
    expect(seen.localAddress).toBeUndefined();
  });

  test.each(['none', 'startTls'] as const)('is sent from there, security %s', async (security) => {
    const before = smtp.messages().length;
    const settings = { ...plain(smtp.port), host: 'localhost', network: await network(), security, pin: pin() };
    const { result } = await sendMail(settings, watchedWork().work, shortLimits);
    expect(result).toMatchObject({ delivery: { to: 'grace@example.org' } });
    expect(smtp.messages().length).toBe(before + 1);
  });
});
