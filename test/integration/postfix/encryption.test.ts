import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import { scan } from '../../../src-main/probe/scan';
import { createWork } from '../../../src-main/work/work';
import type { MailSecurity } from '../../../src-shared/model/mail-server';
import { expired, selfSigned, unknownAuthority, wrongHost } from '../../support/certificates';
import { type Postfix, type PostfixPort, startPostfix } from '../../support/postfix';
import { plain, runProbe } from '../probe/run-probe';
import { afterAll, beforeAll, describe, expect, test } from './as-root';

type PortName = keyof Awaited<ReturnType<typeof portsToStart>>;
const portsToStart = async () =>
  ({
    plain: { kind: 'plain' },
    startTls: { kind: 'startTls' },
    implicitTls: { kind: 'implicitTls' },
    startTlsOld: { kind: 'startTls', tls: '1.0-only' },
    implicitTlsOld: { kind: 'implicitTls', tls: '1.0-only' },
    startTlsRecent: { kind: 'startTls', tls: '1.2+' },
    implicitTlsRecent: { kind: 'implicitTls', tls: '1.2+' },
    startTlsMiddle: { kind: 'startTls', tls: '1.2-only' },
    implicitTlsNew: { kind: 'implicitTls', tls: '1.3-only' },
    startTlsAll: { kind: 'startTls', tls: '1.0+' },
    implicitTlsAll: { kind: 'implicitTls', tls: '1.0+' },
    expired: { kind: 'startTls', certificate: await expired() },
    selfSigned: { kind: 'implicitTls', certificate: await selfSigned() },
    unknown: { kind: 'startTls', certificate: await unknownAuthority() },
    wrongHost: { kind: 'implicitTls', certificate: await wrongHost() },
  }) satisfies Record<string, PostfixPort>;

let postfix: Postfix;
let kinds: Awaited<ReturnType<typeof portsToStart>>;
beforeAll(async () => {
  kinds = await portsToStart();
  postfix = await startPostfix({ ports: Object.values(kinds) });
});
afterAll(() => postfix?.stop());

const portOf = (name: PortName) => postfix.ports[Object.keys(kinds).indexOf(name)] ?? 0;

const securityOf = (name: PortName): MailSecurity =>
  (({ plain: 'none', startTls: 'startTls', implicitTls: 'tls' }) as const)[kinds[name].kind];

const meet = (name: PortName, more: Partial<ProbeRequest> = {}) =>
  runProbe({ ...plain(portOf(name)), security: securityOf(name), pin: postfix.certificate.sha256, ...more });

describe('the way that is asked for', () => {
  test.each<[PortName, string[]]>([
    ['startTls', ['Name', 'Connect', 'Greeting', 'EHLO', 'TLS', 'Certificate', 'Login']],
    ['implicitTls', ['Name', 'Connect', 'TLS', 'Certificate', 'Greeting', 'EHLO', 'Login']],
  ])('is the one of the port: %s', async (name, stages) => {
    const ran = await meet(name);
    expect(ran.failures).toEqual([]);
    expect(ran.steps.map((step) => step.name)).toEqual([...stages, 'Sender', 'Recipient', 'Goodbye']);
    expect(ran.seen.tls).toMatchObject({ protocol: 'TLSv1.3', nameMatches: true, pin: 'same' });
    // Postfix's log has a process of its own.
    await expect.poll(() => postfix.log(), { timeout: 10_000 }).toContain('TLS connection established');
  });

  test('plain text to a port that begins with TLS', async () => {
    const ran = await meet('implicitTls', { security: 'none' });
    expect(ran.failures).toEqual(['S09']);
    expect(ran.seen.trials).toMatchObject([{ kind: 'tls', spoken: true, greeting: { code: 220 } }]);
  });

  test('STARTTLS to a port that begins with TLS', async () => {
    expect((await meet('implicitTls', { security: 'startTls' })).failures).toEqual(['S09']);
  });

  test.each<PortName>(['plain', 'startTls'])('TLS from the start to a port that begins in clear: %s', async (name) => {
    const ran = await meet(name, { security: 'tls' });
    expect(ran.failures).toEqual(['S10']);
    expect(ran.seen.trials).toMatchObject([{ kind: 'plain', greeting: { code: 220 } }]);
  });

  test('STARTTLS to a port without', async () => {
    expect((await meet('plain', { security: 'startTls' })).failures).toEqual(['S20']);
  });
});

describe('versions of TLS', () => {
  const taken = (...versions: string[]) =>
    Object.fromEntries(['1.0', '1.1', '1.2', '1.3'].map((version) => [version, versions.includes(version)]));

  test.each<[PortName, string[], string[]]>([
    ['startTlsRecent', ['1.2', '1.3'], ['S29']],
    ['implicitTlsRecent', ['1.2', '1.3'], ['S29']],
    ['startTlsMiddle', ['1.2'], ['S29']],
    ['implicitTlsNew', ['1.3'], ['S29']],
    ['startTlsAll', ['1.0', '1.1', '1.2', '1.3'], []],
    ['implicitTlsAll', ['1.0', '1.1', '1.2', '1.3'], []],
  ])('%s takes %j', async (name, versions, warnings) => {
    const ran = await meet(name, { tlsVersions: true });
    expect(ran.seen.tlsVersions).toEqual(taken(...versions));
    expect([ran.failures, ran.warnings]).toEqual([[], warnings]);
  });

  test.each<PortName>(['startTlsOld', 'implicitTlsOld'])('%s is too old', async (name) => {
    const ran = await meet(name);
    expect(ran.failures).toEqual(['S28']);
    expect(ran.seen.trials).toEqual([{ kind: 'oldTls', protocol: 'TLSv1' }]);
  });

  test('a scan finds them on all ports', async () => {
    const names: PortName[] = ['plain', 'startTlsOld', 'implicitTlsOld', 'startTlsRecent', 'implicitTlsNew'];
    const ports = names.map(portOf);
    const work = createWork(new AbortController().signal, () => {});
    const found = await scan('127.0.0.1', work, { ports, connectMs: 3000, stepMs: 2000 });
    expect(found.ports.map(({ tlsVersions }) => tlsVersions)).toEqual([
      {},
      taken('1.0'),
      taken('1.0'),
      taken('1.2', '1.3'),
      taken('1.3'),
    ]);
    const protocols = found.ports.map(({ ways }) => [ways.startTls?.tls?.protocol, ways.tls?.tls?.protocol]);
    expect(protocols).toEqual([
      [undefined, undefined],
      ['TLSv1', undefined],
      [undefined, 'TLSv1'],
      ['TLSv1.3', undefined],
      [undefined, 'TLSv1.3'],
    ]);
    expect(found.suggested.map(({ port }) => port)).toEqual(expect.arrayContaining([ports[3], ports[4]]));
  });
});

describe('the certificate', () => {
  test.each<[PortName, string, string]>([
    ['expired', 'S23', 'CERT_HAS_EXPIRED'],
    ['selfSigned', 'S25', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['unknown', 'S26', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('%s', async (name, id, distrust) => {
    const ran = await runProbe({ ...plain(portOf(name)), security: securityOf(name) });
    expect(ran.failures).toEqual([id]);
    expect(ran.seen.tls).toMatchObject({ trusted: false, distrust });
  });

  test('is another one than the one that was trusted', async () => {
    expect((await meet('wrongHost')).failures).toEqual(['S35']);
  });
});
