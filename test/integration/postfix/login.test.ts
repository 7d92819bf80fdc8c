import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import type { MailSecurity } from '../../../src-shared/model/mail-server';
import { inEnglish } from '../../support/english';
import { type Postfix, type PostfixPort, startPostfix } from '../../support/postfix';
import { plain, runProbe } from '../probe/run-probe';
import { afterAll, beforeAll, describe, expect, test } from './as-root';

const ports = {
  startTls: { kind: 'startTls', auth: true },
  implicitTls: { kind: 'implicitTls', auth: true },
  plain: { kind: 'plain', auth: true },
  startTlsPlain: { kind: 'startTls', auth: ['PLAIN'] },
  startTlsLogin: { kind: 'startTls', auth: ['LOGIN'] },
  startTlsCram: { kind: 'startTls', auth: ['CRAM-MD5'] },
  requireTls: { kind: 'startTls', auth: true, requireTls: true },
  requireAuth: { kind: 'startTls', auth: true, requireAuth: true },
  noAuth: { kind: 'startTls' },
} satisfies Record<string, PostfixPort>;
type PortName = keyof typeof ports;

let postfix: Postfix;
beforeAll(async () => {
  postfix = await startPostfix({ ports: Object.values(ports) });
});
afterAll(() => postfix?.stop());

const ada = () => ({ userName: postfix.ada.address, password: postfix.ada.password });
const portOf = (name: PortName) => postfix.ports[Object.keys(ports).indexOf(name)] ?? 0;
const securityOf = (name: PortName): MailSecurity =>
  (({ plain: 'none', startTls: 'startTls', implicitTls: 'tls' }) as const)[ports[name].kind];

const meet = (name: PortName, more: Partial<ProbeRequest> = {}) =>
  runProbe({
    ...plain(portOf(name)),
    security: securityOf(name),
    pin: postfix.certificate.sha256,
    login: ada(),
    from: postfix.ada.address,
    ...more,
  });

describe('a login at Postfix', () => {
  test.each<[PortName, string]>([
    ['startTls', 'LOGIN'],
    ['startTlsPlain', 'PLAIN'],
    ['startTlsLogin', 'LOGIN'],
    ['implicitTls', 'LOGIN'],
    ['requireTls', 'LOGIN'],
    ['requireAuth', 'LOGIN'],
  ])('on %s succeeds by %s', async (name, method) => {
    const ran = await meet(name);
    expect(ran.failures).toEqual([]);
    expect(ran.seen.loggedIn).toBe(true);
    expect(ran.steps.find((step) => step.name === 'Login')?.text).toBe(`${postfix.ada.address} (${method})`);
    expect(ran.steps.map(({ state }) => state)).not.toContain('failed');
    const login = new RegExp(`sasl_method=${method}, sasl_username=${postfix.ada.address}`);
    // Postfix's log has a process of its own.
    await expect.poll(() => postfix.log(), { timeout: 10_000 }).toMatch(login);
    expect(ran.shown).not.toContain(postfix.ada.password);
  });

  test('may take place in clear where the user agrees', async () => {
    const ran = await meet('plain', { clearTextConsent: true });
    expect(ran.failures).toEqual([]);
    expect(ran.seen.loggedIn).toBe(true);
  });

  test('does not take place in clear without consent', async () => {
    const ran = await meet('plain');
    expect(ran.failures).toEqual(['S43']);
    expect(
      inEnglish(ran.transcript)
        .map(({ text }) => text)
        .filter((text) => text.startsWith('AUTH')),
    ).toEqual([]);
  });

  test.each<PortName>(['startTlsPlain', 'startTlsLogin', 'implicitTls'])(
    'with a wrong password on %s',
    async (name) => {
      const ran = await meet(name, { login: { ...ada(), password: 'not the password 4711' } });
      expect(ran.failures).toEqual(['S44']);
      expect(ran.findings[0]?.words).toMatch(/^535 5\.7\.8 Error: authentication failed/);
      expect(ran.shown).not.toContain('4711');
    },
  );

  test('with a user name that nobody has', async () => {
    const ran = await meet('startTls', { login: { userName: 'nobody@example.org', password: 'whatever it is' } });
    expect(ran.failures).toEqual(['S44']);
  });

  test('is offered by a method only that we do not speak', async () => {
    const ran = await meet('startTlsCram');
    expect(ran.failures).toEqual(['S42']);
    expect(ran.seen.offers.encrypted?.mechanisms).toEqual(['CRAM-MD5']);
  });

  test.each<PortName>(['startTls', 'requireTls'])('is offered on %s only after encryption', async (name) => {
    const ran = await meet(name, { security: 'none', clearTextConsent: true, until: 'login' });
    expect(ran.failures).toEqual(['S40']);
    expect(ran.seen.offers.clear).toMatchObject({ startTls: true, mechanisms: [] });
    expect(ran.seen.trials).toMatchObject([{ kind: 'startTls', offer: { mechanisms: ['PLAIN', 'LOGIN'] } }]);
  });

  test('is never offered', async () => {
    expect((await meet('noAuth', { until: 'login' })).failures).toEqual(['S41']);
  });
});

describe('without a login', () => {
  const without = (name: PortName, security = securityOf(name)) =>
    runProbe({ ...plain(portOf(name)), security, pin: postfix.certificate.sha256 });

  test('goes up to the recipient where none is wanted', async () => {
    const ran = await without('startTls');
    expect(ran.failures).toEqual([]);
    expect(ran.seen.loggedIn).toBe(false);
  });

  test('is refused where encryption is wanted before the sender', async () => {
    const ran = await without('requireTls', 'none');
    expect(ran.failures).toEqual(['S60']);
    expect(ran.findings[0]?.words).toBe('530 5.7.0 Must issue a STARTTLS command first');
  });
});
